import { NotPermitted } from '../../errors.ts';
import type { ClockKind } from '../../rules/case/words.ts';
import { type DayRange, dateAfter, daysIn } from '../../rules/rating/figures-period.ts';
import { maySeeFigures } from '../../rules/visibility/may-see-figures.ts';
import type { Sight } from '../../store/case-lists.ts';
import {
  agreementNames,
  type DecidedPromises,
  decidedPromises,
  type Kept,
  workNames,
} from '../../store/compliance-figures.ts';
import type { Db } from '../../store/database.ts';
import { byParts, type Part, partsOf } from './parts.ts';

export interface Compliance {
  from: string;
  /** The last day, included. */
  to: string;
  compared: { from: string; to: string };
  total: Compared;
  byClock: (Compared & { clock: ClockKind })[];
  /** The most broken promises first; so are officers and agreements. */
  byUnit: (Compared & Named)[];
  byOfficer: (Compared & Named & { unitName: string })[];
  byAgreement: (Compared & Named & { agreement: string | null })[];
  /** The days, weeks or months of the period. */
  series: (Kept & Part)[];
}

/** Beside the same of the earlier period. */
export interface Compared extends Kept {
  before: Kept;
}

interface Named {
  /** Null: cases that nobody has, or of nobody known. */
  id: number | null;
  name: string;
}

export interface ComplianceQuestion {
  range: DayRange;
  before: DayRange;
  zone: string;
  unitId?: number | undefined;
}

const clocks: readonly ClockKind[] = ['acknowledge', 'firstResponse', 'resolution'];
const mostAgreements = 25;

/** Which promises were kept in a period, beside an earlier one. Counts only cases that the reader may see. */
export async function compliance(db: Db, sight: Sight, question: ComplianceQuestion): Promise<Compliance> {
  if (!maySeeFigures(sight)) throw new NotPermitted('xem tình hình giữ thời hạn');
  const { range, before, zone, unitId } = question;
  const [now, earlier, names] = await Promise.all([
    decidedPromises(db, sight, { ...instantsOf(range, zone), zone, unitId }),
    decidedPromises(db, sight, { ...instantsOf(before, zone), zone, unitId }),
    workNames(db),
  ]);
  const agreements = worstFirst(beside(now.byEnterprise, earlier.byEnterprise, 'enterpriseId')).slice(
    0,
    mostAgreements,
  );
  const known = new Map(
    (
      await agreementNames(
        db,
        agreements.flatMap(({ enterpriseId }) => enterpriseId ?? []),
      )
    ).map((row) => [row.id, row]),
  );
  return {
    from: range.from,
    to: dateAfter(range.until, { days: -1 }),
    compared: { from: before.from, to: dateAfter(before.until, { days: -1 }) },
    total: { ...sum(now), before: sum(earlier) },
    byClock: clocks.map(
      (clock) =>
        beside(now.byClock, earlier.byClock, 'clock').find((row) => row.clock === clock) ?? {
          ...{ clock, met: 0, missed: 0 },
          before: { met: 0, missed: 0 },
        },
    ),
    byUnit: worstFirst(beside(now.byUnit, earlier.byUnit, 'unitId')).map(({ unitId: id, ...kept }) => ({
      ...{ id, name: names.units.get(id)?.name ?? '' },
      ...kept,
    })),
    byOfficer: worstFirst(beside(now.byOfficer, earlier.byOfficer, 'officerId')).map(({ officerId: id, ...kept }) => {
      const officer = id === null ? undefined : names.officers.get(id);
      return { id, name: officer?.name ?? '', unitName: officer?.of ?? '', ...kept };
    }),
    byAgreement: agreements.map(({ enterpriseId: id, ...kept }) => {
      const enterprise = id === null ? undefined : known.get(id);
      return { id, name: enterprise?.name ?? '', agreement: enterprise?.agreement ?? null, ...kept };
    }),
    series: byParts(now.byDay, partsOf(range, grainOf(range))),
  };
}

function grainOf(range: DayRange): 'day' | 'week' | 'month' {
  const days = daysIn(range);
  if (days <= 31) return 'day';
  return days <= 184 ? 'week' : 'month';
}

export function instantsOf({ from, until }: DayRange, zone: string): { from: Date; until: Date } {
  const begin = (day: string) => new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
  return { from: begin(from), until: begin(until) };
}

function sum({ byClock }: DecidedPromises): Kept {
  return {
    met: byClock.reduce((total, { met }) => total + met, 0),
    missed: byClock.reduce((total, { missed }) => total + missed, 0),
  };
}

/** Each row of the period with that of the earlier one; what was only earlier is not shown. */
function beside<Row extends Kept, Key extends keyof Row>(
  rows: readonly Row[],
  earlier: readonly Row[],
  key: Key,
): (Row & Compared)[] {
  const before = new Map(earlier.map((row) => [row[key], row]));
  return rows.map((row) => {
    const { met, missed } = before.get(row[key]) ?? { met: 0, missed: 0 };
    return { ...row, before: { met, missed } };
  });
}

function worstFirst<Row extends Kept>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => b.missed - a.missed || b.met - a.met);
}
