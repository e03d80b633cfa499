import type { CaseEvent } from '../rules/case/events.ts';
import { type RoutingReason, sayOtherReason, sayReason } from '../rules/routing/reason.ts';
import type { Db, Tx } from '../store/database.ts';
import { unitById } from '../store/organisation.ts';
import type { AssignmentView } from './views.ts';

type Assigned = Extract<CaseEvent, { type: 'assigned' }>;

/** "Vì sao giao cho tôi?": the last assignment that still holds; null where the case was taken away from its officer since. */
export async function assignmentView(
  tx: Tx | Db,
  events: readonly CaseEvent[],
  assigneeId: number | null,
  nameOf: (officerId: number) => string,
): Promise<AssignmentView | null> {
  const last = events.findLast((event): event is Assigned => event.type === 'assigned');
  if (last === undefined || last.officerId !== assigneeId) return null;
  const officerName = assigneeId === null ? null : nameOf(assigneeId);
  const { routing, because } = last;
  if (routing !== undefined) return routingView(tx, routing, { unitId: last.unitId, officerName });
  return {
    because: { unit: null, officer: because, rule: null, step: null },
    sentence: sayOtherReason(because, officerName ?? 'công chức'),
  };
}

/** A decision of the routing as data and in words. */
export async function routingView(
  tx: Tx | Db,
  reason: RoutingReason,
  { unitId, officerName }: { unitId: number; officerName: string | null },
): Promise<AssignmentView> {
  const { unit, officer, rule, step, otherThanUnitId } = reason;
  const words = {
    officerName,
    unitName: (await unitById(tx, unitId)).name,
    otherThanUnitName: otherThanUnitId === null ? null : (await unitById(tx, otherThanUnitId)).name,
  };
  return {
    because: { unit, officer, rule: rule === null ? null : { precedence: rule.precedence, note: rule.note }, step },
    sentence: sayReason(reason, words),
  };
}
