import type { DataRequestKind, DataRequestState } from '../../rules/privacy/data-request.ts';
import type { RetentionSubject } from '../../rules/privacy/retention.ts';
import { counted } from '../language/counted.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  rail: 'Dữ liệu',
  title: 'Dữ liệu cá nhân',
  requests: 'Yêu cầu của người dùng',
  none: 'Chưa có yêu cầu nào.',
  unnamed: 'không rõ tên',
  kinds: { export: 'Tải dữ liệu', deletion: 'Xóa dữ liệu', withdrawal: 'Rút lại đồng ý' } satisfies Record<
    DataRequestKind,
    string
  >,
  states: {
    preparing: 'đang chuẩn bị',
    waiting: 'đang chờ',
    done: 'đã xong',
    cancelled: 'đã hủy',
  } satisfies Record<DataRequestState, string>,
  asked: (when: string) => `yêu cầu lúc ${when}`,
  due: (when: string) => `hạn ${when}`,
  overdue: 'quá hạn',
  retention: 'Thời hạn lưu',
  subjects: {
    closedCases: 'Nội dung vụ việc đã đóng',
    chatMessages: 'Tin nhắn ngoài vụ việc',
    inboxPayloads: 'Bản gốc tin nhận từ nền tảng',
    dataExports: 'Bản sao dữ liệu đã gửi',
    unsentFiles: 'Tệp đã chọn mà chưa gửi',
    linkCodes: 'Mã liên kết đã hết hạn',
    idempotentAnswers: 'Câu trả lời API giữ lại',
    liveChanges: 'Thay đổi cho trang đang mở',
    signInSessions: 'Phiên và số lần thử đăng nhập đã hết hạn',
    caseViews: 'Ai đã xem vụ việc nào',
    closedChats: 'Địa chỉ của cuộc trò chuyện đã xóa',
    importFiles: 'Tệp nhập dữ liệu và các dòng bị loại',
    officerNotices: 'Thông báo riêng cho công chức',
  } satisfies Record<RetentionSubject, string>,
  days: 'Số ngày',
  fromTo: (before: number, after: number) => `${before} → ${after} ngày`,
  basis: 'Căn cứ',
  save: 'Lưu',
  hint: 'Kéo dài có hiệu lực ngay; rút ngắn cần quản trị viên thứ hai duyệt.',
  proposals: 'Đề xuất rút ngắn chờ duyệt',
  approve: 'Duyệt',
  withdraw: 'Rút',
  runs: 'Những lần xóa gần đây',
  noRuns: 'Chưa có lần dọn nào.',
  deleted: (count: number) => `${count} mục`,
};

type Words = typeof vietnamese;

const english: Words = {
  rail: 'Data',
  title: 'Personal data',
  requests: 'What people asked',
  none: 'Nobody has asked for anything.',
  unnamed: 'no name',
  kinds: { export: 'Copy', deletion: 'Deletion', withdrawal: 'Withdrawal of consent' },
  states: { preparing: 'being prepared', waiting: 'waiting', done: 'done', cancelled: 'cancelled' },
  asked: (when) => `asked ${when}`,
  due: (when) => `due ${when}`,
  overdue: 'overdue',
  retention: 'How long things are kept',
  subjects: {
    closedCases: 'What was said on closed cases',
    chatMessages: 'Messages outside of cases',
    inboxPayloads: 'Deliveries as platforms sent them',
    dataExports: 'Copies of data that were sent',
    unsentFiles: 'Files chosen and never sent',
    linkCodes: 'Expired link codes',
    idempotentAnswers: 'Kept answers of the API',
    liveChanges: 'Changes for open pages',
    signInSessions: 'Expired sign-ins and attempts',
    caseViews: 'Who looked at which case',
    closedChats: 'Addresses of deleted chats',
    importFiles: 'Import files and their rejected rows',
    officerNotices: 'Notices to officers',
  },
  days: 'Days',
  fromTo: (before, after) => `${before} → ${counted(after, 'day')}`,
  basis: 'Reason',
  save: 'Save',
  hint: 'A longer period counts at once; a shorter one needs a second administrator.',
  proposals: 'Shorter periods that wait for approval',
  approve: 'Approve',
  withdraw: 'Take back',
  runs: 'What was deleted lately',
  noRuns: 'Nothing was past its time yet.',
  deleted: (count) => counted(count, 'item'),
};

/** What the page about personal data says, in the language of the console. */
export function usePrivacyWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
