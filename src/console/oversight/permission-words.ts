import type { PermissionsView } from '../../http/permission-routes.ts';
import type { SessionView } from '../../http/views.ts';
import { useLanguage } from '../language/language.tsx';

type Permission = SessionView['permissions'][number];
type Sight = PermissionsView['sight'][number];
type Reach = PermissionsView['acts'][number]['reach'][number];

const vietnamese = {
  rail: 'Ai được làm gì',
  title: 'Ai được làm gì',
  lead: 'Bảng này lấy từ chính bảng mà hệ thống dùng để quyết định. Trước mọi dòng: người bị loại trừ khỏi một vụ việc không thấy và không làm được gì với vụ việc đó, dù giữ chức vụ nào.',
  act: 'Việc',
  sight: 'Được thấy vụ việc',
  acts: 'Được làm',
  kinds: { plain: 'Vướng mắc, câu hỏi', conduct: 'Phản ánh, xác minh đánh giá' } satisfies Record<
    Sight['kinds'],
    string
  >,
  relations: {
    ownUnit: 'Của đơn vị mình',
    unitBelow: 'Của đơn vị cấp dưới',
    otherUnit: 'Của đơn vị cấp trên, ngang cấp hoặc khác',
    assignee: 'Được giao',
    told: 'Được cảnh báo hoặc nhắc tên',
    excluded: 'Bị loại trừ (người bị phản ánh)',
  } satisfies Record<Sight['relation'], string>,
  reach: {
    nowhere: 'Không',
    ownUnits: 'Đơn vị mình',
    seenCases: 'Vụ việc thấy được',
    everywhere: 'Có',
  } satisfies Record<Reach, string>,
  permissions: {
    readCases: 'Đọc vướng mắc, câu hỏi',
    readConduct: 'Đọc phản ánh và xác minh',
    hearOfConduct: 'Nhận cảnh báo khi phản ánh lên cấp',
    workOnCases: 'Trả lời, ghi chú, nhận, chuyển, giải quyết vụ việc',
    decideExclusions: 'Loại trừ công chức khỏi vụ việc',
    followFindings: 'Theo dõi kết luận xác minh của người khác',
    followVerifications: 'Xem danh sách xác minh',
    readViews: 'Xem ai đã xem vụ việc nào',
    removeContent: 'Gỡ nội dung tin nhắn',
    readRatings: 'Xem kết quả đánh giá',
    readExactRatings: 'Xem kết quả đánh giá theo từng ngày, chưa công bố',
    readRatingsByName: 'Xem kết quả đánh giá của từng công chức',
    readRatingFlags: 'Xem dấu hiệu đánh giá bất thường',
    seeFigures: 'Xem hôm nay, bảng chuyển cấp, giữ thời hạn',
    seeWorkloads: 'Xem khối lượng việc và lịch vắng của từng công chức',
    leadUnit: 'Chia sẻ bộ lọc, theo dõi biện pháp khắc phục của đơn vị',
    readCannedReplies: 'Dùng mẫu trả lời',
    keepCannedReplies: 'Soạn mẫu trả lời',
    keepLabels: 'Sửa danh mục nhãn của vụ việc',
    keepLibrary: 'Soạn và công bố phụ lục',
    keepLinks: 'Quyết định người đại diện doanh nghiệp',
    findEnterprises: 'Tìm doanh nghiệp và tờ khai',
    approvePolicies: 'Duyệt quy định thời hạn',
    readPermissions: 'Xem bảng này',
    administer: 'Quản trị tổ chức, lịch, khóa API, thời hạn lưu, đăng nhập',
    lookAfterDelivery: 'Xử lý tin gửi lỗi',
    readAuditLog: 'Xem nhật ký kiểm toán',
  } satisfies Record<Permission, string>,
};

const english: typeof vietnamese = {
  rail: 'Who may do what',
  title: 'Who may do what',
  lead: 'Read from the very table by which the system decides. Before every row: whoever is kept away from a case sees nothing of it and does nothing to it, whatever the rank.',
  act: 'Act',
  sight: 'Sees a case',
  acts: 'May do',
  kinds: { plain: 'Problems, questions', conduct: 'Reports, verifications' },
  relations: {
    ownUnit: 'Of their own unit',
    unitBelow: 'Of a unit below',
    otherUnit: 'Of a unit above, beside or elsewhere',
    assignee: 'Given to them',
    told: 'Of which they were alerted or in which they are named',
    excluded: 'From which they are kept away (the subject of a report)',
  },
  reach: { nowhere: 'No', ownUnits: 'Own unit', seenCases: 'Cases they see', everywhere: 'Yes' },
  permissions: {
    readCases: 'Read problems and questions',
    readConduct: 'Read reports and verifications',
    hearOfConduct: 'Be alerted when a report goes up',
    workOnCases: 'Answer, note, take, hand over, resolve',
    decideExclusions: 'Keep an officer away from a case',
    followFindings: 'Follow findings of others',
    followVerifications: 'Read the list of verifications',
    readViews: 'Read who looked at which case',
    removeContent: 'Remove the words of a message',
    readRatings: 'Read what ratings say',
    readExactRatings: 'Read ratings day by day, before they come out',
    readRatingsByName: 'Read the ratings of an officer by name',
    readRatingFlags: 'Read flags of unusual ratings',
    seeFigures: 'Read today, the wall and kept promises',
    seeWorkloads: 'Read who has how much in hand and who is away',
    leadUnit: 'Share filters, follow corrective actions of the unit',
    readCannedReplies: 'Insert canned replies',
    keepCannedReplies: 'Write canned replies',
    keepLabels: 'Keep the labels of cases',
    keepLibrary: 'Write and publish appendices',
    keepLinks: 'Decide who speaks for an enterprise',
    findEnterprises: 'Find enterprises and declarations',
    approvePolicies: 'Approve policies',
    readPermissions: 'Read this table',
    administer: 'Administer organisation, calendars, keys, retention, sign-ins',
    lookAfterDelivery: 'Look after messages that failed',
    readAuditLog: 'Read the audit log',
  },
};

export function usePermissionWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
