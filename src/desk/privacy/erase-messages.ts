import { canonicalText, sha256 } from '../../rules/audit/chain.ts';
import type { CaseEventBody } from '../../rules/case/events.ts';
import type { RedactionReason } from '../../rules/privacy/redaction.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import { eraseWords, filesBehind, forgetFiles } from '../../store/erasing.ts';
import type { MessageRow } from '../../store/messages.ts';
import type { Act } from '../act.ts';

export type Redacted = Extract<CaseEventBody, { type: 'redacted' }>;

/**
 * Removes the words and files of messages and answers what the ledger says about each: the digest of what was there.
 * `redactMessage` does the same for one that an officer chose, and looks for its copies besides.
 */
export async function eraseMessages(
  { tx, jobs }: Pick<Act, 'tx' | 'jobs'>,
  messages: readonly MessageRow[],
  chats: ReadonlyMap<number, ConversationRow>,
  because: RedactionReason,
): Promise<Redacted[]> {
  const ids = messages.map(({ id }) => id);
  const attached = Map.groupBy(await filesBehind(tx, ids), ({ messageId }) => messageId);
  const paths: string[] = [];
  for (const chat of new Set(messages.map(({ conversationId }) => conversationId))) {
    const here = messages.filter(({ conversationId }) => conversationId === chat);
    const files = here.flatMap(({ id }) => attached.get(id) ?? []);
    paths.push(...(await forgetFiles(tx, files, chat === null ? null : (chats.get(chat) ?? null))));
  }
  await eraseWords(tx, ids);
  if (paths.length > 0) await jobs.send(tx, 'remove-files', { paths });
  return messages.map(({ id: messageId, text, earlierTexts }) => {
    const files = (attached.get(messageId) ?? []).map(({ sha256: digest, name }) => digest ?? name);
    // A plain text has the digest that anybody can compute of it.
    const whole = earlierTexts === null && files.length === 0 ? text : canonicalText({ text, earlierTexts, files });
    return { type: 'redacted', messageId, sha256: sha256(whole), because };
  });
}
