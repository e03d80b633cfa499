import { act, type Desk } from '../../../desk/act.ts';
import { type BreakdownBy, ratingBreakdown } from '../../../reports/ratings/breakdown.ts';
import { publishFigures } from '../../../reports/ratings/publish-figures.ts';
import { refreshFigures } from '../../../reports/ratings/refresh-figures.ts';
import { ratingSummary } from '../../../reports/ratings/summary.ts';
import { dateAfter } from '../../../rules/rating/figures-period.ts';
import { generatedYear } from '../../generate/declarations.ts';
import { randomOf } from '../../generate/random.ts';
import { percentile, rounded } from '../bench.ts';
import { differingFigures } from './compare-figures.ts';
import { loadRatedYear, loadVerifications } from './rated-year.ts';

interface Parts {
  desk: Desk;
  size: 'small' | 'full';
  say: (line: string) => void;
}

const seed = 6;
const by = { kind: 'schedule', name: 'bench' } as const;

/**
 * The ratings of the year that was imported: loaded, counted, compared with plain SQL over the raw rows (a difference
 * fails the bench), and read as a dashboard reads them, each query by itself.
 */
export const scaleRatings = {
  name: 'ratings',
  async run({ desk, size, say }: Parts): Promise<Record<string, number>> {
    const { sql } = desk.database;
    const loading = performance.now();
    const { answers, rows } = await loadRatedYear(sql, seed);
    const verifications = await loadVerifications(sql);
    const loadSeconds = (performance.now() - loading) / 1000;
    say(
      `${count(answers)} tờ khai được đánh giá, ${count(rows)} dòng, ${count(verifications)} xác minh: ${rounded(loadSeconds)} giây`,
    );

    const counting = performance.now();
    await act(desk, by, (current) => refreshFigures(current, { isFull: true }));
    const refreshSeconds = (performance.now() - counting) / 1000;
    const publishing = performance.now();
    const months = await act(desk, by, publishFigures);
    const publishSeconds = (performance.now() - publishing) / 1000;
    await sql`analyze`;
    say(
      `Tính lại toàn bộ số liệu: ${rounded(refreshSeconds)} giây; công bố ${months.length} tháng: ${rounded(publishSeconds)} giây`,
    );

    for (const range of comparedPeriods) {
      const differing = await differingFigures(desk, range);
      if (differing.length > 0) throw new Error(`The figures differ from plain SQL: ${differing.join('; ')}`);
    }
    say(`Khớp với SQL thuần trên dữ liệu gốc trong ${comparedPeriods.length} khoảng thời gian`);

    const times = await dashboardTimes(desk, size === 'small' ? 60 : 400);
    const dashboardP95Ms = rounded(percentile(times, 0.95));
    say(
      `Bảng số liệu: p50 ${rounded(percentile(times, 0.5))} ms, p95 ${dashboardP95Ms} ms, chậm nhất ${rounded(times.at(-1) ?? 0)} ms`,
    );
    return {
      dashboardP95Ms,
      ratedDeclarations: answers,
      ratingRows: rows,
      ratingLoadSeconds: rounded(loadSeconds),
      ratingRefreshSeconds: rounded(refreshSeconds),
    };
  },
};

const comparedPeriods = [
  { from: `${generatedYear}-01-01`, until: `${generatedYear + 1}-02-01` },
  { from: `${generatedYear}-03-01`, until: `${generatedYear}-04-01` },
  { from: `${generatedYear}-07-13`, until: `${generatedYear}-09-02` },
];

/** How long random reads of the dashboard take, in milliseconds, sorted. */
async function dashboardTimes(desk: Desk, queries: number): Promise<number[]> {
  const { db, sql } = desk.database;
  const random = randomOf(seed, 'dashboard');
  const units = await sql<{ id: string }[]>`select id::text from units`;
  const parts: readonly [BreakdownBy, ...BreakdownBy[]] = ['unit', 'step', 'team', 'association', 'officer'];
  const times: number[] = [];
  for (let n = 0; n < queries; n += 1) {
    const from = dateAfter(`${generatedYear}-01-01`, { days: random.whole(0, 250) });
    const range = { from, until: dateAfter(from, { days: random.whole(1, 365) }) };
    const unit = random.happens(0.5) ? undefined : units[random.whole(0, units.length - 1)]?.id;
    const started = performance.now();
    if (random.happens(0.5)) await ratingSummary(db, 'everything', { ...range, unit });
    else await ratingBreakdown(db, 'everything', { ...range, unit, by: random.oneOf(parts) });
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b);
}

function count(value: number): string {
  return value.toLocaleString('vi-VN');
}
