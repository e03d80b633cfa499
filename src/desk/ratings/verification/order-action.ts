import { Conflict, NotFound } from '../../../errors.ts';
import { localDate } from '../../../rules/working-time/local-date.ts';
import { insertAction } from '../../../store/corrective-actions.ts';
import { appendLedger } from '../../../store/ledger.ts';
import { noteChange } from '../../../store/live.ts';
import { excludedFrom, officerById } from '../../../store/organisation.ts';
import type { Act } from '../../act.ts';
import { tellOfficer } from './tell-officer.ts';
import { requireFollower, type VisibleVerification, visibleVerification } from './visible-verification.ts';

export interface ActionToOrder {
  what: string;
  ownerId: number;
  /** A local day, today at the earliest. */
  dueOn: string;
  checkAfterDays: 30 | 90;
}

/**
 * Orders what is to be done so that it does not happen again. Its owner hears what and by when, and nothing of where it
 * comes from; nobody whom the rating concerns can be the owner. Answers the action's id.
 */
export async function orderAction(current: Act, input: ActionToOrder & { reference: string }): Promise<number> {
  const seen = await visibleVerification(current, input.reference);
  await requireFollower(current, seen, 'giao biện pháp khắc phục');
  if (seen.verification.decidedAt === null)
    throw new Conflict('notDecided', 'Cần kết luận xác minh trước khi giao biện pháp khắc phục.');
  return order(current, seen, input);
}

/** The same after the caller made sure that it may be ordered. */
export async function order(current: Act, { row }: VisibleVerification, input: ActionToOrder): Promise<number> {
  const { tx, at, by } = current;
  const { what, ownerId, dueOn, checkAfterDays } = input;
  const owner = await officerById(tx, ownerId);
  if (owner === null || !owner.active) throw new NotFound('công chức được giao');
  if ((await excludedFrom(tx, row.id)).has(ownerId))
    throw new Conflict('conflictOfInterest', 'Người được giao là bên liên quan của đánh giá này, không giao được.');
  if (dueOn < localDate(at, current.zone)) throw new Conflict('dateIsPast', 'Hạn thực hiện phải từ hôm nay trở đi.');

  const id = await insertAction(tx, { caseId: row.id, what, ownerId, dueOn, checkAfterDays, createdAt: at });
  const detail = { actionId: id, caseId: row.id, ownerId, dueOn, checkAfterDays };
  await appendLedger(tx, 'ratings', [{ type: 'actionOrdered', detail }], by, at);
  await tellOfficer(current, ownerId, { kind: 'ordered', what, dueOn });
  await noteChange(tx, { topic: 'case', caseId: row.id, conversationId: row.conversationId, at });
  current.wakes.add('live');
  return id;
}
