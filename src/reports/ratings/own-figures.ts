import { smallestGroup } from '../../rules/rating/anonymity.ts';
import { addUp, type Figures, figuresOf } from '../../rules/rating/figures.ts';
import type { Db } from '../../store/database.ts';
import { cellsWithin, publications, type RatingCell } from '../../store/rating-cells.ts';
import { distributionOfCell } from './published-figures.ts';
import { lastDay } from './summary.ts';

/** What an officer reads of the ratings that name them: whole quarters of enough ratings, never who gave them. */
export interface OwnFigures {
  smallestGroup: number;
  /** All quarters that came out together; null before the first. */
  total: Figures | null;
  /** The same quarters of the department, to compare with. */
  department: Figures | null;
  quarters: { from: string; to: string; figures: Figures }[];
  /** The newest month that came out; null before the first. */
  publishedUntil: string | null;
}

const always = { from: '1900-01-01', until: '9999-12-31' };

export async function ownFigures(db: Db, officerId: number): Promise<OwnFigures> {
  const [own, all, out] = await Promise.all([
    cellsWithin(db, 'officer', always, officerId),
    cellsWithin(db, 'unit', always),
    publications(db),
  ]);
  const months = all.filter(
    (cell) =>
      cell.ownerId === null &&
      own.some(({ fromDay, untilDay }) => fromDay <= cell.fromDay && cell.untilDay <= untilDay),
  );
  return {
    smallestGroup,
    total: own.length === 0 ? null : sumOf(own),
    department: months.length === 0 ? null : sumOf(months),
    quarters: own
      .map((cell) => ({
        from: cell.fromDay,
        to: lastDay({ from: cell.fromDay, until: cell.untilDay }),
        figures: sumOf([cell]),
      }))
      .toReversed(),
    publishedUntil: out[0]?.month ?? null,
  };
}

function sumOf(cells: readonly RatingCell[]): Figures {
  return figuresOf(addUp(cells.map(distributionOfCell)), null);
}
