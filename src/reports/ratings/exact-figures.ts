import type { Distribution } from '../../rules/rating/figures.ts';
import type { DayRange } from '../../rules/rating/figures-period.ts';
import { childrenDuring, type PlacedUnit, spansBelow, type UnitSpan } from '../../rules/rating/figures-units.ts';
import { stepLabels } from '../../rules/routing/step-in-question.ts';
import type { Db } from '../../store/database.ts';
import {
  answersDueIn,
  type Counted,
  type FigureFilter,
  figuresByKey,
  figuresByTime,
  figuresByUnits,
  type Grain,
  loopFigures,
} from '../../store/rating-figures.ts';
import { associationNames } from '../../store/rating-names.ts';
import { tableOf } from './table.ts';

/** Which part of the organisation and of its work. The top of the tree is everything, also what is in no unit. */
export interface Scope {
  units: readonly PlacedUnit[];
  topId: number;
  unitId: number;
  step?: string | undefined;
}

export function spansOf({ units, topId, unitId }: Scope): UnitSpan[] | null {
  return unitId === topId ? null : spansBelow(units, unitId);
}

/** The sums of a period for a scope. */
export async function exactTotal(db: Db, range: DayRange, scope: Scope) {
  const [sum] = await figuresByTime(db, filterOf(range, scope), null);
  return (
    sum ?? { from: range.from, distribution: [0, 0, 0, 0, 0] as Distribution, declarations: scope.step ? null : 0 }
  );
}

export function exactSeries(db: Db, range: DayRange, scope: Scope, grain: Grain) {
  return figuresByTime(db, filterOf(range, scope), grain);
}

export function exactLoop(db: Db, range: DayRange, scope: Scope) {
  return loopFigures(db, { ...range, spans: spansOf(scope) });
}

export function exactAnswers(db: Db, range: DayRange, scope: Scope) {
  return answersDueIn(db, { ...range, spans: spansOf(scope) });
}

/** The parts of a unit, each with what is below it where it stood each day; what is in none of them is the unit's own. */
export async function exactByUnit(db: Db, range: DayRange, scope: Scope & { nameOf: (unitId: number) => string }) {
  const { units, unitId, nameOf } = scope;
  const children = childrenDuring(units, unitId, range);
  const groups = children.map((id) => ({ id, spans: spansBelow(units, id, unitId) }));
  const [counted, total] = await Promise.all([figuresByUnits(db, range, groups), exactTotal(db, range, scope)]);
  const inParts = counted.reduce((sum, { distribution }) => plus(sum, distribution, 1), [
    0, 0, 0, 0, 0,
  ] as Distribution);
  const own = {
    key: String(unitId),
    name: `${nameOf(unitId)} (trực tiếp)`,
    distribution: plus(total.distribution, inParts, -1),
    declarations: (total.declarations ?? 0) - counted.reduce((sum, { declarations }) => sum + (declarations ?? 0), 0),
  };
  const parts = counted.map(({ id, ...rest }) => ({ key: String(id), name: nameOf(id), ...rest }));
  // An office that handles no declarations is none to compare.
  const isRated = ({ declarations, distribution }: Counted) =>
    (declarations ?? 0) > 0 || distribution.some((count) => count > 0);
  return tableOf([...parts, own].filter(isRated));
}

export async function exactByKey(db: Db, range: DayRange, scope: Scope, by: 'team' | 'step' | 'association') {
  const counted = await figuresByKey(db, by, { ...range, spans: spansOf(scope) });
  const labels: Readonly<Record<string, string>> = stepLabels;
  const names = by === 'association' ? await associationNames(db) : new Map<string, string>();
  return tableOf(counted.map(({ key, ...rest }) => ({ key, name: names.get(key) ?? labels[key] ?? key, ...rest })));
}

function filterOf(range: DayRange, scope: Scope): FigureFilter {
  const { step } = scope;
  return { ...range, spans: spansOf(scope), only: step === undefined ? undefined : { dimension: 'step', key: step } };
}

function plus(a: Distribution, b: Distribution, sign: 1 | -1): Distribution {
  return [a[0] + sign * b[0], a[1] + sign * b[1], a[2] + sign * b[2], a[3] + sign * b[3], a[4] + sign * b[4]];
}
