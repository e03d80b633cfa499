import type { Language } from '../language.ts';
import { oneOf, type Random } from './random.ts';

/** Puts something in each `<slot>` of a seed, so that no word of goods or places is learnt as a subject. Throws on a slot it does not know. */
export function fillSlots(seed: string, language: Language, random: Random): string {
  return seed.replace(/<(\w+)>/g, (_, slot: string) => {
    const fill = made[slot];
    if (fill !== undefined) return fill(random);
    const choices = lists[language]?.[slot] ?? lists.vi?.[slot];
    if (choices === undefined) throw new Error(`No such slot: <${slot}> in "${seed}"`);
    return oneOf(choices, random);
  });
}

function list(text: string): readonly string[] {
  return text.trim().split(/\s*\|\s*/);
}

const lists: Readonly<Partial<Record<Language, Readonly<Record<string, readonly string[]>>>>> = {
  vi: {
    goods: list(
      'thép cuộn | vải cotton | linh kiện điện tử | hạt nhựa | máy ép nhựa | giấy kraft | sữa bột | thịt bò đông lạnh | gỗ thông | đèn led | dây cáp điện | lốp xe | bánh kẹo | rượu vang | mỹ phẩm | đồ chơi | máy in | phụ tùng ô tô | hóa chất | phân bón | da thuộc | khóa kéo | vòng bi | bơm nước | tủ lạnh | điều hòa | quần áo | giày dép | táo tươi | cà phê | hạt điều | cao su | kính xây dựng | gạch men | thuốc thú y | thức ăn chăn nuôi | màn hình | pin lithium | xe nâng | máy xúc | nhôm thỏi | sợi polyester | keo dán | mực in | bao bì carton | thiết bị y tế | nước hoa | đồ gỗ nội thất',
    ),
    place: list(
      'Đình Vũ | Tân Vũ | Lạch Huyện | Nam Hải | Chùa Vẽ | Hải An | VIP Green | Nam Đình Vũ | Hải Phòng | Hải Dương | Hưng Yên | Thái Bình | Tràng Duệ | VSIP | Nomura | Thủy Nguyên',
    ),
    office: list(
      'khu vực 1 | khu vực 2 | hải quan Đình Vũ | hải quan Thái Bình | hải quan Hưng Yên | hải quan Hải Dương | chi cục KCX KCN | 03CC | 03CE | 03EE | 03TG | 03NK | 03PJ | kv1 | kv2',
    ),
    officer: list(
      'Hùng | Tuấn | Nguyễn Văn Bình | Lan | Trần Thị Hà | Dũng | Phạm Quang Minh | Hương | Lê Đức Thắng | Thảo | Cường | Vũ Mạnh Kiên | Sơn | Mai | Đỗ Hữu Phúc',
    ),
    country: list(
      'Trung Quốc | Hàn Quốc | Nhật Bản | Thái Lan | Đức | Mỹ | Ấn Độ | Malaysia | Indonesia | Đài Loan | Úc | Ý | Pháp | Nga | Brazil',
    ),
    day: list(
      'hôm qua | sáng nay | chiều qua | hôm kia | thứ hai | thứ ba | thứ tư | thứ năm | thứ sáu tuần trước | đầu tuần | tuần trước | tối qua | trưa nay | ngày 12 | hôm trước',
    ),
    hour: list('8h | 9h30 | 10 giờ | 14h | 15h30 | 2 giờ chiều | 7h sáng | 16 giờ'),
  },
  en: {
    goods: list(
      'steel coils | cotton fabric | electronic parts | plastic resin | kraft paper | frozen beef | pine timber | LED lamps | tyres | wine | cosmetics | toys | printers | auto parts | chemicals | leather | bearings | pumps | garments | shoes | coffee | batteries | forklifts | furniture | medical devices',
    ),
    place: list('Dinh Vu | Tan Vu | Lach Huyen | Nam Hai | Hai Phong | Hai Duong | Hung Yen | Thai Binh'),
    office: list('Dinh Vu customs | KV1 | KV2 | Thai Binh customs | Hai Duong customs | 03EE | 03CC'),
    officer: list('Hung | Tuan | Nguyen Van Binh | Lan | Dung | Minh | Huong'),
    day: list('yesterday | this morning | on Monday | last week | two days ago'),
  },
  ko: {
    goods: list(
      '철강 코일 | 면직물 | 전자 부품 | 플라스틱 수지 | 냉동 소고기 | 목재 | LED 조명 | 타이어 | 화장품 | 장난감 | 프린터 | 자동차 부품 | 화학제품 | 가죽 | 베어링 | 의류 | 신발 | 배터리 | 지게차 | 의료기기',
    ),
    place: list('딘부 | 하이퐁 | 하이즈엉 | 흥옌 | 타이빈'),
  },
};

// Short lists everywhere: every language writes codes and forms alike.
const forms = list('E | D | AK | AJ | VK | VJ | AANZ | RCEP | CPTPP | B | S | AI | EAV | EUR.1');
const errors = list('A0084 | S0012 | E1001 | A0038 | W0003 | E0301 | A0120 | R0007');
const owners = list('TCLU | MSKU | OOLU | KMTU | SITU | TGHU | WHLU | ONEU | EGHU | CAIU');

const made: Readonly<Record<string, (random: Random) => string>> = {
  form: (random) => oneOf(forms, random),
  err: (random) => oneOf(errors, random),
  decl: (random) => `${oneOf(['10', '30', '10', '30', '50'], random)}${digits(9, random)}0`,
  cont: (random) => `${oneOf(owners, random)}${digits(7, random)}`,
  mst: (random) => `020${digits(7, random)}`,
  phone: (random) => `09${digits(8, random)}`,
  case: (random) => `${oneOf(['VM', 'PA', 'VM', 'DG'], random)}-2026-${digits(6, random)}`,
  hs: (random) =>
    `${oneOf(['8544', '3926', '8481', '7318', '8708', '3901'], random)}${oneOf(['', '.90', '.4911'], random)}`,
  hs2: (random) => `${oneOf(['8409', '8536', '3917', '7326', '8512'], random)}${oneOf(['', '.99', '.1000'], random)}`,
  money: (random) =>
    `${1 + Math.floor(random() * 90)}${oneOf([' triệu', 'tr', '.000.000 đồng', '00k', ' USD'], random)}`,
  n: (random) => String(2 + Math.floor(random() * 8)),
};

function digits(count: number, random: Random): string {
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
}
