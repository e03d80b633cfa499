import type { CaseKind } from '../case/words.ts';
import type { CategoryCode } from '../identity/categories.ts';
import type { Confidence } from '../working-time/calendar.ts';

/**
 * A time limit that law sets for a procedure. It stands beside our promises and is never timed by them: a promise to
 * answer replaces no limit of the procedure (PL01 Điều 9 khoản 1), and only the file knows when the limit began.
 */
export interface StatutoryLimit {
  matter: string;
  limit: string;
  article: string;
  binds: 'customs' | 'enterprise';
  /** How well the article was checked: two sources or more, one, none. */
  confidence: Confidence;
}

interface Applies extends StatutoryLimit {
  categories?: readonly CategoryCode[];
  kinds?: readonly CaseKind[];
}

const documents: readonly CategoryCode[] = [
  'processing_delay',
  'channel_inspection',
  'origin_co',
  'hs_classification',
  'customs_valuation',
];
const rulings: readonly CategoryCode[] = ['origin_co', 'hs_classification', 'customs_valuation'];

const limits: readonly Applies[] = [
  {
    matter: 'Kiểm tra hồ sơ, kể từ khi tiếp nhận đủ hồ sơ',
    limit: 'chậm nhất 2 giờ làm việc',
    article: 'Luật Hải quan 54/2014/QH13, Điều 23 khoản 2 điểm a',
    binds: 'customs',
    confidence: '2+',
    categories: documents,
  },
  {
    matter: 'Kiểm tra thực tế hàng hóa, kể từ khi người khai xuất trình đủ hàng hóa',
    limit: 'chậm nhất 8 giờ làm việc; lô hàng lớn hoặc phức tạp gia hạn tối đa 2 ngày',
    article: 'Luật Hải quan 54/2014/QH13, Điều 23 khoản 2 điểm b',
    binds: 'customs',
    confidence: '2+',
    categories: ['channel_inspection', 'processing_delay', 'supervision_vasscm'],
  },
  {
    matter: 'Kiểm tra thực tế hàng phải kiểm tra chuyên ngành: tính từ khi có kết quả kiểm tra chuyên ngành',
    limit: 'chậm nhất 8 giờ làm việc',
    article: 'Luật Hải quan 54/2014/QH13, Điều 23 khoản 2 điểm b',
    binds: 'customs',
    confidence: '1',
    categories: ['specialised_inspection'],
  },
  {
    matter: 'Trả lời thông báo đề nghị làm thủ tục ngoài giờ đã gửi trong giờ hành chính',
    limit: 'ngay khi nhận được',
    article: 'Luật Hải quan 54/2014/QH13, Điều 23 khoản 4; Thông tư 38/2015/TT-BTC, Điều 4',
    binds: 'customs',
    confidence: '2+',
    categories: ['overtime'],
  },
  {
    matter: 'Không chấp nhận đăng ký tờ khai: nêu lý do bằng văn bản hoặc qua hệ thống điện tử',
    limit: 'cùng lúc với việc từ chối',
    article: 'Luật Hải quan 54/2014/QH13, Điều 30 khoản 2; Nghị định 08/2015/NĐ-CP, Điều 26 khoản 2',
    binds: 'customs',
    confidence: '2+',
    categories: ['registration_refusal'],
  },
  {
    matter: 'Khai bổ sung theo yêu cầu của cơ quan hải quan',
    limit: '5 ngày làm việc',
    article: 'Thông tư 38/2015/TT-BTC, Điều 20 khoản 2',
    binds: 'enterprise',
    confidence: '1',
    categories: ['declaration_amend_cancel'],
  },
  {
    matter: 'Kiểm tra nội dung khai bổ sung',
    limit: '2 giờ làm việc',
    article: 'Thông tư 38/2015/TT-BTC, Điều 20 khoản 2',
    binds: 'customs',
    confidence: '1',
    categories: ['declaration_amend_cancel'],
  },
  {
    matter: 'Hủy tờ khai theo đề nghị của người khai',
    limit: '8 giờ làm việc',
    article: 'Thông tư 38/2015/TT-BTC, Điều 22 khoản 2 điểm b.3',
    binds: 'customs',
    confidence: '1',
    categories: ['declaration_amend_cancel'],
  },
  {
    matter: 'Tự khai bổ sung sau thông quan, trước khi có quyết định kiểm tra sau thông quan',
    limit: '60 ngày kể từ ngày thông quan',
    article: 'Thông tư 38/2015/TT-BTC, Điều 20 khoản 1 điểm b',
    binds: 'enterprise',
    confidence: '2+',
    categories: ['declaration_amend_cancel', 'penalty'],
  },
  {
    matter: 'Bổ sung hồ sơ, đề nghị tham vấn khi bị nghi vấn trị giá',
    limit: '5 ngày',
    article: 'Thông tư 38/2015/TT-BTC, Điều 25 khoản 2',
    binds: 'enterprise',
    confidence: '1',
    categories: ['customs_valuation'],
  },
  {
    matter: 'Xác định trước mã số, xuất xứ, trị giá hải quan',
    limit: '30 ngày, trường hợp phức tạp 60 ngày; từ chối trong 5 ngày làm việc',
    article: 'Luật Hải quan 54/2014/QH13, Điều 28; Nghị định 08/2015/NĐ-CP, Điều 24',
    binds: 'customs',
    confidence: '2+',
    categories: rulings,
  },
  {
    matter: 'Giải trình sai khác trên chứng từ chứng nhận xuất xứ',
    limit: '5 ngày làm việc',
    article: 'Thông tư 33/2023/TT-BTC, Điều 19',
    binds: 'enterprise',
    confidence: '1',
    categories: ['origin_co'],
  },
  {
    matter: 'Xác minh xuất xứ hàng hóa',
    limit: 'tối đa 180 ngày',
    article: 'Thông tư 33/2023/TT-BTC, Điều 19',
    binds: 'customs',
    confidence: '1',
    categories: ['origin_co'],
  },
  {
    matter: 'Kiểm tra sau thông quan tại trụ sở cơ quan hải quan',
    limit: 'tối đa 5 ngày làm việc; thông báo kết quả trong 5 ngày làm việc',
    article: 'Luật Hải quan 54/2014/QH13, Điều 79',
    binds: 'customs',
    confidence: '1',
    categories: ['post_clearance_audit'],
  },
  {
    matter: 'Kiểm tra sau thông quan tại trụ sở người khai hải quan',
    limit: 'tối đa 10 ngày làm việc, gia hạn một lần tối đa 10 ngày làm việc',
    article: 'Luật Hải quan 54/2014/QH13, Điều 80',
    binds: 'customs',
    confidence: '1',
    categories: ['post_clearance_audit'],
  },
  {
    matter: 'Nếu doanh nghiệp khiếu nại chính thức: thụ lý, kể từ khi nhận đơn',
    limit: '7 ngày làm việc',
    article: 'Nghị định 155/2026/NĐ-CP, Điều 10',
    binds: 'customs',
    confidence: '1',
    kinds: ['report'],
  },
  {
    matter: 'Nếu doanh nghiệp khiếu nại chính thức: giải quyết lần đầu, kể từ ngày thụ lý',
    limit: '30 ngày, vụ việc phức tạp 45 ngày',
    article: 'Luật Khiếu nại, Điều 28',
    binds: 'customs',
    confidence: '2+',
    kinds: ['report'],
  },
];

/** The limits of law that may bear on a case of this kind and category, customs' own first. Often there is none. */
export function statutoryLimits(matter: { kind: CaseKind; category: string }): StatutoryLimit[] {
  return limits
    .filter(({ categories, kinds }) => {
      if (kinds !== undefined) return kinds.includes(matter.kind);
      const isAboutProcedure = matter.kind === 'issue' || matter.kind === 'question';
      return isAboutProcedure && (categories ?? []).some((category) => category === matter.category);
    })
    .map(({ categories: _, kinds: __, ...limit }) => limit)
    .toSorted((a, b) => Number(a.binds === 'enterprise') - Number(b.binds === 'enterprise'));
}
