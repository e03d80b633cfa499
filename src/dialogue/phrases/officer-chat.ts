import type { CaseState } from '../../rules/case/words.ts';
import { sayOnDate } from '../../rules/working-time/say-when.ts';

export interface OfficerCaseLine {
  reference: string;
  enterprise: string;
  description: string;
  state: CaseState;
  dueAt: Date | null;
}

export interface OfficerCaseView extends OfficerCaseLine {
  level: number;
  with: string;
  /** What was said last, oldest first; null where it may be read in the console only. */
  said: readonly { by: string; at: Date; text: string }[] | null;
}

export interface NewsLine {
  at: Date;
  /** What happened, who did it included. */
  what: string;
  text: string | null;
}

/**
 * What the bot says to officers in their own chats, in Vietnamese. A message about one case names it in its first line:
 * by that a reply to the message finds its case.
 */
export const officerChat = {
  actions: { take: 'Nhận', pass: 'Chuyển', acknowledge: 'Đã biết', answer: 'Trả lời', view: 'Xem vụ việc' },

  linked: (name: string) =>
    `Đã liên kết cuộc trò chuyện này với tài khoản của ${name}. Cảnh báo sẽ được gửi tại đây; anh/chị có thể nhận, chuyển và trả lời vụ việc ngay trong cuộc trò chuyện. Gõ /trogiup để xem cách dùng.`,
  badCode:
    'Mã liên kết không đúng, đã dùng hoặc đã hết hạn. Anh/chị lấy mã mới trên bảng điều khiển, mục *Cuộc trò chuyện liên kết*.',
  tooManyCodes: (until: Date, now: Date, zone: string) =>
    `Anh/chị đã nhập sai mã nhiều lần. Vì an toàn, mã liên kết chỉ được nhận lại từ ${sayOnDate(until, now, zone)}.`,
  speaksForEnterprise:
    'Cuộc trò chuyện này đang dùng để trao đổi thay mặt doanh nghiệp nên không liên kết với tài khoản công chức được. Anh/chị vui lòng dùng tài khoản nhắn tin khác; mã chưa bị dùng.',
  onlyPrivate: 'Chỉ liên kết được trong cuộc trò chuyện riêng với bot.',
  groupNotice:
    'Xin chào. Bot này chỉ trao đổi riêng với từng công chức đã liên kết nên tôi không trả lời trong nhóm. Anh/chị vui lòng nhắn riêng cho tôi.',
  unlinked: 'Cuộc trò chuyện này đã bỏ liên kết với tài khoản công chức. Cảnh báo không gửi đến đây nữa.',
  noLongerLinked:
    'Cuộc trò chuyện này không còn liên kết với tài khoản công chức nào nên không dùng để xử lý vụ việc được. Anh/chị còn công tác vui lòng lấy mã liên kết mới trên bảng điều khiển.',
  onTrial: 'Tin thử: cuộc trò chuyện này nhận được cảnh báo của anh/chị.',
  forOfficersOnly:
    'Kính chào Quý khách! Đây là kênh nội bộ, chỉ dành cho công chức Hải quan khu vực III. Quý doanh nghiệp vui lòng gửi vướng mắc qua Zalo Official Account, bot Telegram hoặc trang trò chuyện *Đồng Hành* của Chi cục để được cấp mã vụ việc và hẹn giờ trả lời; hoặc gọi 19009299.\nCông chức: anh/chị gửi mã liên kết lấy trên bảng điều khiển.',

  help: (byNumber: boolean) =>
    [
      '*Cách dùng*',
      byNumber
        ? '• Nhận, chuyển, xác nhận đã biết: trả lời bằng số ghi trong cảnh báo, ví dụ *1*; có nhiều cảnh báo thì ghi thêm mã: *1 VM-2026-000123*.'
        : '• Nhận, chuyển, xác nhận đã biết: bấm nút dưới cảnh báo.',
      byNumber
        ? '• Trả lời doanh nghiệp: *VM-2026-000123: nội dung*.'
        : '• Trả lời doanh nghiệp: trả lời (reply) tin của vụ việc, hoặc nhắn *VM-2026-000123: nội dung*.',
      '• /vuviec – vụ việc của tôi; /vuviec VM-2026-000123 – xem một vụ việc',
      '• /traloi VM-… nội dung – trả lời doanh nghiệp',
      '• /hoithem VM-… nội dung – đề nghị doanh nghiệp bổ sung',
      '• /giaiquyet VM-… nội dung – trả lời xong, chờ doanh nghiệp xác nhận',
      '• /ghichu VM-… nội dung – ghi chú nội bộ',
      '• /nhan VM-…, /chuyen VM-…',
      '• /huy – bỏ câu hỏi đang chờ; /huylienket – bỏ liên kết cuộc trò chuyện này',
    ].join('\n'),
  unsupported: 'Tôi chỉ chuyển được chữ, ảnh và tệp. Anh/chị gửi lại bằng chữ hoặc tệp giúp.',
  left: 'Đã bỏ. Không có gì được gửi đi.',
  nothingToLeave: 'Hiện không có câu hỏi nào đang chờ.',
  oldButton: 'Nút này không còn dùng được. Gõ /vuviec để xem vụ việc của anh/chị.',
  noSuchCase: (reference: string) => `Không tìm thấy vụ việc ${reference}.`,
  whichNumber: 'Anh/chị cho biết mã vụ việc giúp, ví dụ /vuviec VM-2026-000123.',

  acknowledged: (reference: string) => `*${reference}* – đã ghi nhận anh/chị đã biết.`,
  alreadyAcknowledged: (reference: string) => `*${reference}* – cảnh báo này đã được xác nhận trước đó.`,
  noSuchAlert: 'Không tìm thấy cảnh báo này.',
  whichMeant: 'Anh/chị vừa nhận thêm cảnh báo nên tôi chưa rõ số này là cho việc nào:',
  sendAnswerTo: 'Gửi trả lời',
  dropAnswerTo: 'Bỏ trả lời',

  taken: (reference: string, dueAt: Date | null, now: Date, zone: string) =>
    [
      `*${reference}* – anh/chị đã nhận vụ việc.`,
      ...(dueAt === null ? [] : [`Hạn gần nhất: ${sayOnDate(dueAt, now, zone)}.`]),
    ].join('\n'),
  withAnother: (reference: string, who: string) =>
    `*${reference}* – hiện do ${who} xử lý. Anh/chị vẫn muốn nhận về mình?`,
  takeAnyway: 'Vẫn nhận',
  leaveIt: 'Thôi',

  passTo: (reference: string) => `*${reference}* – chuyển cho ai?`,
  passToNobody: (reference: string) =>
    `*${reference}* – trong đơn vị không còn công chức nào đang làm việc nhận được vụ việc này.`,
  onDuty: 'đang trực',
  passAbove: 'Chuyển cấp trên',
  more: 'Xem thêm…',
  askReason: (reference: string, to: string) => `*${reference}* – chuyển ${to}. Anh/chị nhắn lý do; gõ *hủy* để thôi.`,
  toAbove: 'lên cấp trên',
  toOfficer: (name: string) => `cho ${name}`,
  passedOn: (reference: string, to: string) => `*${reference}* – đã chuyển ${to}.`,

  askContent: (reference: string) =>
    `*${reference}* – anh/chị nhắn nội dung trả lời doanh nghiệp (kèm tệp nếu cần); gõ *hủy* để thôi.`,
  preview: (reference: string, shown: string, fileCount: number, firstTime: boolean) =>
    [
      `*${reference}* – doanh nghiệp sẽ đọc được đúng như sau:`,
      '———',
      shown,
      '———',
      ...(fileCount > 0 ? [`Kèm ${fileCount} tệp anh/chị vừa gửi.`] : []),
      ...(firstTime
        ? [
            'Chọn *Luôn gửi ngay* thì từ lần sau, điều anh/chị trả lời ở đây được gửi thẳng đến doanh nghiệp, không hỏi lại.',
          ]
        : []),
      'Nhắn nội dung khác để thay.',
    ].join('\n'),
  movedOn: (reference: string, news: readonly NewsLine[], now: Date, zone: string) =>
    [
      `*${reference}* – *chưa gửi*: từ tin gần nhất anh/chị nhận ở đây, vụ việc đã có việc mới:`,
      ...news.map(
        ({ at, what, text }) => `• ${sayOnDate(at, now, zone)}: ${what}${text === null ? '' : `: “${text}”`}`,
      ),
      '',
    ].join('\n'),
  send: 'Gửi',
  sendAnyway: 'Vẫn gửi',
  doNotSend: 'Không gửi',
  alwaysSend: 'Luôn gửi ngay',
  sent: (reference: string, next: 'nothing' | 'awaitEnterprise' | 'resolve', fileCount: number) =>
    `*${reference}* – đã trả lời doanh nghiệp${fileCount > 0 ? `, kèm ${fileCount} tệp` : ''}.${afterwards[next]}`,
  fetchingFiles: (reference: string, count: number) =>
    `*${reference}* – đang tải ${count} tệp. Câu trả lời được gửi ngay khi tải xong và tôi sẽ báo anh/chị.`,
  fileNotFetched: (reference: string, name: string, because: string) =>
    `*${reference}* – *chưa gửi*: tệp “${name}” ${because}. Anh/chị gửi lại câu trả lời với tệp khác, hoặc trả lời trên bảng điều khiển.`,
  fileTooLarge: (name: string) =>
    `Tệp “${name}” quá lớn nên tôi không tải được và *chưa gửi gì* đến doanh nghiệp. Anh/chị gửi tệp nhỏ hơn, hoặc trả lời trên bảng điều khiển.`,
  fileProblems: {
    tooLarge: 'quá lớn',
    refusedType: 'thuộc loại không được nhận',
    gone: 'không tải được từ ứng dụng nhắn tin',
  },
  onlyFiles: 'Cơ quan hải quan gửi Quý doanh nghiệp tệp kèm theo.',
  dropped: (reference: string) => `*${reference}* – câu trả lời đang chờ chưa được gửi và đã bỏ.`,
  nothingWaits: 'Không có câu trả lời nào đang chờ gửi.',
  noted: (reference: string) => `*${reference}* – đã ghi chú nội bộ. Doanh nghiệp không đọc được.`,
  noteEmpty: (reference: string) => `*${reference}* – anh/chị viết nội dung ghi chú sau mã vụ việc giúp.`,
  refused: (reference: string, sentence: string) => `*${reference}* – ${sentence}`,
  whichCase: 'Nội dung vừa rồi là trả lời cho vụ việc nào? Chưa có gì được gửi đi.',
  noneOfThese: 'Không gửi',

  noCases: 'Anh/chị không có vụ việc nào đang mở.',
  noneOverdue: 'Không có vụ việc nào quá hạn trong phạm vi của anh/chị.',
  cases: (title: string, lines: readonly OfficerCaseLine[], now: Date, zone: string) =>
    [`*${title}*`, ...lines.map((line) => caseLine(line, now, zone))].join('\n'),
  mine: 'Vụ việc của anh/chị, hạn gần nhất trước',
  overdue: 'Quá hạn trong phạm vi của anh/chị',
  showOverdue: 'Quá hạn trong đơn vị',
  view: (view: OfficerCaseView, now: Date, zone: string) =>
    [
      `*${view.reference}* – ${stateNames[view.state]}, cấp ${view.level}`,
      `${view.enterprise}: ${view.description}`,
      `Đang xử lý: ${view.with}.`,
      ...(view.dueAt === null ? [] : [dueLine(view.dueAt, now, zone)]),
      ...(view.said === null ? ['Nội dung trao đổi chỉ xem trên bảng điều khiển.'] : saidLines(view.said, now, zone)),
    ].join('\n'),
  by: { enterprise: 'Doanh nghiệp', bot: 'Hệ thống', note: (name: string) => `Ghi chú của ${name}` },
  news: {
    replied: (name: string) => `${name} đã trả lời`,
    resolved: (name: string) => `${name} đã kết luận xong`,
    enterpriseWrote: 'doanh nghiệp nhắn thêm',
  },
  queue: 'hàng chờ của đơn vị',
};

const afterwards = {
  nothing: '',
  awaitEnterprise: ' Vụ việc chờ doanh nghiệp bổ sung.',
  resolve: ' Vụ việc chờ doanh nghiệp xác nhận đã xong.',
};

const stateNames: Record<CaseState, string> = {
  open: 'đang xử lý',
  awaitingEnterprise: 'chờ doanh nghiệp bổ sung',
  awaitingResult: 'chờ kết quả',
  resolved: 'đã trả lời, chờ xác nhận',
  closed: 'đã đóng',
  merged: 'đã gộp',
};

function caseLine(line: OfficerCaseLine, now: Date, zone: string): string {
  const due = line.dueAt === null ? stateNames[line.state] : dueLine(line.dueAt, now, zone);
  return `• ${line.reference} – ${line.enterprise}: ${line.description} (${due.charAt(0).toLowerCase()}${due.slice(1).replace(/\.$/u, '')})`;
}

function dueLine(dueAt: Date, now: Date, zone: string): string {
  const said = sayOnDate(dueAt, now, zone);
  return dueAt.getTime() < now.getTime() ? `Quá hạn từ ${said}.` : `Hạn: ${said}.`;
}

function saidLines(said: NonNullable<OfficerCaseView['said']>, now: Date, zone: string): string[] {
  if (said.length === 0) return [];
  return ['', 'Gần đây:', ...said.map(({ by, at, text }) => `• ${sayOnDate(at, now, zone)}, ${by}: ${text}`)];
}
