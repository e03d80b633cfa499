import type { RetentionRule, RetentionSubject } from '../../rules/privacy/retention.ts';
import { sayInstant } from '../../rules/working-time/say-when.ts';
import type { KeptAbout } from '../../store/data-subjects.ts';
import { sayDay } from './say-day.ts';

/** What the overview is made from. */
export interface DataOverview {
  kept: KeptAbout;
  periods: readonly RetentionRule[];
  zone: string;
}

const channels: Record<string, string> = { telegram: 'Telegram', zalo: 'Zalo', zaloBot: 'Zalo', webchat: 'web' };
const answers = { given: 'đồng ý', declined: 'không đồng ý', withdrawn: 'đã rút lại' } as const;

/** What the bot says about the data it keeps. `data-rights.en.ts` and `data-rights.ko.ts` say the same. */
export const dataRightsVi = {
  overview: ({ kept, periods, zone }: DataOverview) => {
    const { name, chats, phones, links, consents, cases, messages, files, ratings } = kept;
    const current = links.filter(({ until }) => until === null).map(({ enterprise }) => enterprise);
    const open = cases.filter(({ isOpen }) => isOpen);
    const [latest] = consents;
    const days = (what: RetentionSubject) => sayDays(periods, what);
    return [
      '*Dữ liệu đang lưu về anh/chị* (trả lời tự động bằng máy)',
      `• Cuộc trò chuyện: ${chats.map(({ channel, since }) => `${channels[channel]} từ ${sayDay(since, zone)}`).join('; ')}`,
      `• Tên hiển thị: ${name ?? 'không lưu'}`,
      `• Số điện thoại đã xác nhận: ${phones.length === 0 ? 'không có' : phones.map(masked).join(', ')}`,
      `• Doanh nghiệp đại diện: ${current.length === 0 ? 'không có' : current.join('; ')}`,
      `• Ý kiến về việc lưu: ${latest === undefined ? 'chưa hỏi' : `${answers[latest.answer]}, ${sayDay(latest.at, zone)}`}`,
      `• Vụ việc: ${cases.length}${open.length === 0 ? '' : ` (đang xử lý: ${open.map(({ reference }) => reference).join(', ')})`}`,
      `• Tin nhắn: ${messages}; tệp: ${files}; đánh giá: ${ratings}`,
      '',
      '*Lưu bao lâu và vì sao*',
      `• Tin nhắn ngoài vụ việc: ${days('chatMessages')}`,
      `• Nội dung vụ việc, kể từ khi đóng: ${days('closedCases')}`,
      '• Số vụ việc và nhật ký xử lý (ai làm gì, khi nào; không có lời anh/chị viết): lưu lâu dài để kiểm tra được việc thực hiện cam kết.',
      '',
      'Quyền của anh/chị theo Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: xem, tải về, xóa, rút lại đồng ý.',
    ].join('\n');
  },
  isPreparing: (percent: number) => `Bản sao dữ liệu đang được chuẩn bị (${percent}%).`,
  isWaiting: 'Yêu cầu xóa dữ liệu của anh/chị đang chờ thực hiện.',
  exportIt: 'Tải dữ liệu',
  deleteIt: 'Xóa dữ liệu',
  withdraw: 'Rút lại đồng ý',
  keepIt: 'Giữ lại dữ liệu',

  exportBegun: (dueBy: Date, now: Date, zone: string) =>
    `Đã nhận yêu cầu. Tôi đang chuẩn bị bản sao dữ liệu của anh/chị, gồm một trang để đọc và một tệp JSON, và sẽ gửi tại đây, thường trong vài phút, muộn nhất ${sayInstant(dueBy, now, zone, 'vi')}.`,
  exportRunning: (percent: number) =>
    `Bản sao dữ liệu anh/chị yêu cầu đang được chuẩn bị (${percent}%). Xong tôi gửi ngay tại đây.`,

  surelyDelete: ({
    cases,
    openCases,
    isExporting,
  }: {
    cases: number;
    openCases: readonly string[];
    isExporting: boolean;
  }) =>
    [
      '*Xóa dữ liệu* – anh/chị xem kỹ, vì không lấy lại được.',
      '*Sẽ xóa*: tên, số điện thoại, lời nhắn và tệp anh/chị gửi, quyền đại diện doanh nghiệp trong mọi cuộc trò chuyện của anh/chị.',
      `*Giữ lại*: ${cases === 0 ? '' : `số của ${cases} vụ việc với nhật ký xử lý và câu trả lời của cơ quan hải quan (lời của anh/chị được thay bằng dấu đã gỡ, kèm mã băm, để chứng minh nhật ký không bị sửa); `}mức đánh giá không kèm tên; việc anh/chị đã đồng ý và rút lại. Đây là phần phải lưu để kiểm tra việc thi hành công vụ.`,
      ...(openCases.length === 0
        ? []
        : [
            `*Vụ việc đang xử lý* (${openCases.join(', ')}): được giải quyết tiếp cho đến khi đóng, rồi dữ liệu mới được xóa. Trong lúc chờ, anh/chị vẫn nhận trả lời tại đây và có thể đổi ý.`,
          ]),
      ...(isExporting
        ? ['*Bản sao đang chuẩn bị*: được gửi cho anh/chị trước, sau đó mới xóa; riêng bản sao còn tải được vài ngày.']
        : []),
      'Anh/chị chắc chắn muốn xóa không?',
    ].join('\n'),
  yesDelete: 'Xóa dữ liệu của tôi',
  deletionBegun: (dueBy: Date, now: Date, zone: string) =>
    `Đã nhận yêu cầu xóa. Tôi thực hiện ngay và báo khi xong, muộn nhất ${sayInstant(dueBy, now, zone, 'vi')}.`,
  deletionWaits: (openCases: readonly string[], isExporting: boolean) =>
    [
      'Đã nhận yêu cầu xóa.',
      ...(openCases.length === 0
        ? []
        : [`Dữ liệu được xóa ngay khi vụ việc ${openCases.join(', ')} đóng. Nếu đổi ý, anh/chị gõ /dulieu.`]),
      ...(isExporting
        ? ['Bản sao anh/chị yêu cầu được gửi trước và còn tải được vài ngày; dữ liệu chỉ được xóa sau đó.']
        : []),
    ].join(' '),
  deletionKept: 'Đã hủy yêu cầu xóa. Dữ liệu của anh/chị được giữ như trước.',
  nothingToCancel: 'Không có yêu cầu xóa nào đang chờ.',

  withdrawn:
    'Đã ghi nhận anh/chị rút lại đồng ý. Những gì anh/chị nhắn ngoài vụ việc được xóa trong 24 giờ; nội dung vụ việc được giữ đến hết thời hạn lưu. Anh/chị vẫn hỏi được và có thể đồng ý lại bất cứ lúc nào.',
  nothingToWithdraw: 'Hiện anh/chị không có sự đồng ý nào đang hiệu lực.',

  notices: {
    halfway: (messages: number) => `Đã gom ${messages} tin nhắn vào bản sao dữ liệu của anh/chị, được hơn một nửa.`,
    exported: (days: number) =>
      `Đây là bản sao dữ liệu của anh/chị: một trang để đọc và một tệp JSON. Bản sao này được xóa khỏi hệ thống sau ${days} ngày.`,
    deleted: (cases: number) =>
      `Đã xóa dữ liệu của anh/chị.${cases === 0 ? '' : ` Số và nhật ký xử lý của ${cases} vụ việc được giữ lại, không kèm lời của anh/chị.`} Anh/chị cần hỗ trợ thì cứ nhắn, chúng tôi sẽ chào như lần đầu.`,
  },
};

function sayDays(periods: readonly RetentionRule[], what: RetentionSubject): string {
  const rule = periods.find((each) => each.what === what);
  if (rule === undefined) return '';
  const { days, basis } = rule;
  return `${days % 365 === 0 ? `${days / 365} năm` : `${days} ngày`}. Lý do: ${basis}.`;
}

/** The last digits tell somebody which number it is, and nobody else what it is. */
export function masked(phone: string): string {
  return `${'•'.repeat(Math.max(0, phone.length - 4))}${phone.slice(-4)}`;
}
