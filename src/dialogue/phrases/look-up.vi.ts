import { dayOfDate } from './say-day.ts';

/** What is said while appendices are looked up, in Vietnamese. `look-up.en.ts` and `look-up.ko.ts` say the same. */
export const lookUpVi = {
  ask: 'Anh/chị muốn tra cứu điều gì trong các phụ lục thỏa thuận? Cứ gõ câu hỏi (ví dụ: *đăng ký làm thứ bảy trước mấy giờ*) hoặc địa chỉ (*phụ lục 6 điều 4*), hoặc chọn một phụ lục bên dưới.',
  appendices: (day: string | null) => `*Các phụ lục thỏa thuận*${day === null ? '' : ` (tại ngày ${dayOfDate(day)})`}`,
  articlesOf: (code: string, title: string) => `*${code}. ${title}*`,
  chooseArticle: 'Anh/chị bấm hoặc gõ số điều muốn đọc (ví dụ: *điều 4*).',
  article: (number: string) => `Điều ${number}`,
  version: (label: string, from: string, until: string | null) =>
    `Bản ${label}, hiệu lực từ ${dayOfDate(from)}${until === null ? '' : ` đến hết ngày ${dayOfDate(until)}`}.`,
  asOf: (day: string) => `Tra cứu tại ngày ${dayOfDate(day)}.`,
  asOfSigned: (number: string, day: string) => `Theo bản có hiệu lực ngày ký thỏa thuận ${number} (${dayOfDate(day)}).`,
  notSigned: 'Chưa thấy thỏa thuận nào của doanh nghiệp anh/chị trong hệ thống, nên tôi tra theo bản đang có hiệu lực.',
  nothingInForce: (day: string) =>
    `Chưa có phụ lục nào có hiệu lực vào ngày ${dayOfDate(day)}. Anh/chị chọn ngày khác hoặc hỏi cán bộ giúp.`,
  alsoSee: 'Có thể anh/chị cũng cần:',
  whole: (number: string) => `Toàn văn Điều ${number}`,
  previous: (number: string) => `‹ Điều ${number}`,
  next: (number: string) => `Điều ${number} ›`,
  page: (page: number, of: number) => `(phần ${page}/${of})`,
  nextPage: (page: number, of: number) => `Đọc tiếp (${page}/${of})`,
  helpful: 'Hữu ích',
  unhelpful: 'Chưa đúng, hỏi cán bộ',
  askOfficer: 'Hỏi cán bộ',
  browse: 'Danh mục phụ lục',
  frequent: 'Câu hỏi thường gặp',
  frequentAsked: '*Câu hỏi thường gặp*\nAnh/chị chọn câu muốn xem:',
  noneFrequent: 'Hiện chưa có câu hỏi thường gặp nào. Anh/chị cứ gõ câu hỏi của mình.',
  back: 'Về menu',
  thanks: 'Cảm ơn anh/chị đã cho biết. Anh/chị cứ hỏi tiếp nếu cần.',
  notFound:
    'Tôi không tìm thấy nội dung này trong các phụ lục thỏa thuận, nên xin không trả lời đoán. Anh/chị có thể hỏi cán bộ, hoặc xem danh mục phụ lục.',
  notFoundIn: (code: string) => `Tôi không thấy nội dung này trong ${code}. Đây là các điều của phụ lục này:`,
  noSuchArticle: (code: string, number: string) => `${code} không có Điều ${number}. Đây là các điều của phụ lục này:`,
  noSuchAppendix: (code: string) => `Không có phụ lục ${code} đang có hiệu lực. Đây là các phụ lục hiện có:`,
  whichAppendix: (article: string) => `Anh/chị muốn đọc Điều ${article} của phụ lục nào?`,
  firstArticle: 'Đây là điều đầu tiên của phụ lục.',
  lastArticle: 'Đây là điều cuối cùng của phụ lục.',
  gone: 'Bản này không còn để đọc tại đây. Anh/chị tra cứu lại giúp.',
  kept: (percent: number, kept: number, of: number) =>
    `Cam kết này đã được giữ trong ${percent} % trường hợp tháng này (${kept}/${of}).`,
  /** Begins the question that goes to an officer, in the person's own name. */
  question: (query: string | null, shown: readonly string[]) =>
    [
      query === null
        ? 'Tôi cần hỏi về nội dung đã tra cứu trong phụ lục thỏa thuận.'
        : `Câu hỏi tra cứu phụ lục: “${query}”.`,
      shown.length === 0 ? 'Trợ lý không tìm thấy nội dung phù hợp.' : `Trợ lý đã dẫn: ${shown.join('; ')}.`,
    ].join('\n'),
  /** A quotation that leaves words out. */
  cut: '…',
};

/** The shape of a language: the same sentences, made from the same facts. */
export type LookUpPhrases = typeof lookUpVi;
