import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  filter: 'Lọc',
  filterBy: (count: number) => (count === 0 ? 'Lọc danh sách' : `Lọc danh sách, đang chọn ${count}`),
  clockStates: 'Lọc theo thời hạn',
  overdue: 'Quá hạn',
  halfHour: '30 phút',
  today: 'Hôm nay',
  paused: 'Tạm dừng',
  hints: {
    overdue: 'Chỉ vụ việc quá hạn',
    halfHour: 'Chỉ vụ việc đến hạn trong 30 phút tới',
    today: 'Chỉ vụ việc còn đến hạn trong hôm nay',
    paused: 'Chỉ vụ việc mà mọi thời hạn đang tạm dừng',
  },
  unit: 'Đơn vị',
  anyUnit: 'Mọi đơn vị',
  oneUnit: 'một đơn vị khác',
  label: 'Nhãn',
  anyLabel: 'Mọi nhãn',
  oneLabel: 'một nhãn khác',
  channel: 'Kênh',
  kind: 'Loại',
  urgency: 'Mức độ',
  urgentOnly: 'Chỉ việc gấp',
  chosen: 'Đang lọc theo',
  remove: (what: string) => `Bỏ lọc: ${what}`,
  clear: 'Bỏ lọc',
  done: 'Xong',
};

const english: typeof vietnamese = {
  filter: 'Filter',
  filterBy: (count) => (count === 0 ? 'Filter the list' : `Filter the list, ${count} chosen`),
  clockStates: 'Filter by deadline',
  overdue: 'Overdue',
  halfHour: '30 min',
  today: 'Today',
  paused: 'Paused',
  hints: {
    overdue: 'Overdue cases only',
    halfHour: 'Only cases due within 30 minutes',
    today: 'Only cases still due today',
    paused: 'Only cases all of whose deadlines are paused',
  },
  unit: 'Unit',
  anyUnit: 'Any unit',
  oneUnit: 'another unit',
  label: 'Label',
  anyLabel: 'Any label',
  oneLabel: 'another label',
  channel: 'Channel',
  kind: 'Kind',
  urgency: 'Urgency',
  urgentOnly: 'Urgent only',
  chosen: 'Filtered by',
  remove: (what) => `Remove the filter: ${what}`,
  clear: 'Clear',
  done: 'Done',
};

export function useFilterWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
