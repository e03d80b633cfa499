import type { InferRequestType } from 'hono/client';
import { answerOf, done, v1 } from '../../data/api.ts';

/** The endpoints of canned replies. What is listed is the composer's own query, so that a change shows there too. */

export type CannedWords = InferRequestType<(typeof v1)['canned-replies']['$post']>['json'];

/** Adds one where there is no id, changes it otherwise. */
export async function saveCannedReply({ id, ...json }: CannedWords & { id: number | null }): Promise<number> {
  if (id === null) return (await answerOf(v1['canned-replies'].$post({ json }))).id;
  await done(v1['canned-replies'][':id'].$put({ param: { id: String(id) }, json }));
  return id;
}

export async function withdrawCannedReply(id: number): Promise<void> {
  await done(v1['canned-replies'][':id'].$delete({ param: { id: String(id) } }));
}
