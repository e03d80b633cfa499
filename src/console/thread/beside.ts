import { queryOptions } from '@tanstack/react-query';
import type { CannedReplyView } from '../../http/canned-reply-routes.ts';
import type { BesideView } from '../../http/draft-routes.ts';
import { answerOf, done, v1 } from '../data/api.ts';

/** What belongs to the officer beside a case: drafts, how far it is read, colleagues who are there. */

export type Mode = 'reply' | 'note';
export type PresentOfficer = BesideView['present'][number];
export type Activity = PresentOfficer['activity'] | 'gone';

export function besideQuery(reference: string) {
  return queryOptions({
    queryKey: ['beside', reference],
    queryFn: (): Promise<BesideView> => answerOf(v1.cases[':reference'].beside.$get({ param: { reference } })),
  });
}

export const cannedRepliesQuery = queryOptions({
  queryKey: ['cannedReplies'],
  queryFn: (): Promise<CannedReplyView[]> => answerOf(v1['canned-replies'].$get()),
  staleTime: 60_000,
});

/** Reaches the server even while the page is being left. */
export async function keepDraft(
  reference: string,
  mode: Mode,
  kept: { text: string; seenEventOrdinal: number; mentionedIds: number[] },
): Promise<void> {
  await done(
    v1.cases[':reference'].drafts[':mode'].$put(
      { param: { reference, mode }, json: kept },
      { init: { keepalive: true } },
    ),
  );
}

export async function takeOverDraft(reference: string, officerId: number): Promise<string> {
  const asked = v1.cases[':reference'].drafts.taking.$post({ param: { reference }, json: { officerId } });
  return (await answerOf(asked)).text;
}

export async function markRead(reference: string, isRead: boolean): Promise<void> {
  await done(v1.cases[':reference'].reading.$put({ param: { reference }, json: { isRead } }));
}

export function bePresent(reference: string, activity: Activity): Promise<PresentOfficer[]> {
  const said = { param: { reference }, json: { activity } };
  return answerOf(v1.cases[':reference'].presence.$put(said, { init: { keepalive: activity === 'gone' } }));
}
