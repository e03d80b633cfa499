import { sha256 } from '../../rules/audit/chain.ts';
import { type RedactionReason, removedWords, repeats } from '../../rules/privacy/redaction.ts';
import { dropUploadsOf } from '../../store/case-uploads.ts';
import { lockCaseById, saveCase } from '../../store/cases.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import { dropDraftsOf } from '../../store/drafts.ts';
import { alertMessages, eraseSatisfaction, wordsOfCase } from '../../store/erasing.ts';
import { alertTexts, eraseAlert, withoutRows } from '../../store/redaction.ts';
import type { Act } from '../act.ts';
import { happen } from '../cases/happen.ts';
import { eraseMessages, type Redacted } from './erase-messages.ts';

export interface CaseErasure {
  caseId: number;
  because: RedactionReason;
  /** The chats whose words go; `all` where everything said on the case does, notes and answers included. */
  chats: ReadonlyMap<number, ConversationRow> | 'all';
}

/**
 * Removes what was said on a case that is over. Its number, its ledger and, unless all goes, the office's answers stay;
 * the ledger gains the digest of each thing removed. Answers how many messages that were.
 */
export async function eraseCase(current: Act, { caseId, because, chats }: CaseErasure): Promise<number> {
  const { tx } = current;
  const row = await lockCaseById(tx, caseId);
  if (row === null) return 0;
  const own = chats === 'all' ? new Map<number, ConversationRow>() : chats;
  const messages = await wordsOfCase(tx, caseId, chats === 'all' ? 'all' : [...chats.keys()]);
  const words = [row.description, ...messages.filter(({ author }) => author === 'person').map(({ text }) => text)];
  const carried = (await alertMessages(tx, caseId)).filter(({ text }) => chats === 'all' || repeats(text, words));
  const done: Redacted[] = await eraseMessages(current, [...messages, ...carried], own, because);
  if (row.description !== removedWords)
    done.push({ type: 'redacted', messageId: null, sha256: sha256(row.description), because });
  for (const { id, text } of await alertTexts(tx, caseId))
    if (text !== removedWords && (chats === 'all' || repeats(text, words))) await eraseAlert(tx, id);
  await eraseSatisfaction(tx, caseId);
  // An officer's draft may repeat any of it.
  await dropDraftsOf(tx, caseId);
  const paths = await withoutRows(tx, await dropUploadsOf(tx, caseId));
  if (paths.length > 0) await current.jobs.send(tx, 'remove-files', { paths });
  if (done.length === 0) return 0;
  await saveCase(tx, caseId, { description: removedWords });
  await happen(current, { ...row, description: removedWords }, done);
  return done.length;
}
