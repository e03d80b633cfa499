import { counted } from '../../language/counted.ts';
import { useLanguage } from '../../language/language.tsx';

const vietnamese = {
  title: 'Đăng nhập',
  states: { none: 'chưa mời', invited: 'đã mời', in: 'đã vào' },
  ways: {
    password: 'đã đặt mật khẩu',
    directory: 'đã gắn với tài khoản của cơ quan',
    factor: 'có xác thực hai bước',
    noFactor: 'chưa bật xác thực hai bước',
  },
  nowhere: 'Hiện không đăng nhập ở đâu.',
  sessions: (count: number) => `Đang đăng nhập ở ${count} nơi.`,
  never: 'Chưa có mật khẩu. Gửi lời mời để công chức tự đặt.',
  openUntil: (when: string) => `Lời mời còn dùng được đến ${when}.`,
  invite: 'Mời đăng nhập',
  again: 'Mời lại',
  renew: 'Mời đặt lại mật khẩu',
  revoke: 'Thu hồi lời mời',
  signOut: 'Đăng xuất mọi nơi',
  signedOut: (count: number) => `Đã đăng xuất khỏi ${count} nơi.`,
  hint: 'Khi lời mời được dùng: mật khẩu cũ hết hiệu lực, xác thực hai bước và tài khoản của cơ quan phải gắn lại.',
  once: (when: string) => `Đường dẫn chỉ hiện lần này và dùng được một lần, đến ${when}. Anh/chị chép và gửi riêng:`,
  copy: 'Chép đường dẫn',
  copied: 'Đã chép',
};

type Words = typeof vietnamese;

const english: Words = {
  title: 'Sign-in',
  states: { none: 'not invited', invited: 'invited', in: 'can sign in' },
  ways: {
    password: 'has set a password',
    directory: "bound to the agency's account",
    factor: 'has a second factor',
    noFactor: 'has no second factor',
  },
  nowhere: 'Signed in nowhere now.',
  sessions: (count) => `Signed in at ${counted(count, 'place')}.`,
  never: 'No password yet. An invitation lets the officer set one.',
  openUntil: (when) => `The invitation opens until ${when}.`,
  invite: 'Invite',
  again: 'Invite again',
  renew: 'Invite to a new password',
  revoke: 'Take the invitation back',
  signOut: 'Sign out everywhere',
  signedOut: (count) => `Signed out of ${counted(count, 'place')}.`,
  hint: "Once it is used, the old password ends, and the second factor and the agency's account are bound anew.",
  once: (when) => `The link is shown only now and opens once, until ${when}. Copy it and hand it over privately:`,
  copy: 'Copy the link',
  copied: 'Copied',
};

/** What is said of an officer's way in, in the language of the console. */
export function useSignInWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
