import { compile } from '../../rules/working-time/compile.ts';
import { haiPhong20252027 } from '../../rules/working-time/data/hai-phong-2025-2027.ts';
import { type Bench, type BenchOptions, type Figures, rounded } from './bench.ts';
import { dayByDay } from './day-by-day.ts';

type DueAfter = (startAt: Date, milliseconds: number) => Date;

interface Wait {
  startAt: Date;
  milliseconds: number;
}

const hour = 3_600_000;
const zoneOffset = 7 * hour;

/**
 * Due times a second over the three years of the shipped calendar, with starts at any hour of any day and waits from
 * half an hour to fifteen working days, beside counting day by day. Both answer the same waits and must agree.
 */
export const benchCalendar: Bench = async ({ size, say }: BenchOptions): Promise<Figures> => {
  const seed = 20_260_101;
  const waits = someWaits(200_000, seed);
  const { dueAfter } = compile(haiPhong20252027);
  const naive = dayByDay(haiPhong20252027, zoneOffset);

  say(`So kết quả của ${waits.length} lượt tính (hạt giống ${seed}) …`);
  const wrong = waits.find((wait) => asked(dueAfter, wait) !== asked(naive, wait));
  if (wrong !== undefined) throw new Error(`The two disagree on ${JSON.stringify(wrong)}`);

  const seconds = size === 'small' ? 0.5 : 4;
  say('Đo cách đếm từng ngày …');
  const reference = perSecond(naive, waits, seconds);
  say('Đo lịch đã biên dịch …');
  const ours = perSecond(dueAfter, waits, seconds);

  const figures = {
    name: 'calendar',
    ours: Math.round(ours),
    reference: Math.round(reference),
    ratio: rounded(ours / reference, 1),
  };
  say(`${figures.ours} hạn/giây, đếm từng ngày ${figures.reference}/giây: nhanh gấp ${figures.ratio} lần`);
  return figures;
};

function asked(dueAfter: DueAfter, { startAt, milliseconds }: Wait): number {
  return dueAfter(startAt, milliseconds).getTime();
}

function perSecond(dueAfter: DueAfter, waits: readonly Wait[], seconds: number): number {
  let answered = 0;
  const startedAt = performance.now();
  // Kept, so that the work cannot be left out as unused.
  let sum = 0;
  while (performance.now() - startedAt < seconds * 1000) {
    for (const wait of waits) sum += asked(dueAfter, wait);
    answered += waits.length;
  }
  if (!Number.isFinite(sum)) throw new Error('A due time was not a time');
  return answered / ((performance.now() - startedAt) / 1000);
}

function someWaits(count: number, seed: number): Wait[] {
  const random = randomFrom(seed);
  const first = Date.UTC(2025, 0, 1) - zoneOffset;
  // The longest wait, over Tết, still ends within the three years.
  const last = Date.UTC(2027, 10, 25) - zoneOffset;
  return Array.from({ length: count }, () => ({
    startAt: new Date(first + Math.floor(random() * (last - first))),
    milliseconds: Math.floor((0.5 + random() * 119.5) * hour),
  }));
}

/** Marsaglia's xorshift: the same numbers for the same seed on any machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
