import { Conflict, NotFound } from '../../errors.ts';
import { changeFrom, endOn } from '../../rules/organisation/spans.ts';
import { insertRule, type ResponsibilityRow, ruleById, saveRule } from '../../store/responsibility.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from './administrator.ts';
import { record } from './record.ts';
import { rowsOrRefusal } from './refuse-span.ts';
import { type RuleTerms, requireUsable, termsOf } from './responsibility-rule.ts';

/** From a date on the rule says something else. The row is closed and another opened; answers the new row's id. */
export async function changeResponsibility(
  current: Act,
  input: { ruleId: number; validFrom: string; change: Partial<RuleTerms> },
): Promise<number> {
  const { tx } = current;
  const before = await ruleToChange(current, input.ruleId);
  const { id: replaces, ...terms } = before;
  const next = { ...terms, ...input.change, validFrom: input.validFrom, validTo: null };
  const name = `Quy tắc ${replaces}`;
  const writes = rowsOrRefusal(changeFrom([terms], next), name);
  if (sameTerms(terms, next)) throw new Conflict('nothingChanges', `${name} đã đúng như vậy, không có gì thay đổi.`);
  await requireUsable(current, next, replaces);

  let ruleId = replaces;
  // On its own first day a rule is put right where it stands.
  if (writes.length === 1) await saveRule(tx, replaces, next);
  else {
    await saveRule(tx, replaces, { validTo: input.validFrom });
    ruleId = await insertRule(tx, next);
  }
  await record(current, 'responsibilityChanged', {
    ruleId,
    replaces,
    validFrom: input.validFrom,
    before: termsOf(terms),
    after: termsOf(next),
  });
  return ruleId;
}

/** The rule applies until the day before `validTo`. Cases given by it stay where they are. */
export async function endResponsibility(current: Act, input: { ruleId: number; validTo: string }): Promise<void> {
  const before = await ruleToChange(current, input.ruleId);
  rowsOrRefusal(endOn([before], input.validTo), `Quy tắc ${input.ruleId}`);
  await saveRule(current.tx, input.ruleId, { validTo: input.validTo });
  await record(current, 'responsibilityEnded', { ruleId: input.ruleId, validTo: input.validTo });
}

async function ruleToChange(current: Act, ruleId: number): Promise<ResponsibilityRow> {
  await asAdministrator(current, 'phân công trách nhiệm');
  const before = await ruleById(current.tx, ruleId);
  if (before === null) throw new NotFound(`quy tắc ${ruleId}`);
  return before;
}

function sameTerms(a: RuleTerms, b: RuleTerms): boolean {
  return a.note === b.note && JSON.stringify(termsOf(a)) === JSON.stringify(termsOf(b));
}
