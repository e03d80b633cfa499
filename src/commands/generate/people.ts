import { units } from '../../demonstration/units.ts';
import type { Cells } from './csv-file.ts';
import { type Random, randomOf } from './random.ts';

export interface GeneratedOfficer {
  email: string;
  unit: string;
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Đinh', 'Lương'] as const;
const middles = ['Thị', 'Văn', 'Đức', 'Quang', 'Thu', 'Hải', 'Minh', 'Ngọc', 'Thanh', 'Xuân'] as const;
const givens = ['Lan', 'Hùng', 'Hòa', 'Sơn', 'Mai', 'Long', 'Trang', 'Đạt', 'Yến', 'Kiên', 'Bình', 'Thảo'] as const;
const validFrom = '15/03/2025';

/** How many officers a unit has. */
function staffOf(code: string, size: 'small' | 'full'): number {
  const full = code === 'R3-TQ' ? 90 : code === 'R3' ? 3 : 24;
  return size === 'full' ? full : Math.max(2, Math.round(full / 12));
}

/** The department's tree of units, in the columns of its template. */
export function* unitRows(): Generator<Cells<'code' | 'name' | 'shortName' | 'parentCode' | 'validFrom'>> {
  for (const { code, name, shortName, parent } of units) {
    yield { code, name, shortName, parentCode: parent ?? '', validFrom };
  }
}

/** Officers of every unit, each with an address of their own. */
export function officersOf(
  seed: number,
  size: 'small' | 'full',
): (GeneratedOfficer & { name: string; title: string; role: string })[] {
  const random = randomOf(seed, 'officers');
  let number = 0;
  return units.flatMap(({ code }) =>
    Array.from({ length: staffOf(code, size) }, (_, place) => {
      number += 1;
      const isHead = place === 0;
      return {
        name: nameOfPerson(random),
        email: `cc${String(number).padStart(4, '0')}@haiquan.vidu.vn`,
        title: isHead ? 'Phó Đội trưởng' : code === 'R3-TQ' ? 'Công chức kiểm tra hồ sơ' : 'Công chức giám sát',
        role: isHead ? 'Tổ trưởng' : 'Công chức',
        unit: code,
      };
    }),
  );
}

export function* officerRows(
  officers: ReturnType<typeof officersOf>,
): Generator<Cells<'name' | 'email' | 'title' | 'role' | 'unitCode' | 'from'>> {
  for (const { name, email, title, role, unit } of officers) {
    yield { name, email, title, role, unitCode: unit, from: validFrom };
  }
}

function nameOfPerson(random: Random): string {
  return `${random.oneOf(families)} ${random.oneOf(middles)} ${random.oneOf(givens)}`;
}
