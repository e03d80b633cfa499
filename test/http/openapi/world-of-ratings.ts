import { loadRatedYear } from '../../../src/commands/bench/scale/rated-year.ts';
import { bringFiguresToDate } from '../../../src/reports/ratings/figure-jobs.ts';
import { ratingFlags } from '../../../src/store/schema/ratings.ts';
import { clearedDeclaration, rates } from '../../desk/ratings/verification/low-rating.ts';
import type { TestDesk } from '../../support/desk.ts';
import { plantDeclarations } from '../../support/rated-declarations.ts';

/** A rated month that came out, two flags, and one star that internal control is to verify. */
export async function ratingsOf(desk: TestDesk): Promise<{ verification: string; flags: readonly number[] }> {
  const { lan, tuan, minh, dung } = desk.organisation.officers;
  await plantDeclarations(desk, { count: 3000, from: '2026-02-01', days: 25 });
  await loadRatedYear(desk.database.sql, 4);
  await bringFiguresToDate(desk);
  await clearedDeclaration(desk, {
    from: '2026-02-26T08:00:00+07:00',
    by: { documentCheck: lan, physicalInspection: tuan },
  });
  const { verification } = await rates(desk, { level: 1, reasons: ['slow'] });
  const at = desk.clock.now();
  const about = { subjectKind: 'officer' as const, fromAt: at, untilAt: at, raisedAt: at, state: 'open' as const };
  const flags = await desk.database.db
    .insert(ratingFlags)
    .values([
      { ...about, kind: 'flood', subjectKey: String(minh.id), score: 9, because: { enterprises: 1, ratings: 9 } },
      { ...about, kind: 'burst', subjectKey: String(dung.id), score: 4, because: { ratings: 12 } },
    ])
    .returning({ id: ratingFlags.id });
  return { verification: verification?.reference ?? '', flags: flags.map(({ id }) => id) };
}
