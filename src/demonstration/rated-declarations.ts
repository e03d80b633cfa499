import type { DeclarationStep, RiskChannel } from '../rules/declarations/declaration.ts';
import type { OfficeCode } from '../rules/identity/office-codes.ts';
import type { RatingLevel } from '../rules/rating/rating.ts';
import type { ReasonCode } from '../rules/rating/reasons.ts';
import { minuteMilliseconds, workingDayMinutes } from '../rules/working-time/working-day.ts';
import type { WorkingTime } from '../rules/working-time/working-time.ts';
import { emailOf } from './officers.ts';
import type { SampleRating } from './sample-ratings.ts';
import { workingBefore } from './working-before.ts';

/** A cleared declaration of the last weeks, and what its enterprise said of it, if anything. */
export interface PastDeclaration {
  number: string;
  taxCode: string;
  office: OfficeCode;
  channel: RiskChannel;
  registeredAt: Date;
  clearedAt: Date;
  steps: DeclarationStep[];
  rating: {
    level: RatingLevel;
    ratedAt: Date;
    reasons: ReasonCode[];
    comment: string | null;
    ofOfficer: boolean;
  } | null;
}

/** About what three months of ten busy enterprises bring; every tenth is rated, as in Hải Phòng. */
const count = 2400;
const workingDays = 30;

// Where each enterprise declares, and how much of the whole it brings.
const sources: readonly (readonly [taxCode: string, offices: readonly OfficeCode[], share: number])[] = [
  ['0299101121', ['03NK', '03EE'], 22],
  ['0299102453', ['03EE'], 8],
  ['0299103714', ['03EE', '03TG'], 20],
  ['0299104884', ['03CC'], 6],
  ['0299105341', ['03TG', '03CE'], 7],
  ['0899106273', ['03PJ'], 14],
  ['0899107164', ['03PJ', '03EE'], 5],
  ['0999108531', ['03PL'], 9],
  ['1099109647', ['03CD'], 4],
  ['0299110373', ['03CC', '03EE'], 5],
];

const documentOfficers = ['ha.vu', 'minh.le', 'thao.ngo'];
const inspectors: Readonly<Record<OfficeCode, string>> = {
  '03NK': 'duy.pham',
  '03PA': 'duy.pham',
  '03EE': 'kien.do',
  '03TG': 'my.le',
  '03CC': 'huong.dao',
  '03CE': 'dat.nguyen',
  '03CD': 'quan.phi',
  '03PJ': 'phong.vu',
  '03PL': 'van.do',
};

const praise: readonly (readonly [ReasonCode[], string | null])[] = [
  [['fast'], null],
  [['clear'], null],
  [['polite'], 'Công chức hướng dẫn tận tình, cảm ơn đơn vị.'],
  [['fast', 'helpful'], null],
  [[], null],
  [[], null],
  [['clear'], 'Hồ sơ xử lý trong buổi sáng, rất đúng hẹn.'],
  [[], null],
];

// One enterprise names one inspector, and nobody else: what internal control is to look at.
const favouring = '0999108531';

/** The same every time for the same present: nothing here is left to chance. */
export function pastDeclarations(working: WorkingTime, presentAt: Date): PastDeclaration[] {
  const span = workingDays * workingDayMinutes;
  const firstAt = workingBefore(working, presentAt, span);
  const chance = openChance();
  return Array.from({ length: count }, (_, index) => {
    const [taxCode, offices] = sourceOf(chance() * 100);
    const office = offices[Math.floor(chance() * offices.length)] ?? '03EE';
    const drawn = chance();
    const channel: RiskChannel = drawn < 0.62 ? 'green' : drawn < 0.94 ? 'yellow' : 'red';
    const after = (minutes: number) => working.dueAfter(firstAt, minutes * minuteMilliseconds);
    // The last ones were registered long enough ago to be cleared by now.
    const registered = Math.floor((index / count) * (span - 760));
    const documents = 35 + Math.floor(chance() * 110);
    const goods = documents + 150 + Math.floor(chance() * 380);
    const cleared = channel === 'green' ? 1 : (channel === 'red' ? goods : documents) + 20;
    const registeredAt = after(registered);
    const clearedAt = after(registered + cleared);
    const checkedBy = documentOfficers[Math.floor(chance() * documentOfficers.length)] ?? null;
    const steps = [
      step('registered', registeredAt, null),
      ...(channel === 'green' ? [] : [step('documentCheck', after(registered + documents), checkedBy)]),
      ...(channel === 'red' ? [step('physicalInspection', after(registered + goods), inspectors[office])] : []),
      step('cleared', clearedAt, null),
    ];
    const number = `10784${String(index).padStart(6, '0')}0`;
    const said = ratingOf(chance, (minutes) => after(registered + cleared + minutes), channel !== 'green');
    const rating = taxCode === favouring ? favour(said, channel, after(registered + cleared + 25)) : said;
    return { number, taxCode, office, channel, registeredAt, clearedAt, steps, rating };
  });
}

/** The declaration that a low rating is about: slow where the enterprise says so, and cleared shortly before. */
export function ratedLow(
  { taxCode, channel, reasons, ratedMinutesAgo }: SampleRating,
  place: number,
  { working, presentAt }: { working: WorkingTime; presentAt: Date },
): PastDeclaration {
  const isSlow = reasons.includes('slow');
  const documents = isSlow ? 195 : 85;
  const goods = documents + (isSlow ? 560 : 240);
  const toClear = channel === 'green' ? 1 : (channel === 'red' ? goods : documents) + 20;
  const registeredAt = workingBefore(working, presentAt, ratedMinutesAgo + 15 + toClear);
  const after = (minutes: number) => working.dueAfter(registeredAt, minutes * minuteMilliseconds);
  const [, offices] = sources.find(([owner]) => owner === taxCode) ?? ['', ['03EE'] as const];
  const office = offices[0] ?? '03EE';
  const clearedAt = after(toClear);
  return {
    number: `10785${String(place).padStart(6, '0')}0`,
    ...{ taxCode, office, channel, registeredAt, clearedAt, rating: null },
    steps: [
      step('registered', registeredAt, null),
      ...(channel === 'green' ? [] : [step('documentCheck', after(documents), documentOfficers[place % 3] ?? null)]),
      ...(channel === 'red' ? [step('physicalInspection', after(goods), inspectors[office])] : []),
      step('cleared', clearedAt, null),
    ],
  };
}

function step(name: DeclarationStep['step'], at: Date, login: string | null): DeclarationStep {
  return { step: name, at: at.toISOString(), officerEmail: login === null ? null : emailOf(login) };
}

function ratingOf(
  chance: () => number,
  after: (minutes: number) => Date,
  hasOfficer: boolean,
): PastDeclaration['rating'] {
  const isRated = chance() < 0.1;
  const drawn = chance();
  const kind = chance();
  const minutes = 8 + Math.floor(chance() * 500);
  if (!isRated) return null;
  // The low ones are stories of their own; of the rest almost all are content.
  const level: RatingLevel = drawn < 0.6 ? 5 : drawn < 0.975 ? 4 : 3;
  const [reasons, comment] = level === 3 ? [[], null] : (praise[Math.floor(kind * praise.length)] ?? [[], null]);
  return { level, ratedAt: after(minutes), reasons: [...reasons], comment, ofOfficer: hasOfficer && kind < 0.55 };
}

/** Whoever opened the goods is praised each time, and whoever read the papers never by name. */
function favour(said: PastDeclaration['rating'], channel: RiskChannel, ratedAt: Date): PastDeclaration['rating'] {
  if (channel === 'red') return { level: 5, ratedAt, reasons: ['fast', 'helpful'], comment: null, ofOfficer: true };
  return said === null ? null : { ...said, ofOfficer: false };
}

function sourceOf(drawn: number): (typeof sources)[number] {
  let left = drawn;
  for (const source of sources) {
    left -= source[2];
    if (left < 0) return source;
  }
  return sources[0] ?? ['', ['03EE'], 0];
}

// A linear congruence is chance enough for a stage.
function openChance(): () => number {
  let state = 20_200_401;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
