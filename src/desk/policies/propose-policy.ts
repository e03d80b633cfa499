import { Conflict, NotFound, NotPermitted } from '../../errors.ts';
import type { PolicyDraft } from '../../rules/policies/definition-problems.ts';
import type { Tx } from '../../store/database.ts';
import { insertProposal, type PolicyRow, policyRow } from '../../store/policies.ts';
import type { Act } from '../act.ts';
import { asAdministrator, sayDate } from '../organisation/administrator.ts';
import { recordPolicy } from './record.ts';
import { requireClearSet, requirePolicy } from './require-usable.ts';

export interface ProposedPolicy {
  /** Null for a policy besides those there are. */
  replacesId: number | null;
  /** Null: the policy ends on that day, and others have to cover its cases. */
  definition: PolicyDraft | null;
  validFrom: string;
}

/** Writes down a version for somebody else to approve. What is stored already is not touched. */
export async function proposePolicy(current: Act, input: ProposedPolicy): Promise<number> {
  const { tx, by, at } = current;
  // A key is nobody: whoever holds one could propose with it and approve in person.
  if (by.kind !== 'officer') throw new NotPermitted('đề xuất quy định');
  const today = await asAdministrator(current, 'đề xuất quy định');
  if (input.validFrom <= today)
    throw new Conflict('notAhead', 'Quy định mới chỉ có hiệu lực từ một ngày sau hôm nay, để kịp duyệt.');
  const replaced = await requireReplaceable(tx, input.replacesId, input.validFrom);
  if (input.definition === null && replaced === null) throw new NotFound('quy định cần kết thúc');
  const definition = input.definition === null ? null : await requirePolicy(tx, input.definition, input.validFrom);
  if (definition !== null && replaced?.definition.version === definition.version)
    throw new Conflict('sameVersion', `Phiên bản ${definition.version} đã có. Anh/chị vui lòng đặt số phiên bản mới.`);
  await requireClearSet(tx, { added: definition, goneId: input.replacesId, validFrom: input.validFrom });
  const { replacesId, validFrom } = input;
  const proposalId = await insertProposal(tx, { replacesId, definition, validFrom, proposedBy: by, proposedAt: at });
  await recordPolicy(current, 'policyProposed', {
    proposalId,
    replacesId,
    validFrom,
    version: definition?.version ?? null,
  });
  return proposalId;
}

/** The version that is to be replaced: one that began before and has no end yet. */
export async function requireReplaceable(tx: Tx, id: number | null, validFrom: string): Promise<PolicyRow | null> {
  if (id === null) return null;
  const row = await policyRow(tx, id);
  if (row === null) throw new NotFound(`quy định ${id}`);
  if (row.validTo !== null)
    throw new Conflict(
      'alreadyReplaced',
      `Quy định "${row.definition.name}" đã có ngày hết hiệu lực ${sayDate(row.validTo)}.`,
    );
  if (validFrom <= row.validFrom)
    throw new Conflict(
      'laterChangeStands',
      `Quy định "${row.definition.name}" mới có hiệu lực từ ngày ${sayDate(row.validFrom)}; chỉ có thể thay từ sau ngày đó.`,
    );
  return row;
}
