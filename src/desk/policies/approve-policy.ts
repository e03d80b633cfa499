import { Conflict, NotFound, NotPermitted } from '../../errors.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { officerById } from '../../store/organisation.ts';
import { endPolicyOn, insertPolicy, lockProposal, type ProposalRow, saveProposal } from '../../store/policies.ts';
import { lockOrganisation } from '../../store/units.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from '../organisation/administrator.ts';
import { requireReplaceable } from './propose-policy.ts';
import { recordPolicy } from './record.ts';
import { requireClearSet, requirePolicy } from './require-usable.ts';

/**
 * A second person puts the version into force from its day on; answers the id of the stored version, null for an ending.
 * Cases that are open keep the version they were opened with. Everything is checked again: days may lie between the two.
 */
export async function approvePolicy(current: Act, { proposalId }: { proposalId: number }): Promise<number | null> {
  const { tx, by, at, zone } = current;
  await requireApprover(current);
  const proposal = await requirePending(current, proposalId);
  const { proposedBy, validFrom, replacesId } = proposal;
  if (by.kind === 'officer' && proposedBy.kind === 'officer' && proposedBy.officerId === by.officerId)
    throw new Conflict('samePerson', 'Người đề xuất không tự duyệt. Cần một người khác duyệt.');
  if (validFrom <= localDate(at, zone))
    throw new Conflict(
      'notAhead',
      'Ngày hiệu lực đã đến trước khi được duyệt. Anh/chị vui lòng đề xuất lại ngày khác.',
    );
  await requireReplaceable(tx, replacesId, validFrom);
  const definition = proposal.definition === null ? null : await requirePolicy(tx, proposal.definition, validFrom);
  await requireClearSet(tx, { added: definition, goneId: replacesId, validFrom });

  if (replacesId !== null) await endPolicyOn(tx, replacesId, validFrom);
  const policyId = definition === null ? null : await insertPolicy(tx, definition, validFrom);
  await saveProposal(tx, proposalId, { approvedBy: by, approvedAt: at, policyId });
  await recordPolicy(current, 'policyApproved', { proposalId, policyId, replacesId, validFrom });
  return policyId;
}

/** The proposal is taken back before anybody approved it; anybody who may propose may do so. */
export async function withdrawProposal(current: Act, { proposalId }: { proposalId: number }): Promise<void> {
  await asAdministrator(current, 'rút đề xuất');
  await requirePending(current, proposalId);
  await saveProposal(current.tx, proposalId, { withdrawnAt: current.at });
  await recordPolicy(current, 'policyProposalWithdrawn', { proposalId });
}

// A key is nobody in particular, so it cannot be the second person.
async function requireApprover({ tx, by }: Act): Promise<void> {
  const doing = 'duyệt quy định';
  if (by.kind !== 'officer') throw new NotPermitted(doing);
  await lockOrganisation(tx);
  const officer = await officerById(tx, by.officerId);
  if (officer?.active !== true || !mayDo(officer, 'approvePolicies')) throw new NotPermitted(doing);
}

async function requirePending({ tx }: Act, proposalId: number): Promise<ProposalRow> {
  const proposal = await lockProposal(tx, proposalId);
  if (proposal === null) throw new NotFound('đề xuất');
  if (proposal.approvedAt !== null) throw new Conflict('alreadyApproved', 'Đề xuất này đã được duyệt.');
  if (proposal.withdrawnAt !== null) throw new Conflict('withdrawn', 'Đề xuất này đã được rút.');
  return proposal;
}
