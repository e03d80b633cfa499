import { addUp, type Distribution } from '../../rules/rating/figures.ts';
import type { RatingCell } from '../../store/rating-cells.ts';
import { tableOf } from './table.ts';

const mostNames = 3;

/** A sum of cells; `months` are those of which something came out. */
export interface PublishedSum {
  distribution: Distribution;
  declarations: number;
  months: string[];
}

/** The unit with all below it, in the months of the period that came out and in which it stood alone in its cell. */
export function publishedTotal(cells: readonly RatingCell[], unitId: number): PublishedSum {
  return sumOf(cells.filter((cell) => isAllOf(cell, unitId)));
}

/** The same month by month. */
export function publishedSeries(cells: readonly RatingCell[], unitId: number) {
  const byMonth = Map.groupBy(
    cells.filter((cell) => isAllOf(cell, unitId)),
    ({ fromDay }) => fromDay,
  );
  return [...byMonth].map(([from, own]) => ({ from, ...sumOf(own) }));
}

/** The parts of a unit as they came out: those alone in a cell by name, the others of each month together. */
export function publishedByUnit(cells: readonly RatingCell[], unitId: number, nameOf: (unitId: number) => string) {
  const parts = cells.filter(({ ownerId }) => ownerId === unitId);
  const byPart = Map.groupBy(parts, ({ ids }) => (ids.length === 1 ? String(ids[0]) : 'rest'));
  return tableOf(
    [...byPart].map(([key, own]) => ({
      key,
      ...(key === 'rest'
        ? together(own, nameOf)
        : { name: nameOf(Number(key)) + (Number(key) === unitId ? ' (trực tiếp)' : '') }),
      ...sumOf(own),
    })),
  );
}

/** Officers by the sums of their quarters, those who have a name here. */
export function publishedOfficers(cells: readonly RatingCell[], names: ReadonlyMap<number, string>) {
  const byOfficer = Map.groupBy(cells, ({ ids }) => ids[0] ?? 0);
  return tableOf(
    [...byOfficer].flatMap(([id, own]) => {
      const name = names.get(id);
      return name === undefined
        ? []
        : { key: String(id), name, distribution: addUp(own.map(distributionOfCell)), declarations: null };
    }),
  );
}

export function distributionOfCell({ level1, level2, level3, level4, level5 }: RatingCell): Distribution {
  return [level1, level2, level3, level4, level5];
}

function isAllOf({ ownerId, ids }: RatingCell, unitId: number): boolean {
  return ids.length === 1 && ids[0] === unitId && ownerId !== unitId;
}

function sumOf(cells: readonly RatingCell[]): PublishedSum {
  return {
    distribution: addUp(cells.map(distributionOfCell)),
    declarations: cells.reduce((sum, { declarations }) => sum + (declarations ?? 0), 0),
    months: [...new Set(cells.map(({ fromDay }) => fromDay.slice(0, 7)))],
  };
}

function together(cells: readonly RatingCell[], nameOf: (unitId: number) => string) {
  const parts = [...new Set(cells.flatMap(({ ids }) => ids))].map(nameOf).toSorted();
  const name =
    parts.length > mostNames ? `Gộp ${parts.length} đơn vị ít đánh giá` : `Gộp đơn vị ít đánh giá: ${parts.join(', ')}`;
  return { name, parts };
}
