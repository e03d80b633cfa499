import { useLanguage } from '../../language/language.tsx';
import type { Channels } from '../data.ts';

type Account = Channels['accounts'][number];

const vietnamese = {
  title: 'Kênh liên lạc',
  lead: 'Tài khoản của chi cục trên các nền tảng: còn hoạt động không, hạn cấp quyền, tin đi và tin đến.',
  accounts: 'Tài khoản',
  channel: 'Kênh',
  account: 'Tài khoản',
  state: 'Tình trạng',
  states: { working: 'hoạt động', warning: 'cần để ý', broken: 'không hoạt động' } satisfies Record<
    NonNullable<Account['state']>,
    string
  >,
  unchecked: 'không cần kiểm tra',
  ends: 'Hết hạn cấp quyền',
  checked: 'Kiểm tra lúc',
  received: 'Nhận gần nhất',
  sent: 'Gửi gần nhất',
  waiting: 'Chờ gửi',
  held: 'Chờ người nhận',
  failed: 'Cần quyết định',
  never: 'chưa có',
  silent: (until: string) => `Nền tảng yêu cầu ngừng gửi đến ${until}.`,
  troubles: 'Xem tin không gửi được',
  webhooks: 'Địa chỉ webhook',
  webhooksLead:
    'Nhập các địa chỉ này ở trang của từng nền tảng. Mỗi địa chỉ chỉ trả lời khi nền tảng đó đã được cấu hình.',
  platforms: { telegram: 'Telegram', zalo: 'Zalo Official Account', zaloBot: 'Zalo Bot' } satisfies Record<
    Channels['webhooks'][number]['platform'],
    string
  >,
  none: 'Chưa có tài khoản nào hoạt động.',
};

type Words = typeof vietnamese;

const english: Words = {
  title: 'Channels',
  lead: 'Our accounts on chat platforms: whether they work, when their grants end, what came and went.',
  accounts: 'Accounts',
  channel: 'Channel',
  account: 'Account',
  state: 'State',
  states: { working: 'works', warning: 'look at it', broken: 'does not work' },
  unchecked: 'nothing to check',
  ends: 'Grant ends',
  checked: 'Checked at',
  received: 'Last received',
  sent: 'Last sent',
  waiting: 'Waiting',
  held: 'Waiting for the person',
  failed: 'Need a decision',
  never: 'never',
  silent: (until) => `The platform wants silence until ${until}.`,
  troubles: 'See what was not delivered',
  webhooks: 'Webhook addresses',
  webhooksLead: 'Enter these on the pages of each platform. An address answers only where its platform is configured.',
  platforms: { telegram: 'Telegram', zalo: 'Zalo Official Account', zaloBot: 'Zalo Bot' },
  none: 'There is no account yet.',
};

/** What the page of channels says, in the language of the console. */
export function useChannelWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
