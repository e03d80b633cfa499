import { Conflict, NotFound, NotPermitted } from '../../errors.ts';
import { needsSecondPerson, type RetentionSubject, whyNotDays } from '../../rules/privacy/retention.ts';
import {
  hasPendingProposal,
  insertRetentionRule,
  lockRetentionProposal,
  type RetentionRuleRow,
  retentionInForce,
  saveRetentionRule,
} from '../../store/retention.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from '../organisation/administrator.ts';
import { recordPrivacy } from './record.ts';

export interface RetentionChange {
  what: RetentionSubject;
  days: number;
  basis: string;
}

const doing = 'thay đổi thời hạn lưu dữ liệu';

/**
 * Keeps something for another time. What is kept longer counts at once; what would be destroyed earlier waits until a
 * second administrator has agreed. Answers the id of the version.
 */
export async function changeRetention(current: Act, { what, days, basis }: RetentionChange): Promise<number> {
  const { tx, at, by } = current;
  await asAdministrator(current, doing);
  if (whyNotDays(days) !== null) throw new Conflict('unusablePeriod', 'Thời hạn lưu từ 1 đến 36.500 ngày.');
  if (await hasPendingProposal(tx, what))
    throw new Conflict('proposedAlready', 'Đã có đề xuất khác cho mục này đang chờ duyệt.');
  const before = (await retentionInForce(tx, at)).find((rule) => rule.what === what);
  const waits = before !== undefined && needsSecondPerson(before.days, days);
  const approval = waits ? {} : { approvedBy: by, approvedAt: at };
  const ruleId = await insertRetentionRule(tx, { what, days, basis, validFrom: at, by, ...approval });
  await recordPrivacy(current, waits ? 'retentionProposed' : 'retentionChanged', { ruleId, what, days });
  return ruleId;
}

/** A second administrator agrees: the shorter period counts from now on. */
export async function approveRetention(current: Act, { ruleId }: { ruleId: number }): Promise<void> {
  const { tx, at, by } = current;
  await asAdministrator(current, doing);
  // A key is nobody in particular, so it cannot be the second person.
  if (by.kind !== 'officer') throw new NotPermitted(doing);
  const rule = await pending(current, ruleId);
  if (rule.by.kind === 'officer' && rule.by.officerId === by.officerId)
    throw new Conflict('samePerson', 'Người đề xuất không tự duyệt. Cần một người khác duyệt.');
  await saveRetentionRule(tx, ruleId, { approvedBy: by, approvedAt: at, validFrom: at });
  await recordPrivacy(current, 'retentionChanged', { ruleId, what: rule.what, days: rule.days });
}

export async function withdrawRetention(current: Act, { ruleId }: { ruleId: number }): Promise<void> {
  await asAdministrator(current, doing);
  await pending(current, ruleId);
  await saveRetentionRule(current.tx, ruleId, { withdrawnAt: current.at });
  await recordPrivacy(current, 'retentionWithdrawn', { ruleId });
}

async function pending({ tx }: Act, ruleId: number): Promise<RetentionRuleRow> {
  const rule = await lockRetentionProposal(tx, ruleId);
  if (rule === null) throw new NotFound('đề xuất');
  if (rule.approvedAt !== null) throw new Conflict('alreadyApproved', 'Đề xuất này đã được duyệt.');
  if (rule.withdrawnAt !== null) throw new Conflict('withdrawn', 'Đề xuất này đã được rút.');
  return rule;
}
