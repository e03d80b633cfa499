import { counted } from '../../language/counted.ts';
import { useLanguage } from '../../language/language.tsx';
import type { CalendarSummary, DatedDay } from '../data.ts';

const vietnamese = {
  title: 'Lịch làm việc',
  lead: 'Ngày nghỉ lễ, ngày làm bù và ngày đóng cửa. Thay đổi chỉ áp dụng khi một quản trị viên thứ hai duyệt, sau khi xem thời hạn nào dời.',
  version: 'Phiên bản',
  department: 'Toàn chi cục',
  versionOf: (unit: string, version: string) => `${unit}, phiên bản ${version}`,
  standing: {
    proposed: 'chờ duyệt',
    inForce: 'đang áp dụng',
    superseded: 'đã thay',
    rejected: 'bị trả lại',
  } satisfies Record<CalendarSummary['standing'], string>,
  year: 'Năm',
  yearStanding: { approved: 'đã duyệt', provisional: 'tạm tính' },
  noYear: 'Năm này chưa có trong lịch: thời hạn rơi vào năm này chưa tính được.',
  kinds: { holiday: 'Nghỉ lễ', makeupDay: 'Làm bù', closure: 'Đóng cửa' } satisfies Record<DatedDay['kind'], string>,
  confidence: {
    '2+': 'hai nguồn trở lên',
    '1': 'một nguồn',
    unverified: 'chưa kiểm chứng',
  } satisfies Record<DatedDay['confidence'], string>,
  source: 'Độ tin cậy',
  weekdaysShort: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  months: (month: number) => `Tháng ${month}`,
  propose: 'Đề xuất thay đổi',
  import: 'Nhập bảng CSV',
  export: 'Tải bảng CSV',
  note: 'Lý do đề xuất',
  table: 'Bảng (dán từ bảng tính hoặc nội dung tệp CSV)',
  file: 'Chọn tệp CSV',
  date: 'Ngày',
  kind: 'Loại',
  name: 'Tên ngày',
  add: 'Thêm ngày',
  remove: (day: string) => `Bỏ ngày ${day}`,
  daysOf: (year: number) => `Các ngày của năm ${year}`,
  approveYear: (year: number) => `Năm ${year} đã có thông báo chính thức`,
  waiting: 'Chờ người thứ hai duyệt',
  by: (who: string, when: string) => `${who} đề xuất ${when}`,
  approvedBy: (who: string, when: string) => `${who} duyệt ${when}`,
  rejectedBy: (who: string, because: string) => `${who} trả lại: ${because}`,
  added: 'Thêm',
  removed: 'Bỏ',
  changed: 'Đổi giờ',
  shut: 'nghỉ',
  hours: (day: string, hours: string, was: string) => `${day}: ${hours} (đang là ${was})`,
  weekdays: {
    monday: 'Thứ Hai',
    tuesday: 'Thứ Ba',
    wednesday: 'Thứ Tư',
    thursday: 'Thứ Năm',
    friday: 'Thứ Sáu',
    saturday: 'Thứ Bảy',
    sunday: 'Chủ nhật',
  },
  moves: (moves: number, cases: number) =>
    moves === 0
      ? `Không thời hạn nào thay đổi (${cases} vụ việc đang theo lịch này).`
      : `${moves} thời hạn thay đổi, trong ${cases} vụ việc đang theo lịch này.`,
  move: (reference: string, from: string, to: string) => `${reference}: ${from} → ${to}`,
  hidden: 'một vụ việc về công chức',
  undetermined: 'chưa xác định',
  clocks: { acknowledge: 'tiếp nhận', firstResponse: 'trả lời', resolution: 'giải quyết' },
  more: (count: number) => `… và ${count} thời hạn khác`,
  approve: 'Duyệt và áp dụng',
  reject: 'Trả lại',
  because: 'Lý do trả lại',
};

type Words = typeof vietnamese;

const monthNames = 'January February March April May June July August September October November December'.split(' ');

const english: Words = {
  title: 'Working calendars',
  lead: 'Holidays, make-up days and closures. A change takes a second administrator, who sees which deadlines move.',
  version: 'Version',
  department: 'The whole department',
  versionOf: (unit, version) => `${unit}, version ${version}`,
  standing: { proposed: 'waits', inForce: 'in force', superseded: 'superseded', rejected: 'sent back' },
  year: 'Year',
  yearStanding: { approved: 'approved', provisional: 'provisional' },
  noYear: 'This year is not in the calendar: deadlines in it cannot be told.',
  kinds: { holiday: 'Holiday', makeupDay: 'Make-up day', closure: 'Closure' },
  confidence: { '2+': 'two sources or more', '1': 'one source', unverified: 'not verified' },
  source: 'Attested by',
  weekdaysShort: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  months: (month) => monthNames[month - 1] ?? String(month),
  propose: 'Propose a change',
  import: 'Import CSV',
  export: 'Download CSV',
  note: 'Why',
  table: 'Table (pasted cells, or the text of a CSV file)',
  file: 'Choose a CSV file',
  date: 'Date',
  kind: 'Kind',
  name: 'Name',
  add: 'Add the day',
  remove: (day) => `Remove ${day}`,
  daysOf: (year) => `Days of ${year}`,
  approveYear: (year) => `${year} has been announced officially`,
  waiting: 'Waits for a second person',
  by: (who, when) => `proposed by ${who}, ${when}`,
  approvedBy: (who, when) => `approved by ${who}, ${when}`,
  rejectedBy: (who, because) => `${who} sent it back: ${because}`,
  added: 'Added',
  removed: 'Removed',
  changed: 'Hours changed',
  shut: 'closed',
  hours: (day, hours, was) => `${day}: ${hours} (now ${was})`,
  weekdays: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  moves: (moves, cases) =>
    moves === 0
      ? `No deadline moves (${counted(cases, 'case goes', 'cases go')} by this calendar).`
      : `${counted(moves, 'deadline moves', 'deadlines move')}, in ${counted(cases, 'case that goes', 'cases that go')} by this calendar.`,
  move: (reference, from, to) => `${reference}: ${from} → ${to}`,
  hidden: 'a matter about conduct',
  undetermined: 'undetermined',
  clocks: { acknowledge: 'acknowledge', firstResponse: 'answer', resolution: 'resolve' },
  more: (count) => `… and ${count} more`,
  approve: 'Approve and apply',
  reject: 'Send back',
  because: 'Why it is sent back',
};

/** What the page of working calendars says, in the language of the console. */
export function useCalendarWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
