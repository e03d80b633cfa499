import { eq } from 'drizzle-orm';
import type { Tx } from './database.ts';
import { files } from './schema/conversations.ts';

/** The platform's references of the files of a message, also of those that were not kept. */
export async function fileRefs(tx: Tx, messageId: number): Promise<string[]> {
  const rows = await tx.select({ ref: files.ref }).from(files).where(eq(files.messageId, messageId));
  return rows.map(({ ref }) => ref);
}
