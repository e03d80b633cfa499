import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  open: 'Nhắc',
  openHint: 'Nhắc đồng nghiệp trong ghi chú (gõ @)',
  title: 'Nhắc đồng nghiệp',
  label: 'Tìm theo tên, chức danh hoặc đơn vị',
  hint: 'Chỉ gồm những người xem được vụ việc này. ↑ ↓ để chọn, Enter để chèn, Esc để đóng.',
  none: 'Không có đồng nghiệp nào phù hợp.',
  close: 'Đóng',
  willTell: (names: string) => `Sẽ báo cho ${names}`,
};

const english: typeof vietnamese = {
  open: 'Mention',
  openHint: 'Name a colleague in the note (type @)',
  title: 'Name a colleague',
  label: 'Find by name, title or unit',
  hint: 'Only those who see this case. ↑ ↓ to choose, Enter to insert, Esc to close.',
  none: 'No colleague matches.',
  close: 'Close',
  willTell: (names) => `${names} will be told`,
};

export function useMentionWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
