import { Conflict, NotFound } from '../../errors.ts';
import { isLive } from '../../rules/case/transition.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import type { CaseRow } from '../../store/cases.ts';
import { saveCase } from '../../store/cases.ts';
import { insertExclusion } from '../../store/exclusions.ts';
import { excludedFrom, officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { visibleCase } from '../visibility.ts';
import { requireExclusionAuthority } from './exclusion-authority.ts';
import { gistOf } from './gist.ts';
import { happen } from './happen.ts';
import { managerAt, type Responsible, responsibleFor, responsibleOfficer } from './responsible.ts';
import { tellNobodyEligible } from './tell-nobody-eligible.ts';

/** Keeps an officer away from a case from now on. If the officer has it, somebody independent gets it at once. */
export async function addExclusion(
  current: Act,
  input: { reference: string; officerId: number; because: string },
): Promise<void> {
  const row = await visibleCase(current, input.reference);
  await requireExclusionAuthority(current);
  const { officerId, because } = input;
  if ((await officerById(current.tx, officerId)) === null) throw new NotFound('công chức');
  if (!(await keepAway(current, row, { officerId, because })))
    throw new Conflict('alreadyExcluded', 'Công chức này đã được loại trừ khỏi vụ việc.');
}

/** The same by the rules themselves, on a case that is locked. False when the officer was kept away already. */
export async function keepAway(
  current: Act,
  row: CaseRow,
  { officerId, because }: { officerId: number; because: string },
): Promise<boolean> {
  const { tx } = current;
  if (!(await insertExclusion(tx, { caseId: row.id, officerId, because }))) return false;
  const hadIt = row.assigneeId === officerId;
  const left = hadIt ? await saveCase(tx, row.id, { assigneeId: null }) : row;
  const happened = await happen(current, left, [{ type: 'exclusionAdded', officerId, because }]);
  if (hadIt && isLive(row.state) && row.state !== 'resolved') await giveToAnother(current, happened.row);
  return true;
}

async function giveToAnother(current: Act, row: CaseRow): Promise<void> {
  const next = await anotherFor(current, row);
  const { unitId, officerId, reason } = next;
  await saveCase(current.tx, row.id, { unitId, assigneeId: officerId });
  const { row: given } = await happen(current, { ...row, unitId, assigneeId: officerId }, [
    { type: 'assigned', officerId, unitId, because: reason.officer, routing: reason },
  ]);
  if (officerId === null) return tellNobodyEligible(current, given, next);
  const notice = { ...(await gistOf(current, given)), kind: 'assigned' as const, dueAt: given.nextDueAt };
  await alert(current, given, officerId, 'assigned', notice);
}

/** Conduct goes where routing would send it now; anything else stays in its unit, at the level where it stands. */
async function anotherFor(current: Act, row: CaseRow): Promise<Responsible> {
  const { tx } = current;
  const excluded = await excludedFrom(tx, row.id);
  if (isAboutConduct(row.kind)) return responsibleFor(current, row, excluded);
  const reason = { unit: 'keptUnit' as const, rule: null, step: null, otherThanUnitId: null };
  if (row.level > 1) {
    const policy = await current.ruleBook.policy(tx, row.policyId);
    const manager = await managerAt(current, row, row.level, policy);
    if (manager !== null)
      return {
        unitId: row.unitId,
        officerId: manager.officerId,
        tell: null,
        reason: { ...reason, officer: manager.because },
      };
  }
  const choice = await responsibleOfficer(current, row.kind, row.unitId, excluded);
  const officerId = choice.to === 'officer' ? choice.officerId : null;
  return { unitId: row.unitId, officerId, tell: null, reason: { ...reason, officer: choice.because } };
}
