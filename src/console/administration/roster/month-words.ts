import { counted } from '../../language/counted.ts';
import { useLanguage } from '../../language/language.tsx';

const vietnamese = {
  week: 'Tuần',
  month: 'Tháng',
  view: 'Xem theo',
  previous: 'Tháng trước',
  next: 'Tháng sau',
  monthOf: (month: number, year: number) => `Tháng ${month}/${year}`,
  grid: 'Ca trực và vắng mặt trong tháng',
  officer: 'Công chức',
  weekdays: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  weekdaysShort: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  kinds: { holiday: 'Nghỉ lễ', makeupDay: 'Làm bù', closure: 'Đóng cửa' },
  kindsShort: { holiday: 'lễ', makeupDay: 'bù', closure: 'đóng' },
  dutyShort: 'Tr',
  awayShort: 'V',
  duty: 'ca trực',
  away: 'vắng',
  weekend: 'ngày nghỉ hằng tuần',
  nothing: 'làm việc bình thường',
  onDuty: (from: string, until: string) => `trực ${from}–${until}`,
  hint: 'Kéo chuột qua các ngày của một người, hoặc dùng phím mũi tên (giữ Shift để chọn nhiều ngày) rồi Enter.',
  chosen: (name: string, days: string) => `${name}, ${days}`,
  addAbsence: 'Thêm vắng mặt',
  addTurns: (count: number) => (count === 1 ? 'Thêm ca trực' : `Thêm ca trực cho ${count} ngày`),
  removeTurns: (count: number) => `Bỏ ${count} ca trực`,
  cancelAbsences: (count: number) => `Hủy ${count} lần vắng`,
};

type Words = typeof vietnamese;

const english: Words = {
  week: 'Week',
  month: 'Month',
  view: 'Show by',
  previous: 'Month before',
  next: 'Next month',
  monthOf: (month, year) => `${String(month).padStart(2, '0')}/${year}`,
  grid: 'Duty and absences of the month',
  officer: 'Officer',
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  weekdaysShort: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
  kinds: { holiday: 'Holiday', makeupDay: 'Make-up day', closure: 'Closed' },
  kindsShort: { holiday: 'hol', makeupDay: 'up', closure: 'shut' },
  dutyShort: 'D',
  awayShort: 'A',
  duty: 'on duty',
  away: 'away',
  weekend: 'weekly rest',
  nothing: 'an ordinary day',
  onDuty: (from, until) => `on duty ${from}–${until}`,
  hint: "Draw over one person's days, or use the arrow keys (Shift for several days) and Enter.",
  chosen: (name, days) => `${name}, ${days}`,
  addAbsence: 'Add an absence',
  addTurns: (count) => (count === 1 ? 'Add a turn' : `Add turns on ${count} days`),
  removeTurns: (count) => `Take ${counted(count, 'turn')} off`,
  cancelAbsences: (count) => `Cancel ${counted(count, 'absence')}`,
};

/** What the roster says of a month, in the language of the console. */
export function useMonthWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
