import { counted } from '../language/counted.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  attach: 'Đính kèm',
  attachHint: 'Chọn tệp; cũng có thể kéo thả hoặc dán vào ô soạn',
  chosen: 'Tệp gửi kèm',
  dropHere: 'Thả tệp vào đây để gửi kèm',
  limit: (most: string) => `tối đa ${most} một tệp`,
  uploading: (name: string) => `Đang tải ${name} lên`,
  remove: (name: string) => `Bỏ tệp ${name}`,
  again: 'Tải lại',
  asLink: 'gửi bằng đường dẫn',
  asLinkHint: 'Zalo không mang được tệp này: doanh nghiệp nhận đường dẫn để mở trong 7 ngày.',
  notCarried: 'kênh không mang được',
  tooLarge: (most: string) => `Tệp lớn quá: tối đa ${most} một tệp.`,
  tooMany: (most: number) => `Mỗi lần gửi kèm tối đa ${most} tệp.`,
  notAccepted: 'Loại tệp này không gửi được. Nhận ảnh, PDF, Word, Excel, CSV, TXT và ZIP.',
  needsWords: 'Viết vài lời để gửi cùng tệp.',
  along: (count: number) => `kèm ${count} tệp`,
};

const english: typeof vietnamese = {
  attach: 'Attach',
  attachHint: 'Choose files; dropping them here or pasting works too',
  chosen: 'Files that go along',
  dropHere: 'Drop files here to send them along',
  limit: (most) => `${most} a file at most`,
  uploading: (name) => `Uploading ${name}`,
  remove: (name) => `Remove ${name}`,
  again: 'Try again',
  asLink: 'sent as a link',
  asLinkHint: 'Zalo does not carry this file: the enterprise gets a link that works for 7 days.',
  notCarried: 'the channel does not carry it',
  tooLarge: (most) => `Too large: ${most} a file at most.`,
  tooMany: (most) => `${most} files at most go along.`,
  notAccepted: 'Files of this kind cannot be sent. Pictures, PDF, Word, Excel, CSV, TXT and ZIP can.',
  needsWords: 'Write a few words to go with the files.',
  along: (count) => `with ${counted(count, 'file')}`,
};

export function useAttachWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
