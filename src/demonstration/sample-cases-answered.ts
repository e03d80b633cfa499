import type { SampleCase } from './sample-case.ts';

/** Cases that were answered for good: one still waits for the enterprise's word, the others are closed. */
export const answeredCases: readonly SampleCase[] = [
  {
    shows: 'resolved',
    contact: 'ly-kinh-mon',
    kind: 'issue',
    category: 'customs_valuation',
    office: '03PJ',
    declaration: '107860730150',
    urgent: false,
    text: 'Bên em nhận thông báo nghi vấn trị giá của tờ khai 107860730150. Công ty mua linh kiện của công ty mẹ bên Hàn, giờ cần nộp những gì và trong mấy ngày ạ?',
    openedMinutesAgo: 600,
    deeds: [
      { minutesAgo: 588, does: 'takes' },
      {
        minutesAgo: 540,
        does: 'replies',
        text: 'Đề nghị công ty cho biết hợp đồng có điều khoản giảm giá theo số lượng hay không, và gửi bảng giá của công ty mẹ cho khách không có quan hệ đặc biệt.',
        next: 'awaitEnterprise',
      },
      {
        minutesAgo: 430,
        does: 'enterpriseWrites',
        text: 'Dạ hợp đồng không có giảm giá. Em gửi bảng giá qua hệ thống rồi ạ, anh chị xem giúp em.',
      },
      {
        minutesAgo: 418,
        does: 'writesNote',
        text: 'Bảng giá khớp với dữ liệu cùng kỳ. Không cần mời tham vấn trực tiếp.',
      },
      {
        minutesAgo: 350,
        does: 'replies',
        text: 'Công ty bổ sung hồ sơ trong 05 ngày kể từ ngày nhận thông báo: hợp đồng, chứng từ thanh toán, bảng giá và văn bản giải trình về mối quan hệ với người bán. Nộp trên hệ thống, không cần nộp bản giấy.',
        next: 'resolve',
      },
    ],
  },
  {
    shows: 'confirmed',
    contact: 'thu-pho-noi',
    kind: 'issue',
    category: 'system_error',
    office: '03PL',
    declaration: null,
    urgent: false,
    text: 'Công ty em vừa đổi chữ ký số, giờ truyền tờ khai báo lỗi không xác thực được. Anh chị hướng dẫn giúp em đăng ký lại với ạ.',
    openedMinutesAgo: 1500,
    deeds: [
      { minutesAgo: 1492, does: 'takes' },
      {
        minutesAgo: 1455,
        does: 'replies',
        text: 'Công ty đăng nhập cổng đăng ký người sử dụng, vào mục chữ ký số, tải chứng thư mới lên rồi chờ khoảng 15 phút trước khi truyền lại. Nếu vẫn lỗi, công ty gửi ảnh chụp màn hình vào vụ việc này.',
        next: 'resolve',
      },
      { minutesAgo: 1410, does: 'enterpriseWrites', text: 'Em truyền được rồi ạ, cảm ơn anh chị nhiều.' },
      { minutesAgo: 1409, does: 'confirmsSolved' },
    ],
  },
  {
    shows: 'answeredByManager',
    contact: 'hoang-sao-bien',
    kind: 'issue',
    category: 'hs_classification',
    office: '03NK',
    declaration: '107845501230',
    urgent: false,
    text: 'Mặt hàng mô-đun màn hình tại tờ khai 107845501230 bên em khai mã 8529, lô trước ở cảng khác lại được áp mã 8524. Em nên theo mã nào để các lô sau thống nhất ạ?',
    openedMinutesAgo: 1650,
    deeds: [
      { minutesAgo: 1632, does: 'takes' },
      { minutesAgo: 1600, does: 'putsLabel', label: 'Chờ kết quả phân tích' },
      { minutesAgo: 1518, does: 'acknowledgesAlerts' },
      {
        minutesAgo: 1440,
        does: 'replies',
        text: 'Xin lỗi công ty vì trả lời chậm. Căn cứ cấu tạo thể hiện trong tài liệu kỹ thuật của lô này, mặt hàng được xem xét ở nhóm 8524. Để áp dụng thống nhất, công ty nên nộp đơn đề nghị xác định trước mã số; đơn vị sẽ hướng dẫn hồ sơ khi công ty cần.',
        next: 'resolve',
      },
      { minutesAgo: 1300, does: 'confirmsSolved' },
    ],
  },
];
