import { counted } from '../language/counted.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  title: 'Bảng chuyển cấp',
  columns: {
    1: 'Cấp 1 · quá hạn, chưa chuyển',
    2: 'Cấp 2 · lãnh đạo đơn vị',
    3: 'Cấp 3 · đầu mối chuyên môn',
    4: 'Cấp 4 · lãnh đạo Chi cục',
  },
  empty: 'Không có vụ việc nào.',
  more: (count: number) => `Xem cả ${count} vụ việc`,
  openAll: (column: string, count: number) => `${column}: mở ${count} vụ việc trong hộp`,
  owner: 'Cấp này trả lời',
  nobodyTold: 'Chưa ai được báo',
  acknowledged: (name: string, moment: string) => `${name} đã biết lúc ${moment}`,
  notAcknowledged: (name: string, moment: string) => `${name} chưa xác nhận, báo lúc ${moment}`,
  assignee: 'Đang xử lý',
  take: 'Nhận',
  acknowledge: 'Đã biết',
  reassign: 'Giao lại',
  extend: 'Xin lỗi và hẹn lại',
  interim: 'Trả lời tạm',
  interimText: 'Nội dung trả lời doanh nghiệp',
  interimNeeded: 'Anh/chị viết vài lời cho doanh nghiệp',
  actionsOn: (action: string, reference: string) => `${action} ${reference}`,
};

const english: typeof vietnamese = {
  title: 'Escalation wall',
  columns: {
    1: 'Level 1 · late, not raised',
    2: 'Level 2 · head of unit',
    3: 'Level 3 · professional division',
    4: 'Level 4 · department',
  },
  empty: 'No cases.',
  more: (count) => `See all ${counted(count, 'case')}`,
  openAll: (column, count) => `${column}: open ${counted(count, 'case')} in the inbox`,
  owner: 'Answers at this level',
  nobodyTold: 'Nobody was told yet',
  acknowledged: (name, moment) => `${name} acknowledged at ${moment}`,
  notAcknowledged: (name, moment) => `${name} has not acknowledged, told at ${moment}`,
  assignee: 'In hand',
  take: 'Take',
  acknowledge: 'Acknowledge',
  reassign: 'Reassign',
  extend: 'Apologise and name a new date',
  interim: 'Interim reply',
  interimText: 'What the enterprise reads',
  interimNeeded: 'Write a few words to the enterprise',
  actionsOn: (action, reference) => `${action} ${reference}`,
};

export function useWallWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
