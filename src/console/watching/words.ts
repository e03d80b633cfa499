import { counted } from '../language/counted.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  section: 'Theo dõi',
  watch: 'Theo dõi vụ việc',
  stop: 'Thôi theo dõi',
  hint: 'Anh/chị thấy tin mới của doanh nghiệp ở trang Cảnh báo, không nhận tin trong chat.',
  nobody: 'Chưa có ai theo dõi.',
  watchers: 'Người theo dõi',
  mentions: 'Nhắc đến tôi',
  watched: 'Vụ việc tôi theo dõi',
  by: (name: string | null) => `${name ?? 'Hệ thống'} nhắc đến anh/chị`,
  unread: 'Chưa đọc',
  newMessages: (count: number) => `${count} tin mới`,
  nothingNew: 'Không có tin mới',
  news: (count: number) => `${count} mục nhắc đến hoặc theo dõi có tin mới`,
};

const english: typeof vietnamese = {
  section: 'Watching',
  watch: 'Watch this case',
  stop: 'Stop watching',
  hint: 'New words of the enterprise show on the page of alerts; nothing is sent to your chat.',
  nobody: 'Nobody watches it.',
  watchers: 'Watchers',
  mentions: 'Notes that name me',
  watched: 'Cases I watch',
  by: (name) => `${name ?? 'The system'} named you`,
  unread: 'Unread',
  newMessages: (count) => `${count} new`,
  nothingNew: 'Nothing new',
  news: (count) => counted(count, 'mention or watched case with news', 'mentions or watched cases with news'),
};

export function useWatchingWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
