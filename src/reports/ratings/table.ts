import { type Distribution, type Figures, figuresOf } from '../../rules/rating/figures.ts';
import { type Prior, priorOf, shrunkShare } from '../../rules/rating/shrinkage.ts';

/** A row of a table of ratings: one unit, step, officer … */
export interface FigureRow extends Figures {
  /** A unit's, officer's or association's id, a team's name, a step; `rest` for small ones put together. */
  key: string;
  name: string;
  /** The names of what was put together; none where the row is one thing. */
  parts: readonly string[];
  /** The share at 4–5 held towards the share of all where there are few ratings; null without any. */
  shrunkShare: number | null;
}

/** A table with the sentence that says how it was shrunk in figures. */
export interface FigureTable {
  rows: FigureRow[];
  prior: Prior;
}

/** The rows, most ratings first as a reader of small samples should see them, each beside its shrunk share. */
export function tableOf(
  groups: readonly {
    key: string;
    name: string;
    parts?: readonly string[];
    distribution: Distribution;
    declarations: number | null;
  }[],
): FigureTable {
  const figures = groups.map(({ key, name, parts = [], distribution, declarations }) => ({
    ...{ key, name, parts },
    ...figuresOf(distribution, declarations),
  }));
  const prior = priorOf(figures);
  const rows = figures.map((row) => ({ ...row, shrunkShare: row.ratings === 0 ? null : shrunkShare(row, prior) }));
  return { rows: rows.toSorted((a, b) => (b.shrunkShare ?? -1) - (a.shrunkShare ?? -1)), prior };
}
