import type { Act } from '../../desk/act.ts';
import { smallestGroup } from '../../rules/rating/anonymity.ts';
import { officersToPublish } from '../../rules/rating/anonymity-officers.ts';
import {
  lastCellOf,
  type UnitCell,
  type UnitNode,
  unitCells,
  unitsInCell,
} from '../../rules/rating/anonymity-units.ts';
import { addUp, countOf, type Distribution, distributionOf, noRatings } from '../../rules/rating/figures.ts';
import {
  type DayRange,
  dateAfter,
  daysOfMonth,
  quarterEndingWith,
  settledMonths,
} from '../../rules/rating/figures-period.ts';
import { type PlacedUnit, treeOn } from '../../rules/rating/figures-units.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { appendLedger } from '../../store/ledger.ts';
import {
  answersNaming,
  cellsWithin,
  concludedByUnit,
  firstMonth,
  insertCells,
  insertPublication,
  publications,
  ratedByUnit,
} from '../../store/rating-cells.ts';
import { answersDueIn } from '../../store/rating-figures.ts';
import type { ratingCells } from '../../store/schema/rating-figures.ts';
import { unitHistories } from '../../store/units.ts';
import { refreshFigures } from './refresh-figures.ts';

type NewCell = typeof ratingCells.$inferInsert;

/**
 * Brings out the figures of each month that has settled and did not come out yet (PL08 Điều 7), with those of officers
 * when a quarter is complete. What came out stays. Answers the months.
 */
export async function publishFigures(current: Act): Promise<string[]> {
  const { tx, at, by, zone } = current;
  const known = new Set((await publications(tx)).map(({ month }) => month));
  const first = await firstMonth(tx);
  const due = first === null ? [] : settledMonths(first, localDate(at, zone)).filter((month) => !known.has(month));
  if (due.length === 0) return [];

  // What is brought out must not rest on a table that somebody touched.
  await refreshFigures(current, { isFull: true });
  const units = await unitHistories(tx);
  const out: string[] = [];
  for (const month of due) {
    const answers = await answersDueIn(tx, { ...daysOfMonth(month), spans: null });
    const told = answers.due >= smallestGroup ? answers : null;
    const row = { month, publishedAt: at, answersDue: told?.due ?? null, answersInTime: told?.inTime ?? null };
    if (!(await insertPublication(tx, row))) continue;
    await insertCells(tx, await cellsOfMonth(current, units, month));
    const quarter = quarterEndingWith(month);
    if (quarter !== null) await insertCells(tx, await cellsOfOfficers(current, units, quarter));
    out.push(month);
  }
  await appendLedger(
    tx,
    'ratings',
    out.map((month) => ({ type: 'figuresPublished', detail: { month } })),
    by,
    at,
  );
  return out;
}

async function cellsOfMonth({ tx, at }: Act, units: readonly PlacedUnit[], month: string): Promise<NewCell[]> {
  const range = daysOfMonth(month);
  const tree = treeOn(units, lastDay(range));
  if (tree === null) return [];
  const rated = underTop(tree, await ratedByUnit(tx, range), (a, b) => addUp([a, b]));
  const concluded = underTop(tree, await concludedByUnit(tx, range), (a, b) => a + b);
  return unitCells(tree, (id) => countOf(rated.get(id) ?? noRatings)).map((cell) => {
    const inside = unitsInCell(tree, cell);
    return {
      kind: 'unit' as const,
      fromDay: range.from,
      untilDay: range.until,
      ownerId: cell.ownerId,
      ids: cell.unitIds,
      ...levelsOf(addUp(inside.map((id) => rated.get(id) ?? noRatings))),
      declarations: inside.reduce((sum, id) => sum + (concluded.get(id) ?? 0), 0),
      publishedAt: at,
    };
  });
}

async function cellsOfOfficers(
  { tx, at, zone }: Act,
  units: readonly PlacedUnit[],
  quarter: DayRange,
): Promise<NewCell[]> {
  const stored = await cellsWithin(tx, 'unit', quarter);
  const answers = await answersNaming(tx, quarter, zone);
  const cellKeys = new Map<string, string | null>();
  const cellOf = ({ unitId, month }: { unitId: number; month: string }): string | null => {
    const key = `${month} ${unitId}`;
    if (!cellKeys.has(key)) cellKeys.set(key, lastKey(units, stored, unitId, month));
    return cellKeys.get(key) ?? null;
  };
  return [...officersToPublish(answers, cellOf)].map((officerId) => ({
    kind: 'officer',
    fromDay: quarter.from,
    untilDay: quarter.until,
    ownerId: null,
    ids: [officerId],
    ...levelsOf(distributionOf(answers.flatMap(({ levels }) => levels[officerId] ?? []))),
    declarations: null,
    publishedAt: at,
  }));
}

/** The last cell of the units that holds an answer. */
function lastKey(
  units: readonly PlacedUnit[],
  stored: readonly { fromDay: string; ownerId: number | null; ids: readonly number[] }[],
  unitId: number,
  month: string,
): string | null {
  const range = daysOfMonth(month);
  const tree = treeOn(units, lastDay(range));
  if (tree === null) return null;
  const cells: UnitCell[] = stored
    .filter(({ fromDay }) => fromDay === range.from)
    .map(({ ownerId, ids }) => ({ ownerId, unitIds: ids }));
  const cell = lastCellOf(tree, cells, unitId === 0 ? tree.id : unitId);
  return cell === null ? null : `${month} ${cell.ownerId} ${cell.unitIds.join()}`;
}

/** What was done where nobody knows, and in units that are in no tree, counts as the top's own. */
function underTop<Value>(tree: UnitNode, byUnit: ReadonlyMap<number, Value>, add: (a: Value, b: Value) => Value) {
  const inTree = new Set(idsIn(tree));
  const placed = new Map<number, Value>();
  for (const [id, value] of byUnit) {
    const at = inTree.has(id) ? id : tree.id;
    const there = placed.get(at);
    placed.set(at, there === undefined ? value : add(there, value));
  }
  return placed;
}

function idsIn({ id, children }: UnitNode): number[] {
  return [id, ...children.flatMap(idsIn)];
}

function lastDay({ until }: DayRange): string {
  return dateAfter(until, { days: -1 });
}

function levelsOf([level1, level2, level3, level4, level5]: Distribution) {
  return { level1, level2, level3, level4, level5 };
}
