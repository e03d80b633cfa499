import { Conflict } from '../../errors.ts';
import { noteUsed, unusedDraft } from '../../store/assistant-runs.ts';
import type { CaseRow } from '../../store/cases.ts';
import { takeReplyTranslation } from '../../store/translations.ts';
import type { Act } from '../act.ts';
import { perMilleChanged } from './share-changed.ts';

/** Notes that a draft was sent, and how much of it the officer changed. One that is gone or was used counts once. */
export async function noteDraftUsed(current: Act, row: CaseRow, draftId: number, sent: string): Promise<void> {
  const draft = await unusedDraft(current.tx, draftId, row.id);
  if (draft !== null) await noteUsed(current.tx, draftId, current.at, perMilleChanged(draft, sent));
}

/** The translation that the officer saw. It is refused where the answer says something else by now. */
export async function translationSeen(
  current: Act,
  row: CaseRow,
  translationId: number,
  sent: string,
): Promise<string> {
  const seen = await takeReplyTranslation(current.tx, translationId, row.id);
  if (seen === null || seen.original !== sent)
    throw new Conflict('translationStale', 'Bản dịch không còn khớp với nội dung trả lời. Anh/chị vui lòng dịch lại.');
  return seen.text;
}
