import { Conflict, NotFound } from '../../errors.ts';
import type { CaseKind } from '../../rules/case/words.ts';
import { isCategoryCode } from '../../rules/identity/categories.ts';
import { clashesOf } from '../../rules/routing/rule-clash.ts';
import { officeByCode } from '../../store/organisation.ts';
import { insertRule, rulesFrom } from '../../store/responsibility.ts';
import { unitHistories } from '../../store/units.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from './administrator.ts';
import { record } from './record.ts';
import { requireLasting } from './unit-history.ts';

/** What a rule says; null matches everything. */
export interface RuleTerms {
  precedence: number;
  kind: CaseKind | null;
  category: string | null;
  urgent: boolean | null;
  officeCode: string | null;
  /** Null: the unit of the office on the declaration. */
  unitId: number | null;
  note: string;
}

/** A new rule of who is responsible, from a date on. */
export async function addResponsibility(current: Act, input: RuleTerms & { validFrom: string }): Promise<number> {
  await asAdministrator(current, 'phân công trách nhiệm');
  await requireUsable(current, input, null);
  const ruleId = await insertRule(current.tx, input);
  await record(current, 'responsibilityAdded', { ruleId, ...termsOf(input), validFrom: input.validFrom });
  return ruleId;
}

/** Refuses a rule that names what is not there, or that would share its place with another that matches the same cases. */
export async function requireUsable(
  { tx }: Act,
  rule: RuleTerms & { validFrom: string },
  instead: number | null,
): Promise<void> {
  if (rule.category !== null && !isCategoryCode(rule.category)) throw new NotFound(`nhóm việc ${rule.category}`);
  if (rule.officeCode !== null && (await officeByCode(tx, rule.officeCode)) === null)
    throw new NotFound(`mã hải quan ${rule.officeCode}`);
  if (rule.unitId !== null)
    requireLasting(
      (await unitHistories(tx)).find(({ id }) => id === rule.unitId),
      rule.validFrom,
    );
  const others = (await rulesFrom(tx, rule.validFrom)).filter(({ id }) => id !== instead);
  const [clash] = clashesOf({ ...rule, validTo: null }, others);
  if (clash !== undefined)
    throw new Conflict(
      'samePrecedence',
      `Quy tắc ${clash.id} có cùng thứ tự ưu tiên ${rule.precedence} và áp dụng cho cùng một việc. Anh/chị vui lòng chọn thứ tự khác.`,
    );
}

/** What of a rule belongs in the ledger: the note stays in the row. */
export function termsOf({ precedence, kind, category, urgent, officeCode, unitId }: RuleTerms) {
  return { precedence, kind, category, urgent, officeCode, unitId };
}
