import type { FigureSight } from '../../rules/rating/anonymity-sight.ts';
import { type Figures, figuresOf, shareOf } from '../../rules/rating/figures.ts';
import { type DayRange, dateAfter, daysIn, periodBefore } from '../../rules/rating/figures-period.ts';
import { workingDayMilliseconds } from '../../rules/working-time/working-day.ts';
import type { Db } from '../../store/database.ts';
import { cellsWithin } from '../../store/rating-cells.ts';
import type { Counted, Grain, LoopFigures } from '../../store/rating-figures.ts';
import { exactAnswers, exactLoop, exactSeries, exactTotal } from './exact-figures.ts';
import { publishedSeries, publishedTotal } from './published-figures.ts';
import { type Reader, type ReadScope, scopeFor } from './scope.ts';

export interface RatingSummary {
  /** `exact` as of now, or `published`: the sums of what came out for closed months. */
  basis: FigureSight;
  from: string;
  /** The last day, included. */
  to: string;
  unit: { id: number; name: string };
  path: { id: number; name: string }[];
  step: string | null;
  figures: Figures;
  compared: { from: string; to: string; figures: Figures } | null;
  grain: Grain;
  /** The first days of the parts of the period, with their figures. */
  series: ({ from: string } & Figures)[];
  /** What became of the low ratings; null where one reads only what came out. */
  loop: LowLoop | null;
  /** Low ratings whose answer fell due in the period (PL08 Điều 6), and those answered in time. */
  answers: { due: number; inTime: number; share: number | null } | null;
  /** The months that are in the sums where one reads what came out. */
  months: string[] | null;
}

/** The way of the low ratings of a period, with medians in working days. */
export interface LowLoop {
  low: number;
  verified: number;
  contacted: number;
  decided: number;
  told: number;
  acted: number;
  checked: number;
  contactedDays: number | null;
  decidedDays: number | null;
  toldDays: number | null;
}

export interface SummaryQuestion extends DayRange {
  unit?: string | undefined;
  step?: string | undefined;
  grain?: Grain | undefined;
  /** Null compares with nothing; otherwise with this period, or the one before. */
  compareWith?: DayRange | null;
}

/** The figures of a department or a unit with all below it in a period. */
export async function ratingSummary(db: Db, reader: Reader, question: SummaryQuestion): Promise<RatingSummary> {
  const scope = await scopeFor(db, reader, question);
  const range = { from: question.from, until: question.until };
  const before = question.compareWith === undefined ? periodBefore(range) : question.compareWith;
  const grain = scope.sight === 'published' ? 'month' : (question.grain ?? usualGrain(range));
  const read = scope.sight === 'exact' ? readExact : readPublished;
  const { total, earlier, series, loop, answers, months } = await read(db, scope, range, before, grain);
  return {
    basis: scope.sight,
    from: range.from,
    to: lastDay(range),
    unit: { id: scope.unitId, name: scope.nameOf(scope.unitId) },
    path: scope.path,
    step: scope.step ?? null,
    figures: figuresFrom(total),
    compared:
      before === null || earlier === null
        ? null
        : { from: before.from, to: lastDay(before), figures: figuresFrom(earlier) },
    grain,
    series: series.map(({ from, ...counted }) => ({ from, ...figuresFrom(counted) })),
    loop: loop === null ? null : inWorkingDays(loop),
    answers: answers === null ? null : { ...answers, share: shareOf(answers.inTime, answers.due) },
    months,
  };
}

interface Read {
  total: Counted;
  earlier: Counted | null;
  series: ({ from: string } & Counted)[];
  loop: LoopFigures | null;
  answers: { due: number; inTime: number } | null;
  months: string[] | null;
}

async function readExact(
  db: Db,
  scope: ReadScope,
  range: DayRange,
  before: DayRange | null,
  grain: Grain,
): Promise<Read> {
  const [total, earlier, series, loop, answers] = await Promise.all([
    exactTotal(db, range, scope),
    before === null ? null : exactTotal(db, before, scope),
    exactSeries(db, range, scope, grain),
    exactLoop(db, range, scope),
    exactAnswers(db, range, scope),
  ]);
  return { total, earlier, series, loop, answers, months: null };
}

async function readPublished(db: Db, scope: ReadScope, range: DayRange, before: DayRange | null): Promise<Read> {
  const [cells, cellsBefore] = await Promise.all([
    cellsWithin(db, 'unit', range),
    before === null ? null : cellsWithin(db, 'unit', before),
  ]);
  const total = publishedTotal(cells, scope.unitId);
  return {
    total,
    earlier: cellsBefore === null ? null : publishedTotal(cellsBefore, scope.unitId),
    series: publishedSeries(cells, scope.unitId),
    loop: null,
    answers: null,
    months: total.months,
  };
}

function usualGrain(range: DayRange): Grain {
  const days = daysIn(range);
  if (days <= 31) return 'day';
  return days <= 184 ? 'week' : 'month';
}

function inWorkingDays({ contactedMs, decidedMs, toldMs, ...counts }: LoopFigures): LowLoop {
  const days = (milliseconds: number | null) =>
    milliseconds === null ? null : Math.round((milliseconds / workingDayMilliseconds) * 100) / 100;
  return { ...counts, contactedDays: days(contactedMs), decidedDays: days(decidedMs), toldDays: days(toldMs) };
}

function figuresFrom({ distribution, declarations }: Counted): Figures {
  return figuresOf(distribution, declarations);
}

export function lastDay({ until }: DayRange): string {
  return dateAfter(until, { days: -1 });
}
