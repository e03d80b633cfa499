import type { OutlookView } from '../../http/outlook-routes.ts';
import { useLanguage } from '../language/language.tsx';

export type Chat = NonNullable<OutlookView['chat']>;
type Knock = Chat['knock'];

const vietnamese = {
  strip: 'Câu trả lời sẽ đi đường nào',
  noChat: 'Vụ việc không gắn với cuộc trò chuyện nào nên không gửi trả lời được.',
  any: (channel: string) => `${channel}: gửi được bất cứ lúc nào`,
  page: (channel: string) => `${channel}: doanh nghiệp thấy ngay nếu đang mở trang, không thì khi mở lại`,
  free: (channel: string, until: string, left: string) => `${channel}: miễn phí đến ${until} (còn ${left})`,
  charged: (channel: string, until: string, left: string) =>
    `${channel}: đã quá giờ miễn phí, tin tính phí; đóng lúc ${until} (còn ${left})`,
  closed: (channel: string, since: string | null) =>
    `${channel} không cho nhắn thêm${since === null ? '' : `, doanh nghiệp nhắn lần cuối ${since}`}.`,
  blocked: (channel: string) => `Doanh nghiệp đã chặn hoặc rời ${channel}.`,
  off: (channel: string) => `${channel} đang không kết nối.`,
  elsewhere: (channel: string) => `Tin sẽ gửi qua ${channel}.`,
  waits: {
    willBe: 'Tin sẽ chờ đến khi doanh nghiệp nhắn lại; hệ thống gửi tin mẫu báo có trả lời.',
    hasBeen: 'Tin sẽ chờ đến khi doanh nghiệp nhắn lại; hôm nay đã gửi tin mẫu báo rồi.',
    cannot: 'Tin sẽ chờ đến khi doanh nghiệp nhắn lại.',
  } satisfies Record<Knock, string>,
  fails: 'Không còn kênh nào khác: tin sẽ không đến được.',
  failsOff: 'Tin chờ vài giờ rồi báo không gửi được.',
};

const english: typeof vietnamese = {
  strip: 'Which way an answer will go',
  noChat: 'The case hangs on no chat, so it cannot be answered.',
  any: (channel) => `${channel}: open at any time`,
  page: (channel) => `${channel}: seen at once if the page is open, else when it is opened again`,
  free: (channel, until, left) => `${channel}: free until ${until} (${left} left)`,
  charged: (channel, until, left) =>
    `${channel}: the free hours are over, messages cost; closes ${until} (${left} left)`,
  closed: (channel, since) => `${channel} takes no more messages${since === null ? '' : `, last word ${since}`}.`,
  blocked: (channel) => `The enterprise has blocked or left ${channel}.`,
  off: (channel) => `${channel} is not connected.`,
  elsewhere: (channel) => `The answer will go through ${channel}.`,
  waits: {
    willBe: 'The answer will wait until they write; a template message tells them.',
    hasBeen: 'The answer will wait until they write; a template message told them today.',
    cannot: 'The answer will wait until they write.',
  },
  fails: 'There is no other channel: it will not arrive.',
  failsOff: 'The answer waits some hours and then fails.',
};

export function useWindowWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
