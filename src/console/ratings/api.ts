import type { RatingBreakdown } from '../../reports/ratings/breakdown.ts';
import type { FlagView } from '../../reports/ratings/flag-list.ts';
import type { OwnFigures } from '../../reports/ratings/own-figures.ts';
import type { RatingSummary } from '../../reports/ratings/summary.ts';
import { answerOf, done, v1 } from '../data/api.ts';
import { fileAddress } from '../exports/fetch-file.ts';
import type { Period } from './periods.ts';
import type { Part, Step } from './ratings-search.ts';

/** The endpoints about figures of ratings, one function each. */

export interface Scope extends Period {
  unit?: number | undefined;
  step?: Step | undefined;
}

export function readSummary({ unit, ...query }: Scope): Promise<RatingSummary> {
  return answerOf(v1.ratings.summary.$get({ query: { ...query, unit: unit?.toString() } }));
}

export function readBreakdown({ from, to, unit }: Scope, by: Part): Promise<RatingBreakdown> {
  return answerOf(v1.ratings.breakdown.$get({ query: { from, to, unit: unit?.toString(), by } }));
}

/** Where the same is a file. */
export function breakdownFile({ from, to, unit }: Scope, by: Part): string {
  return fileAddress('/api/v1/exports/ratings', { from, to, by, unit });
}

export function readOwn(): Promise<OwnFigures> {
  return answerOf(v1.ratings.me.$get());
}

export function listFlags(): Promise<FlagView[]> {
  return answerOf(v1.ratings.flags.$get());
}

export async function decideFlag(id: number, as: 'confirmation' | 'dismissal', note: string): Promise<void> {
  const request = { param: { id }, json: { note } };
  await done(
    as === 'confirmation'
      ? v1.ratings.flags[':id'].confirmation.$post(request)
      : v1.ratings.flags[':id'].dismissal.$post(request),
  );
}
