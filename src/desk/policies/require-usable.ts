import { Conflict } from '../../errors.ts';
import type { Policy } from '../../rules/escalation/policy.ts';
import { categoryLabels, isCategoryCode } from '../../rules/identity/categories.ts';
import { asOf, overlap } from '../../rules/organisation/spans.ts';
import { type DefinitionProblem, type PolicyDraft, policyOf } from '../../rules/policies/definition-problems.ts';
import { matchesOverlap, uncoveredCase } from '../../rules/policies/policy-match.ts';
import type { Tx } from '../../store/database.ts';
import { type PolicyRow, policiesFrom } from '../../store/policies.ts';
import { unitHistories } from '../../store/units.ts';
import { sayDate } from '../organisation/administrator.ts';

/** The policy that the draft makes, for the organisation as it stands on `validFrom`. */
export async function requirePolicy(tx: Tx, draft: PolicyDraft, validFrom: string): Promise<Policy> {
  const outcome = policyOf(draft, new Set(await standingCodes(tx, validFrom)));
  if (outcome.ok) return outcome.policy;
  throw new Conflict(outcome.problem.problem, sentenceOf(outcome.problem));
}

/**
 * Refuses a set of policies that leaves doubt which one applies, or a case without any, on a day from `validFrom` on.
 * `added` comes, `goneId` no longer applies from then.
 */
export async function requireClearSet(
  tx: Tx,
  { added, goneId, validFrom }: { added: Policy | null; goneId: number | null; validFrom: string },
): Promise<void> {
  const others = (await policiesFrom(tx, validFrom)).filter(({ id }) => id !== goneId);
  if (added !== null) {
    const span = { validFrom, validTo: null };
    const rival = others.find(
      ({ definition, ...row }) =>
        definition.precedence === added.precedence &&
        overlap(row, span) &&
        matchesOverlap(definition.match, added.match),
    );
    if (rival !== undefined)
      throw new Conflict(
        'samePrecedence',
        `Quy định "${rival.definition.name}" có cùng thứ tự ưu tiên ${added.precedence} và áp dụng cho cùng vụ việc. Anh/chị vui lòng chọn thứ tự khác.`,
      );
  }
  await requireCover(tx, others, added, validFrom);
}

/** Every day from then on on which a policy begins or ends is looked at: a gap may open later. */
async function requireCover(
  tx: Tx,
  others: readonly PolicyRow[],
  added: Policy | null,
  validFrom: string,
): Promise<void> {
  const days = new Set([validFrom, ...others.flatMap((row) => [row.validFrom, row.validTo ?? validFrom])]);
  for (const day of [...days].filter((each) => each >= validFrom).toSorted()) {
    const inForce = others.filter((row) => asOf([row], day) !== null);
    const all = added === null ? inForce : [...inForce, { definition: added }];
    const gap = uncoveredCase(all, await standingCodes(tx, day));
    if (gap === null) continue;
    const category = isCategoryCode(gap.category) ? categoryLabels[gap.category].vi : gap.category;
    throw new Conflict(
      'leavesGap',
      `Từ ngày ${sayDate(day)} sẽ không còn quy định nào cho việc "${category}" của đơn vị ${gap.unitCode}.`,
    );
  }
}

async function standingCodes(tx: Tx, date: string): Promise<string[]> {
  return (await unitHistories(tx)).filter(({ versions }) => asOf(versions, date) !== null).map(({ code }) => code);
}

function sentenceOf(problem: DefinitionProblem): string {
  switch (problem.problem) {
    case 'noAnswerer':
      return `Quy định chưa nêu ai trả lời ở cấp ${problem.level}.`;
    case 'unknownAnswerer':
      return `Cấp ${problem.level} do đơn vị ${problem.code} trả lời, nhưng đơn vị này không hoạt động vào ngày đó.`;
    case 'noClock':
      return 'Quy định chưa hẹn thời hạn nào.';
    case 'clockTwice':
      return `Thời hạn "${problem.clock}" được nêu hai lần.`;
    case 'stepTwice':
      return `Bước "${problem.step}" của thời hạn "${problem.clock}" được nêu hai lần.`;
    case 'neverBroken':
      return `Thời hạn "${problem.clock}" chưa nêu ai được báo khi hết giờ (bước 100%).`;
  }
}
