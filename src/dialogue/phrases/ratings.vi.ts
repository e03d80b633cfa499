import type { DeclarationState } from '../../rules/declarations/declaration.ts';
import type { RatingLevel } from '../../rules/rating/rating.ts';
import type { ReasonCode } from '../../rules/rating/reasons.ts';
import { type StepName, stepLabels } from '../../rules/routing/step-in-question.ts';
import { sayWhen } from '../../rules/working-time/say-when.ts';
import { type InvitedFacts, onItsDay, type RatedFacts } from './ratings-facts.ts';

const levels: Record<RatingLevel, string> = {
  5: '5 ⭐ Rất hài lòng',
  4: '4 ⭐ Hài lòng',
  3: '3 ⭐ Bình thường',
  2: '2 ⭐ Không hài lòng',
  1: '1 ⭐ Rất không hài lòng',
};

const reasons: Record<ReasonCode, string> = {
  fast: 'Nhanh chóng',
  clear: 'Hướng dẫn rõ ràng',
  polite: 'Thái độ lịch sự',
  helpful: 'Hỗ trợ tận tình',
  slow: 'Chậm, phải chờ lâu',
  unclear: 'Hướng dẫn không rõ',
  extraPapers: 'Đòi thêm giấy tờ',
  attitude: 'Thái độ chưa đúng mực',
  mistake: 'Sai sót nghiệp vụ',
  harassed: 'Gây phiền hà',
  system: 'Hệ thống bị lỗi',
};

const states: Record<DeclarationState, string> = {
  registered: 'đã đăng ký',
  inspecting: 'đang kiểm tra',
  released: 'đã giải phóng hàng',
  stored: 'đã đưa hàng về bảo quản',
  cleared: 'đã thông quan',
  cancelled: 'đã hủy',
};

/** What the bot says about ratings. `ratings.en.ts` and `ratings.ko.ts` say the same. */
export const ratingsVi = {
  levels,
  reasons,
  invitation: ({ number, state, stateAt, enterprise, isReminder }: InvitedFacts, zone: string) =>
    [
      `${isReminder ? 'Nhắc lại một lần: tờ khai' : 'Tờ khai'} *${number}* của ${enterprise} ${states[state]} lúc ${onItsDay(stateAt, zone, 'vi')}.`,
      'Quý doanh nghiệp hài lòng ở mức nào với việc giải quyết thủ tục?',
      'Công chức được đánh giá không biết ai đánh giá. Không muốn nhận lời mời, anh/chị gõ *tắt lời mời*.',
    ].join('\n'),
  digest: (count: number, enterprise: string, isReminder: boolean) =>
    [
      `${isReminder ? 'Nhắc lại một lần: còn' : 'Có'} *${count} tờ khai* của ${enterprise} đã làm xong thủ tục và chưa được đánh giá.`,
      'Quý doanh nghiệp hài lòng ở mức nào? Có thể đánh giá một lần cho tất cả, xem từng tờ khai, hoặc chỉ chọn tờ khai có vấn đề.',
      'Không muốn nhận lời mời, anh/chị gõ *tắt lời mời*.',
    ].join('\n'),
  allVerySatisfied: 'Tất cả: 5 ⭐ Rất hài lòng',
  allSatisfied: 'Tất cả: 4 ⭐ Hài lòng',
  oneByOne: 'Xem từng tờ khai',
  onlyProblems: 'Chỉ tờ khai có vấn đề',
  ratedAll: (count: number, level: RatingLevel) =>
    `Đã ghi nhận *${levels[level]}* cho ${count} tờ khai. Cảm ơn Quý doanh nghiệp. Trong 24 giờ anh/chị vẫn sửa được từng tờ khai: gõ /danhgia và số tờ khai.`,
  nothingLeft: 'Các tờ khai này đều đã được đánh giá. Cảm ơn Quý doanh nghiệp.',
  whichProblem: (count: number) => `Tờ khai nào có vấn đề ạ? Còn ${count} tờ khai chưa đánh giá.`,
  next: (number: string, left: number, hasButtons: boolean) =>
    `Tờ khai *${number}*${left > 0 ? ` (sau đó còn ${left})` : ''}: Quý doanh nghiệp hài lòng ở mức nào?${hasButtons ? '' : ' Gõ *bỏ qua* để sang tờ khai sau, *dừng* để thôi.'}`,
  skip: 'Bỏ qua',
  stop: 'Dừng',
  stopped: 'Dạ vâng. Những tờ khai còn lại anh/chị đánh giá lúc nào cũng được bằng /danhgia.',

  askLevel: (number: string, subject: string | null, before: RatingLevel | null) =>
    `Quý doanh nghiệp hài lòng ở mức nào với ${subject === null ? 'việc giải quyết thủ tục' : `*${subject}*`} của tờ khai *${number}*?${before === null ? '' : ` Hiện đang ghi: ${levels[before]}.`}`,
  rated: (facts: RatedFacts) => {
    const { number, level, subject, isChange, counts, changeableUntil, verification, now, zone } = facts;
    const what = subject === null ? `tờ khai *${number}*` : `${subject}, tờ khai *${number}*`;
    return [
      `${isChange ? 'Đã sửa thành' : 'Đã ghi nhận'} *${levels[level]}* cho ${what}. Cảm ơn Quý doanh nghiệp.`,
      counts
        ? `Anh/chị có thể sửa ${sayWhen(changeableUntil, now, zone, 'vi')}.`
        : 'Đã quá 15 ngày từ ngày thông quan nên ý kiến này được ghi nhận nhưng không tính vào chỉ số tháng (PL08 Điều 5).',
      ...(verification === null ? [] : ['', ...whatHappens(verification, now, zone)]),
    ].join('\n');
  },
  whatHappens,
  askWhy: 'Điều gì chưa tốt ạ? Anh/chị chọn lý do, nhắn thêm ý kiến hoặc gửi ảnh; xong thì bấm *Xong*.',
  askMore: 'Anh/chị muốn nói thêm điều gì? Chọn lý do, nhắn ý kiến hoặc gửi ảnh; xong thì bấm *Xong*.',
  noted: (chosen: readonly ReasonCode[], hasWords: boolean) =>
    `Đã ghi: ${[...chosen.map((code) => reasons[code].toLowerCase()), ...(hasWords ? ['ý kiến của anh/chị'] : [])].join('; ')}. Anh/chị chọn thêm, nhắn thêm, hoặc bấm *Xong*.`,
  more: 'Thêm ý kiến',
  subjects: 'Chọn đơn vị, khâu, công chức',
  done: 'Xong',
  mistaken: 'Nhầm tờ khai',
  thanks: 'Cảm ơn Quý doanh nghiệp đã đánh giá.',
  whichSubject: (number: string) => `Tờ khai *${number}*: anh/chị muốn đánh giá riêng ai hoặc khâu nào?`,
  step: (step: StepName) => `Khâu ${stepLabels[step]}`,
  officer: (name: string, steps: readonly StepName[]) =>
    `${name} (${steps.map((step) => stepLabels[step]).join(', ')})`,
  noContact: 'Không tiếp xúc công chức',
  noContactNoted: 'Đã ghi: không tiếp xúc công chức.',
  mistakenNoted: (number: string) =>
    `Đã ghi nhận: đánh giá cho tờ khai *${number}* là nhầm và không tính vào chỉ số nữa; bản gốc vẫn được lưu và người xác minh (nếu có) ghi kết luận theo PL08 Điều 6. Anh/chị muốn đánh giá tờ khai nào?`,
  choose: (isTooMany: boolean) =>
    `Anh/chị muốn đánh giá tờ khai nào? Bấm chọn hoặc nhắn số tờ khai (12 chữ số).${isTooMany ? ' Danh sách xếp từ mới nhất.' : ''}`,
  declaration: (number: string, state: DeclarationState, level: RatingLevel | null) =>
    `${number} ${level === null ? states[state] : `${level} ⭐`}`,
  none: 'Hiện chưa có tờ khai nào của doanh nghiệp anh/chị đại diện để đánh giá. Tờ khai vừa đăng ký có thể chưa được cập nhật ở đây.',
  notOwn:
    'Không thấy tờ khai này trong các tờ khai của doanh nghiệp mà anh/chị đại diện, nên chưa đánh giá được. Anh/chị kiểm tra lại 12 chữ số giúp.',
  stands: (number: string) =>
    `Đánh giá của tờ khai *${number}* đã gửi quá 24 giờ nên không sửa được nữa (PL08 Điều 5). Nếu có việc cần giải quyết, anh/chị bấm *Gửi vướng mắc*.`,
  cancelled: (number: string) => `Tờ khai *${number}* đã hủy nên không đánh giá được.`,
  representsNobody:
    'Để đánh giá tờ khai, anh/chị xác minh doanh nghiệp trước giúp: nhập mã trên thư của Hải quan hoặc gõ /xacminh.',
  muted:
    'Đã tắt lời mời đánh giá; chúng tôi sẽ không hỏi nữa. Anh/chị vẫn đánh giá được bằng /danhgia. Muốn nhận lại, gõ *bật lại lời mời*.',
  wanted: 'Đã bật lại lời mời đánh giá.',
  preferred: 'Từ bây giờ lời mời đánh giá sẽ được gửi tại đây.',
  want: 'Bật lại lời mời',
  reportToo:
    'Ý kiến này đã được ghi vào đánh giá. Vì có nội dung phản ánh công chức, chúng tôi cũng chuẩn bị một phiếu phản ánh chỉ kiểm tra nội bộ đọc được:',

  caseClosed: (reference: string) => `Quý doanh nghiệp hài lòng ở mức nào với cách giải quyết vụ việc *${reference}*?`,
  caseRated: (reference: string, level: RatingLevel) =>
    `Đã ghi nhận *${levels[level]}* cho vụ việc *${reference}*. Cảm ơn Quý doanh nghiệp. Anh/chị có thể nhắn thêm ý kiến ngay tại đây.`,
  caseNotAsked: (reference: string) => `Hiện chưa đánh giá được vụ việc *${reference}*.`,
  caseStands: (reference: string) => `Đánh giá cho vụ việc *${reference}* đã gửi quá 24 giờ nên không sửa được nữa.`,
  commentKept: 'Đã ghi thêm ý kiến. Cảm ơn Quý doanh nghiệp.',
};

/** The shape of a language: the same sentences, made from the same facts. */
export type RatingPhrases = typeof ratingsVi;

function whatHappens(
  { reference, contactBy, answerBy }: NonNullable<RatedFacts['verification']>,
  now: Date,
  zone: string,
): string[] {
  const contact =
    contactBy === null ? 'sẽ liên hệ với anh/chị' : `sẽ liên hệ với anh/chị *${sayWhen(contactBy, now, zone, 'vi')}*`;
  const answer = answerBy === null ? '' : ` và trả lời kết quả ${sayWhen(answerBy, now, zone, 'vi')}`;
  return [
    `Rất tiếc vì trải nghiệm chưa tốt. Chúng tôi đã mở phiếu xác minh *${reference}*: người xác minh độc lập ${contact}${answer} (PL08 Điều 6). Người được đánh giá không thấy tên Quý doanh nghiệp.`,
  ];
}
