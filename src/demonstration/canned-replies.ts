/** Answers that officers of the demonstration write often. A unit's code, or null for everybody's. */
export const cannedReplies: readonly { code: string; title: string; body: string; unit: string | null }[] = [
  {
    code: 'tiep-nhan',
    title: 'Đã tiếp nhận, đang kiểm tra',
    body: 'Kính gửi {enterprise}, chúng tôi đã tiếp nhận vụ việc {reference} và đang kiểm tra. {officer} sẽ trả lời Quý doanh nghiệp ngay khi có kết quả.',
    unit: null,
  },
  {
    code: 'giay-to',
    title: 'Đề nghị bổ sung chứng từ',
    body: 'Kính gửi {enterprise}, để giải quyết vụ việc {reference}, xin Quý doanh nghiệp gửi thêm: số tờ khai, ảnh chụp màn hình thông báo và chứng từ liên quan.',
    unit: null,
  },
  {
    code: 'giam-sat',
    title: 'Xác nhận qua khu vực giám sát',
    body: 'Kính gửi {enterprise}, thông tin của lô hàng đã được cập nhật trên hệ thống giám sát. Quý doanh nghiệp làm thủ tục qua cổng; nếu còn vướng, xin trả lời ngay tại đây.',
    unit: null,
  },
  {
    code: 'cam-on',
    title: 'Cảm ơn và kết thúc',
    body: 'Cảm ơn {enterprise} đã thông tin. Nếu cần thêm, Quý doanh nghiệp trả lời tin này và nhắc mã {reference}.',
    unit: null,
  },
];
