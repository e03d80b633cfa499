import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  leave: 'Về danh sách',
  choose: 'Chọn hoặc bỏ chọn vụ việc',
  insert: 'Chèn mẫu trả lời, trích phụ lục (khi đang viết)',
  take: 'Nhận vụ việc',
  assign: 'Chuyển xử lý',
  resolve: 'Báo đã giải quyết',
  resolveAndNext: 'Báo đã giải quyết và mở vụ việc tiếp theo',
  go: 'Đến vụ việc, đến cảnh báo',
  palette: 'Tìm nhanh và lệnh',
};

const english: typeof vietnamese = {
  leave: 'Back to the list',
  choose: 'Choose the case or not',
  insert: 'Insert a canned reply, quote an appendix (while writing)',
  take: 'Take the case',
  assign: 'Assign',
  resolve: 'Mark as resolved',
  resolveAndNext: 'Mark as resolved and open the next case',
  go: 'To the cases, to the alerts',
  palette: 'Find and do',
};

export function useKeyboardWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
