import { counted } from '../../language/counted.ts';
import { useLanguage } from '../../language/language.tsx';

const vietnamese = {
  title: 'Nhãn vụ việc',
  lead: 'Nhãn giúp công chức sắp xếp và lọc vụ việc; doanh nghiệp không bao giờ thấy. Nhãn của một đơn vị dùng được ở đơn vị đó và các đơn vị bên dưới.',
  create: 'Thêm nhãn',
  find: 'Tìm nhãn',
  name: 'Tên nhãn',
  nameHint: 'Ngắn gọn, tối đa 40 ký tự. Hai nhãn chỉ khác nhau dấu hoặc chữ hoa không cùng tồn tại.',
  colour: 'Màu',
  unit: 'Của đơn vị',
  everybodys: 'Toàn chi cục',
  changedAt: 'Sửa lần cuối',
  deeds: 'Việc',
  count: (count: number) => `${count} nhãn`,
  none: 'Chưa có nhãn nào.',
  noneFound: 'Không có nhãn nào phù hợp.',
  edit: 'Sửa',
  editOf: (name: string) => `Sửa nhãn ${name}`,
  retire: 'Thôi dùng',
  retireOf: (name: string) => `Thôi dùng nhãn ${name}`,
  sure: 'Vụ việc đang có nhãn này vẫn giữ, nhưng không ai gắn thêm được nữa. Tên nhãn được dùng lại cho nhãn khác.',
  retired: 'Đã thôi dùng',
  notYours: 'Do cấp trên giữ',
  preview: 'Trên vụ việc',
};

type Words = typeof vietnamese;

const english: Words = {
  title: 'Labels of cases',
  lead: 'Officers sort and filter cases by labels; enterprises never see them. Those of a unit are offered there and below.',
  create: 'Add a label',
  find: 'Find a label',
  name: 'Name',
  nameHint: 'Short, at most 40 characters. No two labels differ only in marks or capitals.',
  colour: 'Colour',
  unit: 'Of the unit',
  everybodys: 'Everybody',
  changedAt: 'Last changed',
  deeds: 'What to do',
  count: (count) => counted(count, 'label'),
  none: 'There is none yet.',
  noneFound: 'None matches.',
  edit: 'Change',
  editOf: (name) => `Change the label ${name}`,
  retire: 'Retire',
  retireOf: (name) => `Retire the label ${name}`,
  sure: 'Cases that have it keep it, and nobody can put it on others any more. Its name is free again.',
  retired: 'Retired',
  notYours: 'Kept above your unit',
  preview: 'On a case',
};

/** What the page of labels says, in the language of the console. */
export function useLabelPageWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
