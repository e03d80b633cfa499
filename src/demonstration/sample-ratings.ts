import type { RiskChannel } from '../rules/declarations/declaration.ts';
import type { RatingLevel } from '../rules/rating/rating.ts';
import type { ReasonCode } from '../rules/rating/reasons.ts';
import { workingDayMinutes } from '../rules/working-time/working-day.ts';
import type { VerificationOutcome } from '../store/schema/ratings.ts';

/** What happened after a low rating, so many working minutes before the present. */
export type RatingDeed = { minutesAgo: number } & (
  | { does: 'contacts'; text: string }
  | { does: 'decides'; outcome: VerificationOutcome; finding: string; told: string }
  | { does: 'orders'; what: string; owner: string; dueInDays: number }
  | { does: 'finishes'; note: string }
  | { does: 'checks'; isEffective: boolean; note: string; next?: { what: string; owner: string; dueInDays: number } }
  | { does: 'agrees' }
  | { does: 'appeals'; text: string }
);

export interface SampleRating {
  /** What it is there to show. */
  shows: string;
  contact: string;
  taxCode: string;
  channel: RiskChannel;
  level: RatingLevel;
  /** Whether the officer who looked at it is rated rather than the declaration as a whole. */
  ofOfficer: boolean;
  reasons: ReasonCode[];
  comment: string | null;
  ratedMinutesAgo: number;
  deeds: readonly RatingDeed[];
}

const days = (count: number): number => Math.round(count * workingDayMinutes);

const called = 'Cảm ơn Quý doanh nghiệp đã phản ánh. Chúng tôi đã nhận việc xác minh và đang xem nhật ký tờ khai.';

/** Low ratings at every point of the way, some late. */
export const sampleRatings: readonly SampleRating[] = [
  {
    shows: 'checked',
    ...{ contact: 'park-kinh-mon', taxCode: '0899106273', channel: 'red', level: 1, ofOfficer: true },
    reasons: ['slow'],
    comment: 'Hàng chờ kiểm hóa cả ngày, gọi điện không ai trả lời.',
    ratedMinutesAgo: days(28.4),
    deeds: [
      { minutesAgo: days(28.2), does: 'contacts', text: called },
      {
        minutesAgo: days(26.5),
        does: 'decides',
        outcome: 'substantiated',
        finding: 'Kiểm tra thực tế bắt đầu muộn do chỉ có một công chức; không thông báo cho doanh nghiệp.',
        told: 'Lô hàng được kiểm tra muộn do bố trí thiếu người. Chúng tôi xin lỗi Quý doanh nghiệp và đã bổ sung người trực kiểm hóa.',
      },
      {
        minutesAgo: days(26.4),
        does: 'orders',
        what: 'Bố trí ít nhất hai công chức kiểm hóa mỗi buổi; báo trước cho doanh nghiệp khi chậm quá 1 giờ.',
        owner: 'thang.nguyen',
        dueInDays: 4,
      },
      { minutesAgo: days(26.3), does: 'agrees' },
      { minutesAgo: days(25.2), does: 'finishes', note: 'Đã lập lịch trực kiểm hóa hai người một buổi từ tuần này.' },
      {
        minutesAgo: days(0.6),
        does: 'checks',
        isEffective: true,
        note: 'Ba tuần gần đây không còn lô nào chờ quá 8 giờ làm việc.',
      },
    ],
  },
  {
    shows: 'checkOverdue',
    ...{ contact: 'mai-sao-bien', taxCode: '0299101121', channel: 'yellow', level: 2, ofOfficer: false },
    reasons: ['unclear'],
    comment: 'Mỗi lần hỏi một cách hướng dẫn khác nhau.',
    ratedMinutesAgo: days(29.6),
    deeds: [
      { minutesAgo: days(29.4), does: 'contacts', text: called },
      {
        minutesAgo: days(28.6),
        does: 'decides',
        outcome: 'substantiated',
        finding: 'Hai công chức trả lời khác nhau về chứng từ gia công.',
        told: 'Hướng dẫn chưa thống nhất là lỗi của chúng tôi. Đơn vị đã thống nhất danh mục chứng từ và gửi lại Quý doanh nghiệp.',
      },
      {
        minutesAgo: days(28.5),
        does: 'orders',
        what: 'Ban hành danh mục chứng từ thống nhất cho tờ khai gia công và phổ biến trong đội.',
        owner: 'viet.hoang',
        dueInDays: 3,
      },
      { minutesAgo: days(28.4), does: 'agrees' },
      { minutesAgo: days(28), does: 'finishes', note: 'Đã ban hành và họp phổ biến.' },
    ],
  },
  {
    shows: 'notEffective',
    ...{ contact: 'dung-buom-trang', taxCode: '0299103714', channel: 'yellow', level: 2, ofOfficer: true },
    reasons: ['slow'],
    comment: 'Hồ sơ vàng mà quá trưa mới mở.',
    ratedMinutesAgo: days(29.8),
    deeds: [
      { minutesAgo: days(29.6), does: 'contacts', text: called },
      {
        minutesAgo: days(28.9),
        does: 'decides',
        outcome: 'substantiated',
        finding: 'Quá thời hạn kiểm tra hồ sơ 2 giờ làm việc.',
        told: 'Hồ sơ được mở muộn hơn thời hạn 2 giờ làm việc. Chúng tôi xin lỗi và đã chấn chỉnh việc phân hồ sơ.',
      },
      {
        minutesAgo: days(28.8),
        does: 'orders',
        what: 'Phân hồ sơ luồng vàng theo giờ đến, không theo đơn vị.',
        owner: 'loan.chu',
        dueInDays: 2,
      },
      { minutesAgo: days(28.7), does: 'agrees' },
      { minutesAgo: days(28.2), does: 'finishes', note: 'Đã đổi cách phân hồ sơ trên hệ thống.' },
      {
        minutesAgo: days(0.9),
        does: 'checks',
        isEffective: false,
        note: 'Vẫn còn 6 tờ khai trong tháng quá 2 giờ làm việc.',
        next: { what: 'Cảnh báo tự động khi hồ sơ luồng vàng chờ quá 90 phút.', owner: 'tuan.tran', dueInDays: 14 },
      },
    ],
  },
  {
    shows: 'actionOverdue',
    ...{ contact: 'thu-pho-noi', taxCode: '0999108531', channel: 'yellow', level: 1, ofOfficer: false },
    reasons: ['extraPapers'],
    comment: 'Yêu cầu nộp thêm bản giấy dù đã có bản điện tử.',
    ratedMinutesAgo: days(14),
    deeds: [
      { minutesAgo: days(13.8), does: 'contacts', text: called },
      {
        minutesAgo: days(12),
        does: 'decides',
        outcome: 'substantiated',
        finding: 'Yêu cầu bản giấy không có căn cứ.',
        told: 'Yêu cầu nộp thêm bản giấy là không đúng quy định. Chúng tôi xin lỗi Quý doanh nghiệp; các lô sau chỉ cần bản điện tử.',
      },
      {
        minutesAgo: days(11.9),
        does: 'orders',
        what: 'Quán triệt toàn đội: không yêu cầu bản giấy khi đã có chứng từ điện tử.',
        owner: 'giang.le',
        dueInDays: 5,
      },
      { minutesAgo: days(11.5), does: 'agrees' },
    ],
  },
  {
    shows: 'acting',
    ...{ contact: 'quynh-lach-tray', taxCode: '0299110373', channel: 'yellow', level: 2, ofOfficer: false },
    reasons: ['attitude'],
    comment: 'Trả lời cộc lốc qua điện thoại.',
    ratedMinutesAgo: days(6),
    deeds: [
      { minutesAgo: days(5.7), does: 'contacts', text: called },
      {
        minutesAgo: days(4.1),
        does: 'decides',
        outcome: 'substantiated',
        finding: 'Đã nghe ghi âm cuộc gọi: cách trả lời chưa đúng mực.',
        told: 'Cách trao đổi qua điện thoại chưa đúng mực. Chúng tôi xin lỗi Quý doanh nghiệp và đã chấn chỉnh.',
      },
      {
        minutesAgo: days(4),
        does: 'orders',
        what: 'Tập huấn giao tiếp qua điện thoại cho bộ phận tiếp nhận.',
        owner: 'nga.phan',
        dueInDays: 12,
      },
    ],
  },
  {
    shows: 'agreed',
    ...{ contact: 'truong-song-gia', taxCode: '0299104884', channel: 'yellow', level: 2, ofOfficer: false },
    reasons: ['slow'],
    comment: null,
    ratedMinutesAgo: days(9),
    deeds: [
      { minutesAgo: days(8.8), does: 'contacts', text: called },
      {
        minutesAgo: days(7.2),
        does: 'decides',
        outcome: 'unsubstantiated',
        finding: 'Các bước trong hạn; chậm do doanh nghiệp bổ sung chứng từ.',
        told: 'Các bước đều trong thời hạn; thời gian còn lại là chờ bổ sung chứng từ của lô hàng.',
      },
      { minutesAgo: days(6.9), does: 'agrees' },
    ],
  },
  {
    shows: 'appealed',
    ...{ contact: 'khoa-buom-trang', taxCode: '0299103714', channel: 'red', level: 1, ofOfficer: true },
    reasons: ['harassed'],
    comment: 'Gây khó khăn khi kiểm hóa, yêu cầu dỡ hết hàng không lý do.',
    ratedMinutesAgo: days(7.4),
    deeds: [
      { minutesAgo: days(7.1), does: 'contacts', text: called },
      {
        minutesAgo: days(5.3),
        does: 'decides',
        outcome: 'unclear',
        finding: 'Biên bản không ghi lý do dỡ toàn bộ; hai bên trình bày khác nhau.',
        told: 'Với biên bản hiện có, chúng tôi chưa đủ căn cứ kết luận về việc yêu cầu dỡ toàn bộ lô hàng.',
      },
      { minutesAgo: days(2.6), does: 'appeals', text: 'Chúng tôi có ảnh chụp tại bãi, đề nghị xem lại.' },
    ],
  },
  {
    shows: 'told',
    ...{ contact: 'tam-con-son', taxCode: '0899107164', channel: 'yellow', level: 2, ofOfficer: false },
    reasons: ['unclear'],
    comment: 'Không rõ phải bổ sung chứng từ nào.',
    ratedMinutesAgo: days(3),
    deeds: [
      { minutesAgo: days(2.7), does: 'contacts', text: called },
      {
        minutesAgo: days(0.4),
        does: 'decides',
        outcome: 'substantiated',
        finding: 'Thông báo bổ sung thiếu tên chứng từ.',
        told: 'Thông báo bổ sung chưa ghi rõ chứng từ. Chúng tôi xin lỗi và gửi kèm danh mục đầy đủ.',
      },
    ],
  },
  {
    shows: 'contacted',
    ...{ contact: 'hanh-nui-voi', taxCode: '0299105341', channel: 'yellow', level: 2, ofOfficer: true },
    reasons: ['mistake'],
    comment: 'Ghi nhầm mã loại hình, phải làm lại.',
    ratedMinutesAgo: days(1.2),
    deeds: [{ minutesAgo: days(1), does: 'contacts', text: called }],
  },
  {
    shows: 'fresh',
    ...{ contact: 'ly-kinh-mon', taxCode: '0899106273', channel: 'yellow', level: 1, ofOfficer: false },
    reasons: ['slow'],
    comment: 'Quá hai giờ chưa thấy mở hồ sơ.',
    ratedMinutesAgo: 25,
    deeds: [],
  },
  {
    shows: 'overdue',
    ...{ contact: 'nhan-hai-au', taxCode: '0299102453', channel: 'yellow', level: 1, ofOfficer: false },
    reasons: ['slow'],
    comment: 'Hàng lạnh mà chờ kiểm tra hồ sơ gần hết buổi.',
    ratedMinutesAgo: days(6.6),
    deeds: [{ minutesAgo: days(6.3), does: 'contacts', text: called }],
  },
  {
    shows: 'notContacted',
    ...{ contact: 'hoang-sao-bien', taxCode: '0299101121', channel: 'yellow', level: 2, ofOfficer: false },
    reasons: [],
    comment: null,
    ratedMinutesAgo: 300,
    deeds: [],
  },
  {
    shows: 'threeStars',
    ...{ contact: 'loc-tien-hai', taxCode: '1099109647', channel: 'green', level: 3, ofOfficer: false },
    reasons: ['system'],
    comment: 'Hệ thống treo hai lần khi truyền tờ khai.',
    ratedMinutesAgo: days(1.8),
    deeds: [{ minutesAgo: days(1.5), does: 'contacts', text: called }],
  },
  {
    shows: 'silent',
    ...{ contact: 'dung-buom-trang', taxCode: '0299103714', channel: 'green', level: 1, ofOfficer: false },
    reasons: ['mistake'],
    comment: 'Xin lỗi, có thể em chấm nhầm tờ khai.',
    ratedMinutesAgo: days(12.5),
    deeds: [
      { minutesAgo: days(12.3), does: 'contacts', text: called },
      {
        minutesAgo: days(10.9),
        does: 'decides',
        outcome: 'unsubstantiated',
        finding: 'Doanh nghiệp xác nhận nhầm tờ khai. Giữ nguyên dữ liệu gốc (PL08 Điều 6 khoản 3).',
        told: 'Quý doanh nghiệp xác nhận đánh giá nhầm tờ khai. Đánh giá được giữ nguyên kèm kết luận này.',
      },
    ],
  },
];
