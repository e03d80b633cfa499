import type { CategoryCode } from '../rules/identity/categories.ts';
import type { OfficeCode } from '../rules/identity/office-codes.ts';
import { answeredCases } from './sample-cases-answered.ts';

/** What somebody did, so many working minutes before the present. "The officer" is whoever has the case by then. */
export type SampleDeed = { minutesAgo: number } & (
  | { does: 'takes' }
  | { does: 'replies'; text: string; next: 'nothing' | 'awaitEnterprise' | 'resolve' }
  | { does: 'writesNote'; text: string }
  | { does: 'acknowledgesAlerts' }
  | { does: 'enterpriseWrites'; text: string }
  | { does: 'confirmsSolved' }
  | { does: 'saysNotSolved' }
);

export interface SampleCase {
  /** What the case is there to show. */
  shows: string;
  contact: string;
  kind: 'issue' | 'question';
  category: CategoryCode;
  office: OfficeCode;
  declaration: string | null;
  urgent: boolean;
  text: string;
  openedMinutesAgo: number;
  deeds: readonly SampleDeed[];
}

/** Prepared cases. Reminders, broken promises and alerts are not written here: the ladder fires them on the way. */
export const sampleCases: readonly SampleCase[] = [
  {
    shows: 'fresh',
    contact: 'quynh-lach-tray',
    kind: 'issue',
    category: 'supervision_vasscm',
    office: '03EE',
    declaration: '107860551690',
    urgent: false,
    text: 'Em chào anh chị, tờ khai 107860551690 đã được đưa hàng về bảo quản nhưng cổng cảng Đình Vũ báo chưa đủ điều kiện qua khu vực giám sát. Em in danh sách container mã vạch thì bị thiếu 1 cont. Nhờ anh chị kiểm tra giúp em với ạ.',
    openedMinutesAgo: 6,
    deeds: [],
  },
  {
    shows: 'dueSoon',
    contact: 'truong-song-gia',
    kind: 'issue',
    category: 'channel_inspection',
    office: '03CC',
    declaration: '107861255030',
    urgent: false,
    text: 'Tờ khai 107861255030 luồng đỏ, bên em đã xuất trình hàng tại bãi từ sáng mà vẫn chưa tới lượt kiểm hóa. Anh chị cho em hỏi dự kiến mấy giờ thì kiểm ạ?',
    openedMinutesAgo: 105,
    deeds: [{ minutesAgo: 98, does: 'takes' }],
  },
  {
    shows: 'raised',
    contact: 'nhan-hai-au',
    kind: 'issue',
    category: 'supervision_vasscm',
    office: '03EE',
    declaration: '107861377820',
    urgent: true,
    text: 'Gấp quá anh chị ơi, lô tôm đông lạnh tờ khai 107861377820 đang nằm bãi Đình Vũ, container lạnh sắp hết giờ cắm điện. Hệ thống cảng báo tờ khai không khớp số container nên không cho xe vào lấy hàng.',
    openedMinutesAgo: 100,
    deeds: [],
  },
  {
    shows: 'notTaken',
    contact: 'tam-con-son',
    kind: 'issue',
    category: 'overtime',
    office: '03EE',
    declaration: '307461127730',
    urgent: false,
    text: 'Tàu cắt máng tối nay, bên em cần làm thủ tục ngoài giờ cho tờ khai xuất 307461127730 ở Đình Vũ thì đăng ký trước mấy giờ và gửi cho ai ạ?',
    openedMinutesAgo: 50,
    deeds: [],
  },
  {
    shows: 'working',
    contact: 'khoa-buom-trang',
    kind: 'issue',
    category: 'temporary_import',
    office: '03EE',
    declaration: null,
    urgent: false,
    text: 'Lô máy tạm nhập của khách bên em sắp hết thời hạn lưu lại, khách muốn gia hạn thêm 3 tháng. Hồ sơ gia hạn cần gì và nộp trước bao nhiêu ngày ạ?',
    openedMinutesAgo: 700,
    deeds: [
      { minutesAgo: 684, does: 'takes' },
      {
        minutesAgo: 640,
        does: 'replies',
        text: 'Đơn vị đã nhận được câu hỏi. Công ty cần gửi thông báo gia hạn trước khi hết thời hạn đã đăng ký, kèm thỏa thuận gia hạn với đối tác. Tôi đang kiểm tra lại thời hạn trên tờ khai để trả lời cụ thể cho lô này.',
        next: 'nothing',
      },
      {
        minutesAgo: 610,
        does: 'writesNote',
        text: 'Đã đề nghị bộ phận hồ sơ cho xem tờ khai tạm nhập gốc. Chiều mai trả lời dứt điểm.',
      },
    ],
  },
  {
    shows: 'awaitingEnterprise',
    contact: 'hanh-nui-voi',
    kind: 'issue',
    category: 'origin_co',
    office: '03CE',
    declaration: '107859020630',
    urgent: false,
    text: 'C/O form E của tờ khai 107859020630 bị báo số tham chiếu trùng với một lô khác nên chưa được hưởng thuế ưu đãi. Em phải làm gì ạ?',
    openedMinutesAgo: 560,
    deeds: [
      { minutesAgo: 548, does: 'takes' },
      {
        minutesAgo: 500,
        does: 'replies',
        text: 'Đề nghị công ty gửi ảnh chụp cả hai mặt C/O, vận đơn và văn bản giải trình của người xuất khẩu về số tham chiếu. Khi đủ ba tài liệu này, Đội Thông quan sẽ trả lời trong 02 giờ làm việc.',
        next: 'awaitEnterprise',
      },
    ],
  },
  {
    shows: 'notSolved',
    contact: 'dung-buom-trang',
    kind: 'issue',
    category: 'declaration_amend_cancel',
    office: '03TG',
    declaration: '107857730061',
    urgent: false,
    text: 'Tờ khai 107857730061 bên em khai bổ sung đơn giá từ hôm qua mà trên hệ thống vẫn chưa thấy phê duyệt. Nhờ anh chị xem giúp.',
    openedMinutesAgo: 400,
    deeds: [
      { minutesAgo: 389, does: 'takes' },
      {
        minutesAgo: 330,
        does: 'replies',
        text: 'Hồ sơ khai bổ sung đã được phê duyệt. Công ty tra cứu lại trạng thái tờ khai trên phần mềm khai báo.',
        next: 'resolve',
      },
      { minutesAgo: 45, does: 'saysNotSolved' },
      {
        minutesAgo: 44,
        does: 'enterpriseWrites',
        text: 'Em tra cứu lại rồi nhưng đơn giá dòng hàng số 3 vẫn là số cũ, mới chỉ cập nhật dòng 1 và 2 thôi ạ.',
      },
    ],
  },
  ...answeredCases,
];
