import { counted } from '../../language/counted.ts';
import { useLanguage } from '../../language/language.tsx';

const vietnamese = {
  title: 'Lịch trực và vắng mặt',
  lead: 'Người đang trực được giao việc trước; việc của người vắng đến người thay, nếu không có thì lên một cấp.',
  unit: 'Đơn vị',
  previous: 'Tuần trước',
  next: 'Tuần sau',
  week: (from: string, until: string) => `${from} – ${until}`,
  officer: 'Công chức',
  weekdays: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  away: 'vắng',
  addTurn: 'Thêm ca trực',
  remove: (name: string, when: string) => `Bỏ ca ${when} của ${name}`,
  copy: 'Chép sang tuần sau',
  copied: (count: number, skipped: number) => `Đã chép ${count} ca${skipped > 0 ? `, bỏ qua ${skipped} ca:` : '.'}`,
  skipped: {
    noPostThen: 'không còn làm việc khi đó',
    awayThen: 'vắng mặt khi đó',
    alreadyOnDuty: 'đã có ca trực',
    movedAway: 'đã sang đơn vị khác',
  },
  day: 'Ngày',
  onDays: (from: string, until: string, count: number) => `Mỗi ngày một ca, từ ${from} đến ${until} (${count} ngày).`,
  from: 'Từ',
  until: 'Đến',
  absences: 'Vắng mặt từ hôm nay',
  addAbsence: 'Thêm vắng mặt',
  firstDay: 'Ngày đầu',
  lastDay: 'Ngày cuối',
  substitute: 'Người thay',
  noSubstitute: 'không có người thay, việc lên một cấp',
  standsIn: (name: string) => `${name} thay`,
  reason: 'Lý do',
  back: 'Đã về',
  cancel: 'Hủy',
  nobodyAway: 'Không ai vắng mặt.',
  noStaff: 'Đơn vị này không có công chức.',
};

type Words = typeof vietnamese;

const english: Words = {
  title: 'Duty and absences',
  lead: 'Who is on duty is given work first; what concerns somebody absent goes to the substitute, else one level up.',
  unit: 'Unit',
  previous: 'Previous week',
  next: 'Next week',
  week: (from, until) => `${from} – ${until}`,
  officer: 'Officer',
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  away: 'away',
  addTurn: 'Add a turn',
  remove: (name, when) => `Take ${when} of ${name} off`,
  copy: 'Copy to the next week',
  copied: (count, skipped) => `${counted(count, 'turn')} copied${skipped > 0 ? `, ${skipped} left out:` : '.'}`,
  skipped: {
    noPostThen: 'does not work here then',
    awayThen: 'away then',
    alreadyOnDuty: 'on duty already',
    movedAway: 'in another unit then',
  },
  day: 'Day',
  onDays: (from, until, count) => `A turn each day from ${from} to ${until} (${counted(count, 'day')}).`,
  from: 'From',
  until: 'Until',
  absences: 'Away from today on',
  addAbsence: 'Add an absence',
  firstDay: 'First day',
  lastDay: 'Last day',
  substitute: 'Substitute',
  noSubstitute: 'nobody stands in: one level up',
  standsIn: (name) => `${name} stands in`,
  reason: 'Reason',
  back: 'Is back',
  cancel: 'Cancel',
  nobodyAway: 'Nobody is away.',
  noStaff: 'Nobody works in this unit.',
};

/** What the page of the roster says, in the language of the console. */
export function useRosterWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
