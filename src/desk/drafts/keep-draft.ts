import { NotFound } from '../../errors.ts';
import { type DraftMode, draftsOf, dropDraft, saveDraft } from '../../store/drafts.ts';
import { noteChange } from '../../store/live.ts';
import type { Act } from '../act.ts';

interface DraftOn {
  caseId: number;
  officerId: number;
}

/** Keeps what an officer has written so far; nothing written keeps nothing. */
export async function keepDraft(
  { tx, at }: Act,
  { mode, text, seenEventOrdinal, ...on }: DraftOn & { mode: DraftMode; text: string; seenEventOrdinal: number },
): Promise<void> {
  if (text.trim() === '') await dropDraft(tx, { ...on, mode });
  else await saveDraft(tx, { ...on, mode, text, seenEventOrdinal, updatedAt: at });
}

/** Goes on with the answer that a colleague began, behind one's own words if there are any; the colleague no longer has it. */
export async function takeOverDraft(
  current: Act,
  { caseId, officerId, from }: DraftOn & { from: number },
): Promise<string> {
  const { tx, at } = current;
  const theirs = await dropDraft(tx, { caseId, officerId: from, mode: 'reply' });
  if (theirs === null) throw new NotFound('bản nháp');
  const own = (await draftsOf(tx, caseId, officerId)).find(({ mode }) => mode === 'reply');
  const text = own === undefined ? theirs.text : `${own.text}\n\n${theirs.text}`;
  await saveDraft(tx, { ...theirs, officerId, text, updatedAt: at });
  await noteChange(tx, { topic: 'presence', caseId, at });
  current.wakes.add('live');
  return text;
}
