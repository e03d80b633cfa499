import { counted } from '../language/counted.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  title: 'Hôm nay',
  open: 'Đang mở',
  overdue: 'Quá hạn',
  dueSoon: 'Đến hạn trong 2 giờ',
  awaitingEnterprise: 'Chờ doanh nghiệp',
  unassigned: 'Chưa giao',
  raised: 'Đã chuyển cấp',
  oldest: 'Chờ giao lâu nhất',
  noneWaits: 'không có vụ việc nào',
  officers: 'Cán bộ và khối lượng',
  officersNote: (online: number, onDuty: number) =>
    `${online} người đang mở bàn làm việc, ${onDuty} người trong ca trực`,
  officer: 'Cán bộ',
  presence: 'Hiện diện',
  online: 'Trực tuyến',
  offline: 'Ngoại tuyến',
  onDuty: 'trong ca',
  absent: 'Vắng mặt',
  noOfficers: 'Chưa có cán bộ nào trong các đơn vị của anh/chị.',
  allOfficers: (count: number) => `Xem cả ${count} cán bộ`,
  absences: 'Vắng mặt, hôm nay và 7 ngày tới',
  noAbsences: 'Không ai vắng mặt.',
  away: 'Thời gian',
  reason: 'Lý do',
  substitute: 'Người thay',
  noSubstitute: 'chưa có',
  now: 'đang vắng',
  casesOf: (name: string, what: string, count: number) => `${name}, ${what}: ${count} vụ việc`,
};

const english: typeof vietnamese = {
  title: 'Today',
  open: 'Open',
  overdue: 'Overdue',
  dueSoon: 'Due within 2 hours',
  awaitingEnterprise: 'Waiting on enterprise',
  unassigned: 'Unassigned',
  raised: 'Escalated',
  oldest: 'Longest unassigned',
  noneWaits: 'no case',
  officers: 'Officers and load',
  officersNote: (online, onDuty) => `${online} with the console open, ${onDuty} on duty`,
  officer: 'Officer',
  presence: 'Presence',
  online: 'Online',
  offline: 'Offline',
  onDuty: 'on duty',
  absent: 'Away',
  noOfficers: 'There are no officers in your units yet.',
  allOfficers: (count) => `See all ${count} officers`,
  absences: 'Absences, today and the next 7 days',
  noAbsences: 'Nobody is away.',
  away: 'When',
  reason: 'Reason',
  substitute: 'Stands in',
  noSubstitute: 'nobody',
  now: 'away now',
  casesOf: (name, what, count) => `${name}, ${what}: ${counted(count, 'case')}`,
};

export type TodayWords = typeof vietnamese;

export function useTodayWords(): TodayWords {
  return useLanguage().language === 'en' ? english : vietnamese;
}
