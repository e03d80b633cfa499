import type { CreatedCodesView } from '../../http/link-views.ts';

export type LetterItem = CreatedCodesView['items'][number];

/** What a letter says besides the code and the pictures. Letters go to enterprises, so they are in Vietnamese. */
export const letterWords = {
  title: 'THƯ MỜI LIÊN KẾT KÊNH ĐỒNG HÀNH',
  addressee: ({ enterprise: { name, taxCode } }: LetterItem) => `Kính gửi: ${name} (mã số thuế ${taxCode})`,
  body: [
    'Hải quan khu vực III mời Quý doanh nghiệp liên kết với Đồng Hành: kênh trò chuyện để gửi vướng mắc, theo dõi thời hạn trả lời và tra cứu tờ khai của Quý doanh nghiệp.',
    'Người được Quý doanh nghiệp giao nhiệm vụ làm một trong các cách sau:',
  ],
  telegram: 'Telegram: quét mã này',
  webchat: 'Trên trang: quét mã này',
  zalo: 'Zalo: nhắn mã dưới đây cho Official Account',
  codeIs: 'Mã liên kết (dùng một lần):',
  until: (date: string) =>
    `Mã có hiệu lực đến ${date}. Ai có mã này đều liên kết được với Quý doanh nghiệp: xin giữ kín, không chụp đăng lên nhóm chat. Nếu thư bị lộ hoặc thất lạc, xin báo hải quan để thu hồi mã.`,
};

/** The day in the desk's zone: 21/02/2027. */
export function dayInWords(instant: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });
  return parts.format(new Date(instant));
}
