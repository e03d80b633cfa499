import { NotFound } from '../../errors.ts';
import { type Figures, figuresOf, shareOf } from '../../rules/rating/figures.ts';
import { daysOfMonth } from '../../rules/rating/figures-period.ts';
import type { Db } from '../../store/database.ts';
import { cellsWithin, publications } from '../../store/rating-cells.ts';
import { distributionOfCell, publishedByUnit } from './published-figures.ts';
import { scopeFor } from './scope.ts';

/** What is told to everybody of a month, PL08 Điều 7 khoản 1. */
export interface PublicTable {
  month: string;
  publishedAt: string;
  /** The months that came out, the newest first. */
  months: string[];
  /** Null where the whole department had too few ratings to tell. */
  total: Figures | null;
  rows: { name: string; figures: Figures }[];
  /** The share of answers to low ratings that fell due in the month and came in time; null where they were too few. */
  answeredInTime: number | null;
}

/** The table of a month, the newest where none is named; null before the first came out. */
export async function publicTable(db: Db, wanted?: string): Promise<PublicTable | null> {
  const out = await publications(db);
  const found = wanted === undefined ? out[0] : out.find(({ month }) => month === wanted);
  if (found === undefined) {
    if (wanted === undefined) return null;
    throw new NotFound(`bảng công bố tháng ${wanted}`);
  }
  // A stranger's view: only what came out.
  const { unitId, nameOf } = await scopeFor(db, 'everything', {});
  const cells = await cellsWithin(db, 'unit', daysOfMonth(found.month));
  const whole = cells.find(({ ownerId }) => ownerId === null);
  const { answersDue, answersInTime } = found;
  return {
    month: found.month,
    publishedAt: found.publishedAt.toISOString(),
    months: out.map(({ month }) => month),
    total: whole === undefined ? null : figuresOf(distributionOfCell(whole), whole.declarations),
    rows: publishedByUnit(cells, unitId, nameOf).rows.map(
      ({ key: _, name, parts: __, shrunkShare: ___, ...figures }) => ({
        name,
        figures,
      }),
    ),
    answeredInTime: answersDue === null || answersInTime === null ? null : shareOf(answersInTime, answersDue),
  };
}
