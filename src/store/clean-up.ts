import { lt } from 'drizzle-orm';
import type { Tx } from './database.ts';
import { idempotentAnswers } from './schema/access.ts';
import { liveChanges } from './schema/live.ts';

/** Deletes what is older than `before` and only served those who were there: changes for open pages, kept answers. */
export async function cleanUp(tx: Tx, before: Date): Promise<void> {
  await tx.delete(liveChanges).where(lt(liveChanges.at, before));
  await tx.delete(idempotentAnswers).where(lt(idempotentAnswers.at, before));
}
