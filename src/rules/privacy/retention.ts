/** What is kept for a time and then goes by itself. */
export const retentionSubjects = [
  'closedCases',
  'chatMessages',
  'inboxPayloads',
  'dataExports',
  'unsentFiles',
  'linkCodes',
  'idempotentAnswers',
  'liveChanges',
  'signInSessions',
  'caseViews',
  'closedChats',
  'importFiles',
  'officerNotices',
] as const;
export type RetentionSubject = (typeof retentionSubjects)[number];

export interface RetentionRule {
  what: RetentionSubject;
  days: number;
  basis: string;
}

/** What holds until an administrator says otherwise. */
export const retentionDefaults: readonly RetentionRule[] = [
  {
    what: 'closedCases',
    days: 1825,
    basis: 'Bằng thời hạn lưu hồ sơ hải quan 05 năm (Luật Hải quan 54/2014/QH13, Điều 18 khoản 2 điểm đ)',
  },
  { what: 'chatMessages', days: 365, basis: 'Hết mục đích trao đổi (Luật 91/2025/QH15)' },
  { what: 'inboxPayloads', days: 30, basis: 'Chỉ để xử lý lại khi có sự cố' },
  { what: 'dataExports', days: 7, basis: 'Đủ để người yêu cầu tải về' },
  { what: 'unsentFiles', days: 14, basis: 'Đủ để hoàn thành một câu trả lời đang soạn' },
  { what: 'linkCodes', days: 90, basis: 'Đủ để trả lời khiếu nại về mã đã cấp' },
  { what: 'idempotentAnswers', days: 2, basis: 'Đủ để một yêu cầu gửi lại nhận cùng câu trả lời' },
  { what: 'liveChanges', days: 2, basis: 'Chỉ để trang đang mở cập nhật' },
  { what: 'signInSessions', days: 30, basis: 'Đủ để kiểm tra đăng nhập bất thường' },
  { what: 'caseViews', days: 730, basis: 'Đủ để làm rõ ai đã xem hồ sơ khi có khiếu nại, tố cáo' },
  // No shorter than the copies: a copy is fetched in the chat.
  { what: 'closedChats', days: 7, basis: 'Người dùng đã yêu cầu xóa dữ liệu (Luật 91/2025/QH15)' },
  { what: 'importFiles', days: 7, basis: 'Đủ để sửa và nhập lại các dòng bị loại' },
  { what: 'officerNotices', days: 365, basis: 'Đủ để người nhận xem lại trong một năm công tác' },
];

/** Why a number of days cannot be: null for one that can. */
export function whyNotDays(days: number): 'notWhole' | 'tooShort' | 'tooLong' | null {
  if (!Number.isInteger(days)) return 'notWhole';
  if (days < 1) return 'tooShort';
  return days > 36_500 ? 'tooLong' : null;
}

/** A shorter period destroys what a longer one would have kept, so a second person has to agree to it. */
export function needsSecondPerson(before: number, after: number): boolean {
  return after < before;
}
