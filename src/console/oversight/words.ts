import type { ViewedPart } from '../../rules/visibility/case-view.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  rail: 'Ai đã xem',
  title: 'Ai đã xem vụ việc nào',
  lead: 'Mỗi lần mở vụ việc, mở tệp hay xuất danh sách được giữ lại, mười phút tính một lần. Phản ánh và xác minh đứng trước.',
  tabs: { cases: 'Theo vụ việc', viewers: 'Theo người xem', log: 'Từng lần xem' },
  period: 'Thời gian',
  periods: { 1: 'Hôm nay', 7: '7 ngày', 30: '30 ngày', 365: 'Một năm' },
  kind: 'Loại vụ việc',
  everyKind: 'Tất cả',
  none: 'Không có lần xem nào như vậy.',
  case: 'Vụ việc',
  viewer: 'Người xem',
  viewers: 'Số người xem',
  views: 'Số lần xem',
  cases: 'Số vụ việc',
  protectedCases: 'Phản ánh, xác minh',
  lastAt: 'Gần nhất',
  at: 'Lúc',
  part: 'Đã xem',
  parts: { detail: 'Mở vụ việc', file: 'Mở tệp', export: 'Xuất danh sách' } satisfies Record<ViewedPart, string>,
  program: (name: string) => `Khóa API ${name}`,
  fromWhere: 'Từ đâu',
  console: 'Trang làm việc',
  key: 'Khóa API',
  more: 'Xem thêm',
  only: (what: string) => `Chỉ ${what}`,
  drop: (what: string) => `Bỏ lọc theo ${what}`,
};

const english: typeof vietnamese = {
  rail: 'Who looked',
  title: 'Who looked at which case',
  lead: 'Every opening of a case or a file and every export is kept, once for ten minutes. Reports and verifications come first.',
  tabs: { cases: 'By case', viewers: 'By viewer', log: 'One by one' },
  period: 'Period',
  periods: { 1: 'Today', 7: '7 days', 30: '30 days', 365: 'One year' },
  kind: 'Kind of case',
  everyKind: 'All',
  none: 'Nobody looked at anything like that.',
  case: 'Case',
  viewer: 'Viewer',
  viewers: 'Viewers',
  views: 'Looks',
  cases: 'Cases',
  protectedCases: 'Reports, verifications',
  lastAt: 'Latest',
  at: 'At',
  part: 'What',
  parts: { detail: 'Opened the case', file: 'Opened a file', export: 'Exported a list' },
  program: (name) => `API key ${name}`,
  fromWhere: 'From where',
  console: 'Console',
  key: 'API key',
  more: 'Show more',
  only: (what) => `Only ${what}`,
  drop: (what) => `Stop filtering by ${what}`,
};

export function useOversightWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
