import { useLanguage } from '../../language/language.tsx';
import type { Stream } from '../data.ts';

const vietnamese = {
  title: 'Nhật ký',
  lead: 'Mỗi việc quản trị là một dòng, mang mã của dòng trước nó: sửa, xóa, đảo thứ tự đều bị phát hiện khi kiểm tra.',
  seal: 'Niêm phong gần nhất',
  verification: 'Kiểm tra gần nhất',
  size: (rows: string, ledgers: string) => `${rows} dòng trong ${ledgers} sổ`,
  never: 'chưa có',
  sound: (rows: string) => `${rows} dòng, nguyên vẹn`,
  broken: (breaks: number) => `${breaks} chỗ không khớp`,
  command: 'Hoặc kiểm tra bằng lệnh',
  checkNow: 'Kiểm tra ngay',
  waitsToBegin: 'Đang chờ bắt đầu…',
  checking: 'Đang kiểm tra các sổ',
  progress: (done: string, all: string) => `Đã đọc ${done} / ${all} dòng`,
  changed: (breaks: number) => `Sổ đã bị sửa: ${breaks} chỗ không khớp.`,
  stream: 'Sổ',
  find: 'Lọc trong các dòng đã tải',
  time: 'Thời điểm',
  who: 'Ai',
  deed: 'Việc',
  detail: 'Chi tiết',
  more: 'Xem thêm',
  none: 'Sổ này chưa có dòng nào.',
  streams: {
    organisation: 'Tổ chức, lịch trực',
    policies: 'Quy định thời hạn',
    calendars: 'Lịch làm việc',
    access: 'Đăng nhập, khóa API',
    privacy: 'Dữ liệu cá nhân',
    registry: 'Doanh nghiệp, nhập dữ liệu',
    library: 'Phụ lục',
    audit: 'Niêm phong, kiểm tra',
  } satisfies Record<Exclude<Stream, 'ratings' | 'watching' | 'views'>, string>,
  actors: {
    schedule: 'tự động',
    clock: 'đồng hồ thời hạn',
    contact: 'doanh nghiệp',
    apiKey: 'khóa API',
    channel: 'kênh',
  },
};

type Words = typeof vietnamese;

const english: Words = {
  title: 'Audit log',
  lead: 'Every act of administration is a row that carries the hash of the one before: an edit, a deletion or another order is found.',
  seal: 'Last sealed',
  verification: 'Last verified',
  size: (rows, ledgers) => `${rows} rows in ${ledgers} ledgers`,
  never: 'never',
  sound: (rows) => `${rows} rows, sound`,
  broken: (breaks) => `${breaks} places do not fit`,
  command: 'Or verify everything with',
  checkNow: 'Verify now',
  waitsToBegin: 'Waiting to begin…',
  checking: 'Verifying the ledgers',
  progress: (done, all) => `${done} of ${all} rows read`,
  changed: (breaks) => `The ledgers were changed: ${breaks} places do not fit.`,
  stream: 'Ledger',
  find: 'Filter what is loaded',
  time: 'When',
  who: 'Who',
  deed: 'What',
  detail: 'Detail',
  more: 'Show more',
  none: 'Nothing is in this ledger yet.',
  streams: {
    organisation: 'Organisation, roster',
    policies: 'Policies',
    calendars: 'Working calendars',
    access: 'Sign-ins, API keys',
    privacy: 'Personal data',
    registry: 'Enterprises, imports',
    library: 'Appendices',
    audit: 'Seals, verifications',
  },
  actors: { schedule: 'automatic', clock: 'clock', contact: 'enterprise', apiKey: 'API key', channel: 'channel' },
};

export type AuditWords = Words;

/** What the page of the audit log says, in the language of the console. */
export function useAuditWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
