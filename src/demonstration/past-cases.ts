import type { CategoryCode } from '../rules/identity/categories.ts';
import { dayMilliseconds } from '../rules/working-time/working-day.ts';
import { enterprises } from './enterprises.ts';
import { offices } from './units.ts';

/** A matter of the last weeks that came and went without anything to tell about it. */
export interface PastCase {
  openedAt: Date;
  contact: string;
  unit: (typeof offices)[number]['unit'];
  office: (typeof offices)[number]['code'];
  category: CategoryCode;
  urgent: boolean;
  text: string;
  answer: string;
  /** What was used of the time that each promise allows: more than one is too late. */
  used: { acknowledge: number; firstResponse: number; resolution: number };
}

const weeks = 9;
const casesADay = 3;

const matters: readonly (readonly [CategoryCode, text: string, answer: string])[] = [
  [
    'supervision_vasscm',
    'Tờ khai đã thông quan nhưng cổng cảng báo container chưa đủ điều kiện qua khu vực giám sát. Nhờ anh chị kiểm tra giúp.',
    'Dạ, danh sách container đã được cập nhật lại trên VASSCM. Anh/chị in lại mã vạch và đưa xe vào giúp ạ.',
  ],
  [
    'origin_co',
    'C/O form D bản điện tử chưa thấy trên hệ thống, tờ khai đang chờ để hưởng thuế ưu đãi. Anh chị cho hỏi có nộp bổ sung được không?',
    'Dạ được. Anh/chị khai bổ sung trong thời hạn quy định và nộp C/O khi có; tờ khai được xử lý theo diện chậm nộp C/O.',
  ],
  [
    'hs_classification',
    'Bên em chưa thống nhất được mã HS cho mô tơ điện loại nhỏ, xin anh chị hướng dẫn hồ sơ cần nộp.',
    'Dạ, anh/chị nộp catalô và tài liệu kỹ thuật kèm tờ khai; nếu cần, anh/chị đề nghị xác định trước mã số.',
  ],
  [
    'channel_inspection',
    'Lô hàng luồng đỏ đã đăng ký kiểm hóa từ sáng, cho em hỏi dự kiến mấy giờ tới lượt ạ?',
    'Dạ, lô hàng được kiểm trong buổi chiều nay, công chức sẽ gọi cho người đại diện trước 30 phút.',
  ],
  [
    'declaration_amend_cancel',
    'Tờ khai sai số lượng kiện do nhầm đơn vị tính, bên em cần sửa sau thông quan. Hồ sơ gồm những gì?',
    'Dạ, anh/chị gửi khai bổ sung trên hệ thống kèm văn bản giải trình và chứng từ liên quan, không phải đến trực tiếp.',
  ],
  [
    'system_error',
    'Phần mềm khai báo báo lỗi chữ ký số từ 8 giờ, chưa gửi được tờ khai nào.',
    'Dạ, lỗi đã khắc phục. Anh/chị đăng xuất, chọn lại chứng thư số rồi gửi lại giúp ạ.',
  ],
  [
    'processing_export',
    'Doanh nghiệp chế xuất thay đổi địa điểm lưu giữ nguyên liệu thì thông báo thế nào?',
    'Dạ, anh/chị thông báo cơ sở sản xuất, nơi lưu giữ trên hệ thống trước khi đưa nguyên liệu về.',
  ],
];

/** The matters of the last weeks up to `presentAt`, oldest first. The same present, the same matters. */
export function pastCases(presentAt: Date): PastCase[] {
  const random = repeatable(20_261_122);
  const people = enterprises.flatMap(({ contacts }) => contacts.slice(0, 1).map(({ login }) => login));
  const found: PastCase[] = [];
  for (let day = weeks * 7; day >= 3; day -= 1) {
    for (let place = 0; place < casesADay; place += 1) {
      const contact = pick(people, random());
      const office = pick(offices, random() ** 1.5);
      const matter = pick(matters, random());
      if (contact === undefined || office === undefined || matter === undefined) continue;
      const [category, text, answer] = matter;
      // Better of late, and not everywhere alike.
      const slow = 0.1 + (day / (weeks * 7)) * 0.1 + (office.unit === 'R3-KV1' ? 0.14 : 0);
      const share = () => (random() < slow ? 1.05 + random() * 0.7 : 0.12 + random() * 0.8);
      found.push({
        openedAt: new Date(presentAt.getTime() - day * dayMilliseconds - Math.floor(random() * 9 * 3_600) * 1_000),
        ...{ contact, unit: office.unit, office: office.code, category, text, answer },
        urgent: random() < 0.12,
        used: { acknowledge: share(), firstResponse: share(), resolution: share() },
      });
    }
  }
  return found.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
}

function pick<Each>(from: readonly Each[], share: number): Each | undefined {
  return from[Math.floor(share * from.length)];
}

/** Numbers from 0 up to 1 that look like chance and are always the same (a 32-bit xorshift). */
function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
