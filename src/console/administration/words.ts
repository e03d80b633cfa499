import type { SessionView } from '../../http/views.ts';
import { useLanguage } from '../language/language.tsx';

export type Role = SessionView['officer']['role'];

const vietnamese = {
  rail: 'Quản trị',
  nav: 'Các trang quản trị',
  organisation: 'Tổ chức',
  units: 'Đơn vị',
  officers: 'Công chức',
  roster: 'Lịch trực, vắng mặt',
  promises: 'Cam kết',
  responsibilities: 'Phân công trách nhiệm',
  policies: 'Quy định thời hạn',
  calendars: 'Lịch làm việc',
  library: 'Phụ lục',
  cannedReplies: 'Mẫu trả lời',
  labels: 'Nhãn vụ việc',
  enterprises: 'Doanh nghiệp',
  people: 'Người đại diện',
  register: 'Tra cứu doanh nghiệp',
  system: 'Hệ thống',
  channels: 'Kênh liên lạc',
  audit: 'Nhật ký',
  save: 'Lưu',
  from: 'Từ ngày',
  day: 'Xem tại ngày',
  today: 'Hôm nay',
  none: 'Không có',
  until: (day: string) => `đến hết ${day}`,
  since: (day: string) => `từ ${day}`,
  roles: {
    officer: 'Công chức',
    teamLead: 'Tổ trưởng, phó đội',
    unitHead: 'Lãnh đạo đơn vị',
    departmentLeader: 'Lãnh đạo chi cục',
    internalControl: 'Kiểm tra nội bộ',
    administrator: 'Quản trị viên',
  } satisfies Record<Role, string>,
};

export type AdministrationWords = typeof vietnamese;

const english: AdministrationWords = {
  rail: 'Settings',
  nav: 'Administration pages',
  organisation: 'Organisation',
  units: 'Units',
  officers: 'Officers',
  roster: 'Duty and absences',
  promises: 'Promises',
  responsibilities: 'Who is responsible',
  policies: 'Policies',
  calendars: 'Working calendars',
  library: 'Appendices',
  cannedReplies: 'Canned replies',
  labels: 'Labels',
  enterprises: 'Enterprises',
  people: 'Representatives',
  register: 'Look an enterprise up',
  system: 'System',
  channels: 'Channels',
  audit: 'Audit log',
  save: 'Save',
  from: 'From',
  day: 'As of',
  today: 'Today',
  none: 'None',
  until: (day) => `until ${day}`,
  since: (day) => `since ${day}`,
  roles: {
    officer: 'Officer',
    teamLead: 'Team lead',
    unitHead: 'Unit head',
    departmentLeader: 'Department leader',
    internalControl: 'Internal control',
    administrator: 'Administrator',
  },
};

/** What the pages of administration say alike, in the language of the console. */
export function useAdministrationWords(): AdministrationWords {
  return useLanguage().language === 'en' ? english : vietnamese;
}
