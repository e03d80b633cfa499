import type { TroubleView } from '../../http/views.ts';

export const sections = ['decide', 'waiting', 'inbox', 'ladder'] as const;
type Section = (typeof sections)[number];

/** Where on the page a trouble stands: what nobody but a person can end comes first. */
export function sectionOf({ where, state, isAsking }: TroubleView): Section {
  if (where !== 'outbox') return where;
  return state === 'failed' || (state === 'unknown' && !isAsking) ? 'decide' : 'waiting';
}

/** Reasons for which several messages were given up, most frequent first. */
export function sharedProblems(troubles: readonly TroubleView[]): { problem: string; count: number }[] {
  const failed = troubles.filter(({ where, state }) => where === 'outbox' && state === 'failed');
  const byProblem = Map.groupBy(failed, ({ problem }) => problem);
  return [...byProblem]
    .flatMap(([problem, own]) => (problem === null || own.length < 2 ? [] : [{ problem, count: own.length }]))
    .toSorted((a, b) => b.count - a.count);
}
