import { Conflict, NotFound } from '../../errors.ts';
import { transition } from '../../rules/case/transition.ts';
import type { PassingOn } from '../../rules/organisation/passing-on.ts';
import { chooseOfficer } from '../../rules/routing/route.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import { dealtRole } from '../../rules/visibility/ranks.ts';
import type { CaseRow } from '../../store/cases.ts';
import { saveCase } from '../../store/cases.ts';
import { excludedFrom, officerById } from '../../store/organisation.ts';
import { namedCasesOf } from '../../store/organisation-cases.ts';
import { lockOpenCasesOf } from '../../store/posts.ts';
import { candidatesIn } from '../../store/routing.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { gistOf } from '../cases/gist.ts';
import { happen } from '../cases/happen.ts';
import { managerAt, responsibleFor } from '../cases/responsible.ts';
import { mayOfficerSee } from '../visibility.ts';
import { record } from './record.ts';

/**
 * Refuses to go on without a word on the officer's open cases, and names them. Matters about conduct are not named and
 * ask for no word: they go back to their queue.
 */
export async function requireChoice(current: Act, officerId: number, choice: PassingOn | undefined): Promise<void> {
  if (choice?.to === 'officer') {
    const colleague = await officerById(current.tx, choice.officerId);
    const leaving = await officerById(current.tx, officerId);
    // A matter of another unit is transferred, with that unit's promises; it is not carried along with a person.
    if (colleague === null || !colleague.active || colleague.id === officerId || colleague.unitId !== leaving?.unitId)
      throw new NotFound('đồng nghiệp cùng đơn vị để nhận vụ việc');
  }
  if (choice !== undefined) return;
  const { total, references } = await namedCasesOf(current.tx, current.by, officerId);
  if (total === 0) return;
  const more = total > references.length ? ` và ${total - references.length} vụ việc khác` : '';
  throw new Conflict(
    'holdsOpenCases',
    `Công chức đang giữ ${total} vụ việc: ${references.join(', ')}${more}. Anh/chị vui lòng chọn trả về hàng chờ hoặc giao cho đồng nghiệp.`,
  );
}

/**
 * Passes on every open case of an officer whose post ended; the present rows say so already. Clocks go on: the promise
 * was made to the enterprise. Whoever may not see a case is not given it, and it waits in its unit's queue instead.
 */
export async function passOnCases(
  current: Act,
  officerId: number,
  choice: PassingOn,
  because: 'officerMoved' | 'officerLeft',
): Promise<number> {
  let named = 0;
  let passedOn = 0;
  for (const row of await lockOpenCasesOf(current.tx, officerId)) {
    // A case that accepts no assignment where it stands is passed on by the next look, once it does.
    if (!transition(row.state, 'assigned').ok) continue;
    await give(current, row, await receiverOf(current, row, choice, officerId), because);
    passedOn += 1;
    if (!isAboutConduct(row.kind)) named += 1;
  }
  // Which cases stands in their own ledgers. This one is read by administrators, who are told of no matter about conduct.
  if (named > 0) await record(current, 'casesPassedOn', { officerId, choice, because, cases: named });
  return passedOn;
}

async function receiverOf(
  current: Act,
  row: CaseRow,
  choice: PassingOn,
  leavingId: number,
): Promise<{ officerId: number | null; unitId: number }> {
  const { tx, at } = current;
  const excluded = new Set([...(await excludedFrom(tx, row.id)), leavingId]);
  // Of conduct only the independent hear, whatever was chosen.
  if (isAboutConduct(row.kind)) return responsibleFor(current, row, excluded);
  const { unitId } = row;
  if (choice.to === 'officer')
    return { officerId: (await mayReceive(current, row, choice.officerId)) ? choice.officerId : null, unitId };
  if (row.level > 1) {
    // Above level 1 a case belongs to a post and not to whoever is free.
    const policy = await current.ruleBook.policy(tx, row.policyId);
    const manager = await managerAt(current, row, row.level, policy);
    return { officerId: manager === null || manager.officerId === leavingId ? null : manager.officerId, unitId };
  }
  if (choice.to === 'queue') return { officerId: null, unitId };
  const chosen = chooseOfficer(await candidatesIn(tx, unitId, dealtRole(row.kind), at, excluded));
  return { officerId: chosen.to === 'officer' ? chosen.officerId : null, unitId };
}

async function mayReceive({ tx }: Act, row: CaseRow, officerId: number): Promise<boolean> {
  const officer = await officerById(tx, officerId);
  if (officer === null || !officer.active) return false;
  // Seen as a colleague of the case's unit: nobody is handed what they must not know of.
  return mayOfficerSee(tx, officerId, { ...row, unitId: officer.unitId, assigneeId: null });
}

async function give(
  current: Act,
  before: CaseRow,
  receiver: { officerId: number | null; unitId: number },
  because: string,
): Promise<void> {
  const { tx } = current;
  const { officerId, unitId } = receiver;
  await saveCase(tx, before.id, { assigneeId: officerId, unitId });
  const { row } = await happen(current, { ...before, assigneeId: officerId, unitId }, [
    { type: 'assigned', officerId, unitId, because },
  ]);
  const gist = await gistOf(current, row);
  if (officerId !== null) {
    await alert(current, row, officerId, 'assigned', { ...gist, kind: 'assigned', dueAt: row.nextDueAt });
    return;
  }
  const policy = await current.ruleBook.policy(tx, row.policyId);
  const manager = await managerAt(current, row, row.level, policy);
  if (manager === null) return;
  const text = 'Vụ việc trở về hàng chờ vì người đang xử lý đã chuyển công tác.';
  await alert(current, row, manager.officerId, 'message', { ...gist, kind: 'message', text });
}
