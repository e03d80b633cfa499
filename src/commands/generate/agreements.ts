import { offices } from '../../demonstration/units.ts';
import type { Cells } from './csv-file.ts';
import type { GeneratedEnterprise } from './enterprises.ts';
import { type Random, randomOf } from './random.ts';

/** One partnership agreement an enterprise, on the earlier template before 17/2/2020 and on the later one since. */
export function* agreementRows(
  seed: number,
  enterprises: readonly GeneratedEnterprise[],
): Generator<Cells<'taxCode' | 'enterpriseName' | 'number' | 'signedOn' | 'templateVersion' | 'state' | 'unitCode'>> {
  const random = randomOf(seed, 'agreements');
  for (const [place, { taxCode, name }] of enterprises.entries()) {
    const isEarly = random.happens(0.3);
    const year = isEarly ? random.whole(2018, 2019) : random.whole(2021, 2024);
    const state = random.happens(0.02) ? 'Tạm dừng' : random.happens(0.01) ? 'Chấm dứt' : 'Đang hiệu lực';
    yield {
      taxCode,
      enterpriseName: name,
      number: `${place + 1}/TTĐT-HQHP`,
      signedOn: dateIn(random, year),
      templateVersion: isEarly ? '2018' : '17/2/2020',
      state,
      unitCode: offices[Math.floor(random.next() * offices.length)]?.unit ?? '',
    };
  }
}

/** Associations with their regulations, each with a whole list of some hundred members. */
export function* associationRows(
  seed: number,
  enterprises: readonly GeneratedEnterprise[],
  count: number,
): Generator<Cells<'code' | 'name' | 'regulationNumber' | 'regulationSignedOn' | 'members'>> {
  const random = randomOf(seed, 'associations');
  for (let number = 1; number <= count; number += 1) {
    const share = random.whole(2, 60) / 1000;
    const members = enterprises.filter(() => random.happens(share));
    yield {
      code: `HH${String(number).padStart(2, '0')}`,
      name: `Hiệp hội doanh nghiệp ví dụ số ${number}`,
      regulationNumber: `${number}/QCPH-HQHP`,
      regulationSignedOn: dateIn(random, random.whole(2019, 2024)),
      members: members.map(({ taxCode }) => taxCode).join('; '),
    };
  }
}

function dateIn(random: Random, year: number): string {
  return `${pair(random.whole(1, 28))}/${pair(random.whole(1, 12))}/${year}`;
}

function pair(number: number): string {
  return String(number).padStart(2, '0');
}
