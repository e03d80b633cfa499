import { NotFound } from '../../errors.ts';
import type { CheckedField, CorrectedField } from '../../rules/case/events.ts';
import { isCategoryCode } from '../../rules/identity/categories.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import { namesAround } from '../../store/assistant-cases.ts';
import type { CaseRow } from '../../store/cases.ts';
import { latestConsent } from '../../store/conversations.ts';
import { officeByCode } from '../../store/organisation.ts';
import { keepUnderstandingCorrection } from '../../store/understanding-corrections.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { refused } from '../refuse.ts';
import { visibleCase } from '../visibility.ts';
import { type Happened, happen } from './happen.ts';

/** What the officer says each looked-through field is; one that is left out was not looked at. */
export type Understood = Partial<Record<CheckedField, string | null>>;

const columns = { category: 'category', office: 'officeCode', declaration: 'declarationNo' } as const;

/**
 * An officer confirms or puts right what the bot understood. The promise stands as it was made and the case stays where it
 * is: a matter of another unit is passed on by `transfer`, which the officer is offered.
 */
export async function checkUnderstanding(
  current: Act,
  { reference, understood }: { reference: string; understood: Understood },
): Promise<Happened> {
  officerIdOf(current);
  const row = await visibleCase(current, reference);
  // Who is kept away from a matter about conduct follows from its declaration and office.
  if (isAboutConduct(row.kind)) throw refused('notAllowedFromHere');
  const { office } = understood;
  if (office != null && (await officeByCode(current.tx, office)) === null) throw new NotFound('nơi làm thủ tục');
  const confirmed: CheckedField[] = [];
  const corrected: CorrectedField[] = [];
  for (const field of ['category', 'office', 'declaration'] as const) {
    const to = understood[field];
    if (to === undefined) continue;
    const from = row[columns[field]];
    if (from === to) confirmed.push(field);
    else corrected.push({ field, from, to });
  }
  if (confirmed.length + corrected.length === 0) throw refused('nothingChecked');
  const category = corrected.find(({ field }) => field === 'category');
  if (category?.to) await learnFrom(current, row, category.to);
  return happen(current, row, [{ type: 'checked', confirmed, corrected }], {
    ...(category?.to ? { category: category.to } : {}),
    ...changeOf(corrected, 'office'),
    ...changeOf(corrected, 'declaration'),
  });
}

function changeOf(corrected: readonly CorrectedField[], field: 'office' | 'declaration'): Partial<CaseRow> {
  const found = corrected.find((each) => each.field === field);
  return found === undefined ? {} : { [columns[field]]: found.to };
}

/** Only the words of those who agreed to keeping. */
async function learnFrom(current: Act, row: CaseRow, chosen: string): Promise<void> {
  const { tx, at } = current;
  const { conversationId } = row;
  if (conversationId === null || !isCategoryCode(row.category)) return;
  if ((await latestConsent(tx, conversationId)) !== 'given') return;
  const names = await namesAround(tx, { conversationId, caseId: row.id });
  const learned = current.phrasing.forTraining(row.description, names);
  if (learned === null) return;
  await keepUnderstandingCorrection(tx, {
    conversationId,
    about: 'category',
    ...learned,
    guessed: row.category,
    chosen,
    at,
  });
}
