import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  open: 'Trích phụ lục',
  openHint: 'Trích một khoản của phụ lục vào nội dung (gõ #)',
  title: 'Trích phụ lục thỏa thuận',
  close: 'Đóng',
  label: 'Tìm theo nội dung hoặc địa chỉ',
  placeholder: 'đăng ký làm thứ bảy, pl6 đ4 k1…',
  searching: 'Đang tìm',
  none: 'Không có khoản nào trả lời nội dung này.',
  keys: '↑ ↓ để chọn, Enter để chèn kèm dẫn nguồn, Esc để đóng.',
};

const english: typeof vietnamese = {
  open: 'Quote an appendix',
  openHint: 'Insert a clause of an appendix (type #)',
  title: 'Quote an appendix',
  close: 'Close',
  label: 'Find by words or address',
  placeholder: 'register for Saturday, pl6 đ4 k1…',
  searching: 'Searching',
  none: 'No clause answers this.',
  keys: '↑ ↓ to choose, Enter to insert with its citation, Esc to close.',
};

export function useClauseWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
