import type { LabelColour } from '../../rules/case/labels.ts';
import { counted } from '../language/counted.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  labels: 'Nhãn',
  labelEach: 'Nhãn…',
  add: 'Thêm nhãn',
  takeOff: (name: string) => `Gỡ nhãn ${name}`,
  title: (reference: string) => `Nhãn của ${reference}`,
  titleOfMany: (count: number) => `Nhãn của ${count} vụ việc`,
  close: 'Đóng',
  find: 'Tìm nhãn',
  none: 'Không có nhãn nào như vậy.',
  hint: '↑ ↓ để chọn, Enter để gắn hoặc gỡ, Esc để đóng.',
  hintOfMany: '↑ ↓ để chọn, Enter để gắn cho tất cả (hoặc gỡ, nếu tất cả đã có), Esc để đóng.',
  isOn: 'đã gắn',
  isOnSome: (some: number, all: number) => `${some}/${all} vụ việc đã gắn`,
  retired: 'đã thôi dùng',
  keep: 'Sửa danh mục nhãn',
  others: (names: string) => `Các nhãn khác: ${names}`,
  colours: {
    grey: 'Xám',
    blue: 'Xanh dương',
    teal: 'Xanh ngọc',
    green: 'Xanh lá',
    yellow: 'Vàng',
    orange: 'Cam',
    red: 'Đỏ',
    violet: 'Tím',
  } satisfies Record<LabelColour, string>,
};

const english: typeof vietnamese = {
  labels: 'Labels',
  labelEach: 'Label…',
  add: 'Add a label',
  takeOff: (name) => `Take off the label ${name}`,
  title: (reference) => `Labels of ${reference}`,
  titleOfMany: (count) => `Labels of ${counted(count, 'case')}`,
  close: 'Close',
  find: 'Find a label',
  none: 'There is no such label.',
  hint: '↑ ↓ to choose, Enter to put on or take off, Esc to close.',
  hintOfMany: '↑ ↓ to choose, Enter to put on all (or take off, where all have it), Esc to close.',
  isOn: 'on the case',
  isOnSome: (some, all) => `on ${some} of ${all}`,
  retired: 'retired',
  keep: 'Change the list of labels',
  others: (names) => `Other labels: ${names}`,
  colours: {
    grey: 'Grey',
    blue: 'Blue',
    teal: 'Teal',
    green: 'Green',
    yellow: 'Yellow',
    orange: 'Orange',
    red: 'Red',
    violet: 'Violet',
  },
};

export function useLabelWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
