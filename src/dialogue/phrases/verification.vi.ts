import type { OutcomeNotice } from '../../desk/ratings/verification/notices.ts';
import type { OpenedVerification } from '../../desk/ratings/verification/open-verification.ts';
import { sayWhen } from '../../rules/working-time/say-when.ts';

const outcomes: Record<OutcomeNotice['outcome'], string> = {
  substantiated: 'Đánh giá của Quý doanh nghiệp là *có cơ sở*.',
  unsubstantiated: 'Qua xác minh, *chưa thấy cơ sở* như nội dung đánh giá.',
  unclear: 'Với thông tin hiện có, *chưa đủ căn cứ để kết luận*.',
};

/** What is said about the verification of a low rating. `verification.en.ts` and `verification.ko.ts` say the same. */
export const verificationVi = {
  outcome: ({ reference, outcome, told, officerTitle, unitName, silenceDays }: OutcomeNotice) =>
    [
      `*Kết quả xác minh đánh giá* – ${reference}`,
      outcomes[outcome],
      told,
      '',
      `– ${officerTitle}, ${unitName}`,
      '',
      `Đánh giá của Quý doanh nghiệp được giữ nguyên. Anh/chị có đồng ý với kết quả này không ạ? Sau ${silenceDays} ngày làm việc không có phản hồi, vụ việc sẽ tự đóng.`,
    ].join('\n'),
  finalOutcome:
    'Đây là kết quả xem xét lại của cấp trên. Nếu chưa đồng ý, Quý doanh nghiệp có thể khiếu nại bằng đơn theo Luật Khiếu nại, trong 90 ngày kể từ ngày biết việc.',
  agree: 'Đồng ý với kết quả',
  appeal: 'Đề nghị xem xét lại',
  appealed: ({ reference, contactBy, answerBy }: OpenedVerification, now: Date, zone: string) =>
    [
      `Đã chuyển lên cấp trên xem xét lại, mã *${reference}*. Người xác minh lần trước không tham gia.`,
      ...(contactBy === null ? [] : [`Liên hệ anh/chị: *${sayWhen(contactBy, now, zone, 'vi')}*.`]),
      ...(answerBy === null ? [] : [`Trả kết quả: *${sayWhen(answerBy, now, zone, 'vi')}*.`]),
      'Anh/chị nhắn thêm điều chưa thỏa đáng trong kết quả trước giúp.',
    ].join('\n'),
  notAppealed: {
    notDecided: (reference: string) =>
      `*${reference}* đang được xác minh, chưa có kết quả để xem xét lại. Có kết quả, chúng tôi báo ngay tại đây.`,
    appealedAlready: (reference: string) =>
      `Anh/chị đã đề nghị xem xét lại *${reference}*. Mỗi vụ việc được xem xét lại một lần; kết quả sẽ được báo tại đây.`,
    noFurtherLevel: (reference: string) =>
      `*${reference}* đã là kết quả xem xét lại của cấp trên. Nếu chưa đồng ý, Quý doanh nghiệp có thể khiếu nại bằng đơn theo Luật Khiếu nại.`,
    tooLate: (reference: string) => `Đã quá thời hạn đề nghị xem xét lại *${reference}*.`,
  } as Readonly<Record<string, (reference: string) => string>>,
};
