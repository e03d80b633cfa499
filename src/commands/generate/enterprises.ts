import { taxCodeCheckDigit } from '../../rules/identity/tax-code.ts';
import type { Cells } from './csv-file.ts';
import { type Random, randomOf } from './random.ts';

export interface GeneratedEnterprise {
  taxCode: string;
  name: string;
  isBroker: boolean;
}

const forms = ['Công ty TNHH', 'Công ty CP', 'Công ty TNHH MTV'] as const;
const trades = [
  'Điện tử',
  'Dệt may',
  'Giày da',
  'Thủy sản',
  'Thép',
  'Hóa chất',
  'Nhựa',
  'Bao bì',
  'Đồ gỗ',
  'Cơ khí',
  'Linh kiện Ô tô',
  'Thực phẩm',
  'Thiết bị Y tế',
  'Xuất nhập khẩu',
] as const;
const brokerTrades = ['Giao nhận', 'Đại lý Hải quan', 'Tiếp vận'] as const;
const firsts = ['Sao', 'Núi', 'Sông', 'Cánh', 'Buồm', 'Mây', 'Đồng', 'Rừng', 'Gió', 'Ánh', 'Bến', 'Hạt'] as const;
const seconds = ['Xanh', 'Bạc', 'Vàng', 'Đông', 'Tây', 'Mới', 'Lành', 'Sáng', 'Cao', 'Xa', 'Trắng', 'Biếc'] as const;
const streets = ['Lạch Tray', 'Trần Phú', 'Lê Hồng Phong', 'Ngô Quyền', 'Bạch Đằng', 'Đà Nẵng'] as const;
const towns = ['Hải An', 'Ngô Quyền', 'Hồng Bàng', 'An Dương', 'Chí Linh', 'Kinh Môn', 'Thái Thụy', 'Mỹ Hào'] as const;

// Invented enterprises share the beginning of the demonstration's, above the numbers it uses.
const firstTaxNumber = 29_920_000;

/** Invented companies under tax codes that satisfy the check digit. Every thirtieth is a branch with three digits more. */
export function enterprisesOf(seed: number, count: number): GeneratedEnterprise[] {
  const random = randomOf(seed, 'enterprises');
  const enterprises: GeneratedEnterprise[] = [];
  for (let number = firstTaxNumber; enterprises.length < count; number += 1) {
    const nine = String(number).padStart(9, '0');
    const digit = taxCodeCheckDigit(nine);
    if (digit === null) continue;
    const isBranch = enterprises.length % 30 === 29;
    const isBroker = random.happens(0.02);
    enterprises.push({
      taxCode: `${nine}${digit}${isBranch ? '-001' : ''}`,
      name: `${isBranch ? 'Chi nhánh ' : ''}${nameOf(random, isBroker)} ${enterprises.length + 1}`,
      isBroker,
    });
  }
  return enterprises;
}

function nameOf(random: Random, isBroker: boolean): string {
  const trade = isBroker ? random.oneOf(brokerTrades) : random.oneOf(trades);
  return `${random.oneOf(forms)} ${trade} ${random.oneOf(firsts)} ${random.oneOf(seconds)}`;
}

export function* enterpriseRows(
  seed: number,
  enterprises: readonly GeneratedEnterprise[],
): Generator<Cells<'taxCode' | 'name' | 'address' | 'phones' | 'email' | 'isCustomsBroker'>> {
  const random = randomOf(seed, 'addresses');
  for (const [place, { taxCode, name, isBroker }] of enterprises.entries()) {
    yield {
      taxCode,
      name,
      address: `Số ${random.whole(1, 400)} ${random.oneOf(streets)}, ${random.oneOf(towns)}`,
      phones: `0999${String(place).padStart(6, '0')}`,
      email: `xnk@dn${String(place + 1).padStart(5, '0')}.vidu.vn`,
      isCustomsBroker: isBroker ? 'Có' : 'Không',
    };
  }
}
