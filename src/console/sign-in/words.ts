import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  by: (label: string) => `Đăng nhập bằng ${label}`,
  or: 'hoặc bằng mật khẩu',
  because: (refusal: string, label: string) =>
    ({
      unknown: `Hệ thống ${label} đã xác nhận anh/chị, nhưng địa chỉ này chưa có trong danh sách công chức đang làm việc. Anh/chị nhờ quản trị viên thêm giúp.`,
      unverified: `Hệ thống ${label} chưa xác minh địa chỉ thư của anh/chị. Anh/chị nhờ bộ phận quản lý tài khoản xác minh giúp.`,
      someoneElse: `Địa chỉ thư này đã gắn với một tài khoản khác ở ${label}. Nếu anh/chị vừa được cấp tài khoản mới, nhờ quản trị viên gửi một lời mời.`,
      stale: `Lần xác nhận ở ${label} đã quá lâu. Anh/chị đăng nhập lại ở đó.`,
      down: `Hệ thống ${label} chưa trả lời. Anh/chị thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.`,
    })[refusal] ?? `Chưa đăng nhập được bằng ${label}. Anh/chị thử lại, hoặc đăng nhập bằng mật khẩu.`,
};

type Words = typeof vietnamese;

const english: Words = {
  by: (label) => `Sign in with ${label}`,
  or: 'or with a password',
  because: (refusal, label) =>
    ({
      unknown: `${label} knows you, but no officer who works here has this address. Ask an administrator to add you.`,
      unverified: `${label} has not verified your e-mail address. Ask those who look after its accounts.`,
      someoneElse: `This address is bound to another account at ${label}. If yours is new, ask an administrator for an invitation.`,
      stale: `You signed in at ${label} too long ago. Please sign in there again.`,
      down: `${label} does not answer. Try again in a few minutes, or use your password.`,
    })[refusal] ?? `Signing in with ${label} did not work. Try again, or use your password.`,
};

/** What the sign-in page says of the agency's directory, in the language of the console. */
export function useDirectoryWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
