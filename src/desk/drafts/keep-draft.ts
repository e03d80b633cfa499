import { NotFound } from '../../errors.ts';
import { passOnUploads } from '../../store/case-uploads.ts';
import { type DraftMode, draftsOf, dropDraft, saveDraft } from '../../store/drafts.ts';
import { noteChange } from '../../store/live.ts';
import type { Act } from '../act.ts';

interface DraftOn {
  caseId: number;
  officerId: number;
}

/** Keeps what an officer has written so far; nothing written keeps nothing. Colleagues hear that an answer is begun or given up. */
export async function keepDraft(
  current: Act,
  {
    mode,
    text,
    seenEventOrdinal,
    mentionedIds = [],
    ...on
  }: DraftOn & { mode: DraftMode; text: string; seenEventOrdinal: number; mentionedIds?: readonly number[] },
): Promise<void> {
  const { tx, at } = current;
  const isEmpty = text.trim() === '';
  const wasEmpty = !(await draftsOf(tx, on.caseId, on.officerId)).some((draft) => draft.mode === mode);
  if (isEmpty) await dropDraft(tx, { ...on, mode });
  else await saveDraft(tx, { ...on, mode, text, seenEventOrdinal, mentionedIds, updatedAt: at });
  if (mode === 'note' || isEmpty === wasEmpty) return;
  await noteChange(tx, { topic: 'presence', caseId: on.caseId, at });
  current.wakes.add('live');
}

/** Goes on with the answer that a colleague began, behind one's own words if there are any; the colleague no longer has it, nor the files chosen for it. */
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
  await passOnUploads(tx, { caseId, officerId: from }, officerId);
  await noteChange(tx, { topic: 'presence', caseId, at });
  current.wakes.add('live');
  return text;
}
