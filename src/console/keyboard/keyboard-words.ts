import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  leave: 'Về danh sách',
  choose: 'Chọn hoặc bỏ chọn vụ việc',
  insert: 'Chèn mẫu trả lời, trích phụ lục (khi đang viết)',
  take: 'Nhận vụ việc',
  assign: 'Chuyển xử lý',
  resolve: 'Báo đã giải quyết (hỏi kết quả trước)',
  resolveAndNext: 'Báo đã giải quyết rồi mở vụ việc tiếp theo',
  more: 'Việc khác: chuyển đơn vị, chờ kết quả, hẹn lại…',
  label: 'Gắn hoặc gỡ nhãn',
  remind: 'Nhắc tôi lúc…',
  unread: 'Đánh dấu đã đọc hoặc chưa đọc',
  filter: 'Đến bộ lọc',
  go: 'Đến vụ việc, đến cảnh báo',
  palette: 'Tìm nhanh và lệnh',
};

const english: typeof vietnamese = {
  leave: 'Back to the list',
  choose: 'Choose the case or not',
  insert: 'Insert a canned reply, quote an appendix (while writing)',
  take: 'Take the case',
  assign: 'Assign',
  resolve: 'Mark as resolved (asks for the result)',
  resolveAndNext: 'Mark as resolved, then open the next case',
  more: 'More: transfer, await a result, new date…',
  label: 'Put labels on or take them off',
  remind: 'Remind me at…',
  unread: 'Mark as read or unread',
  filter: 'To the filters',
  go: 'To the cases, to the alerts',
  palette: 'Find and do',
};

export function useKeyboardWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
