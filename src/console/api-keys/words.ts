import type { ApiScope } from '../../rules/visibility/scopes.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  rail: 'Khóa API',
  title: 'Khóa API của các chương trình',
  make: 'Tạo khóa',
  name: 'Tên chương trình',
  scopes: 'Được phép',
  scopeNames: {
    'cases:read': 'Xem vụ việc',
    'cases:write': 'Xử lý vụ việc',
    'declarations:read': 'Xem tờ khai',
    'declarations:write': 'Cập nhật tờ khai',
    'enterprises:read': 'Xem doanh nghiệp',
    'enterprises:write': 'Quản lý người đại diện',
    'ratings:read': 'Xem đánh giá',
    'ratings:write': 'Xử lý đánh giá',
    'appendices:read': 'Xem phụ lục',
    'organisation:read': 'Xem tổ chức',
    administration: 'Quản trị',
  } satisfies Record<ApiScope, string>,
  perMinute: 'Số yêu cầu mỗi phút',
  until: 'Hết hạn (để trống nếu không có hạn)',
  once: 'Khóa chỉ hiện một lần. Chép lại ngay:',
  everything: 'mọi quyền',
  lastUsed: (when: string) => `dùng lần cuối ${when}`,
  neverUsed: 'chưa dùng',
  untilDay: (when: string) => `đến ${when}`,
  ended: 'không còn dùng được',
  revoke: 'Thu hồi',
  none: 'Chưa có khóa nào.',
};

type Words = typeof vietnamese;

const english: Words = {
  rail: 'API keys',
  title: 'API keys of programs',
  make: 'Make a key',
  name: 'Name of the program',
  scopes: 'May do',
  scopeNames: {
    'cases:read': 'Read cases',
    'cases:write': 'Work on cases',
    'declarations:read': 'Read declarations',
    'declarations:write': 'Update declarations',
    'enterprises:read': 'Read enterprises',
    'enterprises:write': 'Decide who speaks for them',
    'ratings:read': 'Read ratings',
    'ratings:write': 'Work on ratings',
    'appendices:read': 'Read appendices',
    'organisation:read': 'Read the organisation',
    administration: 'Administration',
  },
  perMinute: 'Requests a minute',
  until: 'Until (empty: no end)',
  once: 'The key is shown once. Copy it now:',
  everything: 'everything',
  lastUsed: (when) => `last used ${when}`,
  neverUsed: 'never used',
  untilDay: (when) => `until ${when}`,
  ended: 'of no use any more',
  revoke: 'Revoke',
  none: 'There is no key.',
};

/** What the page of API keys says, in the language of the console. */
export function useKeyWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
