import { DeskError } from '../../errors.ts';
import { type DescriptionDraft, judgeDescription } from '../../knowledge/import/description.ts';
import type { Leftover } from '../../knowledge/import/recognised.ts';
import { articlesOf, plainText, type Row } from '../../knowledge/rows.ts';
import { type AppendixVersionRow, saveAppendixVersion } from '../../store/library.ts';
import type { Act } from '../act.ts';
import { keeperActing } from './keeper.ts';
import { openDraft } from './open-draft.ts';
import { hashOf } from './propose-version.ts';
import { record } from './record.ts';

/** What becomes of a leftover: it is in the text now, does not belong there, or nobody has decided. */
export type LeftoverFate = 'placed' | 'leftOut' | 'open';

export interface DraftCorrection {
  versionId: number;
  /** The revision that was corrected. */
  revision: number;
  description: DescriptionDraft;
  preamble: string;
  rows: readonly Row[];
  /** One for each leftover of that revision, in their order. */
  fates: readonly LeftoverFate[];
}

/**
 * Puts a person's reading of the file in place of ours: edited, split, joined, renumbered and moved parts. A leftover may
 * only count as placed when its words are in the text.
 */
export async function correctDraft(current: Act, correction: DraftCorrection): Promise<AppendixVersionRow> {
  const { tx } = current;
  const keeper = await keeperActing(current, 'sửa bản thảo phụ lục');
  const draft = await openDraft(current, correction);

  const { description, problems } = judgeDescription({ ...correction.description, code: draft.code });
  if (description === null) throw new DeskError('descriptionIncomplete', problems.join(' '));
  const articles = articlesOf(correction.rows.map(composed));
  if (articles === null)
    throw new DeskError(
      'partWithoutArticle',
      'Khoản hoặc điểm đầu tiên đứng trước mọi điều. Dòng đầu phải là một điều.',
    );
  const document = { ...description, preamble: correction.preamble.normalize('NFC').trim(), articles };
  const leftovers = leftoversAfter(draft.leftovers, correction.fates, plainText(document), keeper.name);

  const change = {
    document,
    leftovers,
    validFrom: document.effectiveFrom,
    validUntil: document.effectiveTo,
    revision: draft.revision + 1,
    correctedByIds: [...new Set([...draft.correctedByIds, keeper.id])],
  };
  await saveAppendixVersion(tx, draft.id, change);
  await record(current, 'draftCorrected', { versionId: draft.id, revision: change.revision, sha256: hashOf(document) });
  return { ...draft, ...change };
}

function leftoversAfter(
  before: readonly Leftover[],
  fates: readonly LeftoverFate[],
  text: string,
  by: string,
): readonly Leftover[] {
  if (fates.length !== before.length)
    throw new DeskError('leftoversIncomplete', 'Mỗi phần chưa xếp được phải có một quyết định.');
  const letters = lettersOf(text);
  return before.flatMap((leftover, index) => {
    const fate = fates[index];
    if (fate !== 'placed') return [{ ...leftover, leftOutBy: fate === 'leftOut' ? (leftover.leftOutBy ?? by) : null }];
    if (letters.includes(lettersOf(leftover.text))) return [];
    throw new DeskError(
      'leftoverNotPlaced',
      `Chưa thấy “${leftover.text}” trong nội dung, nên chưa thể coi là đã xếp.`,
    );
  });
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function composed(row: Row): Row {
  const tidy = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n ?/gu, '\n')
      .trim();
  const number = tidy(row.number).toLowerCase();
  return {
    ...row,
    number,
    heading: tidy(row.heading),
    chapter: row.chapter === null ? null : tidy(row.chapter) || null,
    text: tidy(row.text),
  };
}
