import { type ReminderKind, remindersBy } from '../../../rules/rating/verification-actions.ts';
import { headRole, leaderRole } from '../../../rules/visibility/ranks.ts';
import { localDate } from '../../../rules/working-time/local-date.ts';
import { orUnknown } from '../../../rules/working-time/or-unknown.ts';
import { type CaseRow, lockCaseById } from '../../../store/cases.ts';
import { type ActionRow, claimActionsToRemind, noteReminder } from '../../../store/corrective-actions.ts';
import { appendLedger } from '../../../store/ledger.ts';
import { excludedFrom, holdersIn, officerById, rootUnit } from '../../../store/organisation.ts';
import type { Act } from '../../act.ts';
import { alert } from '../../alerts/alert.ts';
import { gistOf } from '../../cases/gist.ts';
import { departmentTime } from '../../department-time.ts';
import { mayOfficerSee } from '../../visibility.ts';
import { leaderAbove } from './leader-above.ts';
import type { ActionNotice } from './notices.ts';
import { tellOfficer } from './tell-officer.ts';

const batch = 200;

/**
 * Says what is due or late about corrective actions, each thing once: to the owner, then to whoever leads the owner; to
 * the verifier, then to the leader of the department. Nobody is written to while the office is shut. Answers how many
 * reminders were due. Safe to run in any number of processes at once.
 */
export async function remindActions(current: Act): Promise<number> {
  const { tx, at, by } = current;
  const working = await departmentTime(current);
  if (working === null || orUnknown(() => working.isOpen(at)) !== true) return 0;
  const today = localDate(at, current.zone);
  let reminded = 0;
  for (let after = 0; ; ) {
    const claimed = await claimActionsToRemind(tx, { today, after, limit: batch });
    for (const { action, decidedBy, sent } of claimed) {
      after = action.id;
      for (const kind of remindersBy(datesOf(action), today)) {
        if (sent.has(kind) || !(await noteReminder(tx, action.id, kind, at))) continue;
        const officerId = await remind(current, action, decidedBy, kind);
        await appendLedger(
          tx,
          'ratings',
          [{ type: 'actionReminded', detail: { actionId: action.id, kind, officerId } }],
          by,
          at,
        );
        reminded += 1;
      }
    }
    if (claimed.length < batch) return reminded;
  }
}

export function datesOf({ dueOn, doneAt, checkDueOn, checkedAt }: ActionRow) {
  return { dueOn, isDone: doneAt !== null, checkDueOn, isChecked: checkedAt !== null };
}

/** Who was told; null where nobody could be, and the console alone shows it. */
async function remind(
  current: Act,
  action: ActionRow,
  decidedBy: number | null,
  kind: ReminderKind,
): Promise<number | null> {
  const row = await lockCaseById(current.tx, action.caseId);
  if (row === null) return null;
  const { what, dueOn } = action;
  const checkDueOn = action.checkDueOn ?? dueOn;
  const looking = { what, checkDueOn, reference: row.reference };
  switch (kind) {
    case 'dueSoon':
    case 'overdue':
      return told(current, row, action.ownerId, { kind, what, dueOn });
    case 'overdueAbove': {
      const ownerName = (await officerById(current.tx, action.ownerId))?.name ?? '';
      return told(current, row, await leaderOf(current, row, action.ownerId), { kind, what, dueOn, ownerName });
    }
    case 'checkDue':
      return toldIfSeeing(current, row, decidedBy, { kind, ...looking });
    case 'checkOverdueAbove':
      return toldAbove(current, row, looking);
  }
}

async function told(
  current: Act,
  row: CaseRow,
  officerId: number | null,
  notice: ActionNotice,
): Promise<number | null> {
  if (officerId === null || (await excludedFrom(current.tx, row.id)).has(officerId)) return null;
  return (await tellOfficer(current, officerId, notice)) ? officerId : null;
}

/** The leader of the department is let into the case, as into any that is late (PL07 Điều 5 khoản 3). */
async function toldAbove(current: Act, row: CaseRow, { what }: { what: string }): Promise<number | null> {
  const leaderId = await leaderAbove(current, row);
  if (leaderId === null) return null;
  const text = `Quá hạn kiểm tra hiệu quả biện pháp khắc phục: ${what}`;
  const notice = { ...(await gistOf(current, row)), kind: 'message' as const, text };
  return (await alert(current, row, leaderId, 'raised', notice)) === null ? null : leaderId;
}

/** A notice with the number of the case is only for those who may see it. */
async function toldIfSeeing(current: Act, row: CaseRow, officerId: number | null, notice: ActionNotice) {
  if (officerId === null || !(await mayOfficerSee(current.tx, officerId, row))) return null;
  return told(current, row, officerId, notice);
}

/** Whoever leads the owner's unit and is not the owner, else the leader of the department; nobody who is kept away. */
async function leaderOf({ tx }: Act, row: CaseRow, ownerId: number): Promise<number | null> {
  const owner = await officerById(tx, ownerId);
  const excluded = await excludedFrom(tx, row.id);
  const root = await rootUnit(tx);
  const above = [
    ...(owner === null ? [] : await holdersIn(tx, owner.unitId, [headRole])),
    ...(await holdersIn(tx, root.id, [leaderRole])),
  ];
  return above.find((id) => id !== ownerId && !excluded.has(id)) ?? null;
}
