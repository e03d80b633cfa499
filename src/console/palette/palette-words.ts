import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  title: 'Tìm nhanh và lệnh',
  placeholder: 'Vụ việc, tin nhắn, doanh nghiệp, tờ khai, trang, việc…',
  none: 'Không tìm thấy gì.',
  searching: 'Đang tìm…',
  cases: 'Vụ việc',
  messages: 'Tin nhắn',
  enterprises: 'Doanh nghiệp',
  declarations: 'Tờ khai',
  pages: 'Trang',
  actions: 'Việc với vụ việc đang mở',
  casesOf: (name: string) => `Vụ việc của ${name}`,
  go: {
    mine: 'Vụ việc của tôi',
    unassigned: 'Vụ việc chưa giao',
    overdue: 'Vụ việc quá hạn',
    alerts: 'Cảnh báo',
    library: 'Phụ lục thỏa thuận',
  },
  reply: 'Viết trả lời',
  note: 'Viết ghi chú',
  label: 'Gắn hoặc gỡ nhãn',
  next: 'Vụ việc tiếp theo',
};

const english: typeof vietnamese = {
  title: 'Find and do',
  placeholder: 'Cases, messages, enterprises, declarations, pages, actions…',
  none: 'Nothing found.',
  searching: 'Searching…',
  cases: 'Cases',
  messages: 'Messages',
  enterprises: 'Enterprises',
  declarations: 'Declarations',
  pages: 'Pages',
  actions: 'With the open case',
  casesOf: (name) => `Cases of ${name}`,
  go: {
    mine: 'My cases',
    unassigned: 'Unassigned cases',
    overdue: 'Overdue cases',
    alerts: 'Alerts',
    library: 'Appendices',
  },
  reply: 'Write an answer',
  note: 'Write a note',
  label: 'Put labels on or take them off',
  next: 'Next case',
};

export function usePaletteWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
