import { chainOnto } from '../../rules/audit/chain.ts';
import { transition } from '../../rules/case/transition.ts';
import { mayBeTold } from '../../rules/visibility/can-see.ts';
import { saveAlert } from '../../store/alerts.ts';
import { visibilityFacts } from '../../store/case-details.ts';
import { conversationById } from '../../store/conversations.ts';
import type { ClaimedStep } from '../../store/ladder.ts';
import {
  activeRoles,
  appendToLedgers,
  chatsOf,
  enterpriseNames,
  insertReminders,
  noteChanges,
} from '../../store/reminders.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';
import type { OfficerNotice } from '../notices.ts';

interface Reminder extends ClaimedStep {
  officerId: number;
  notice: OfficerNotice;
}

/**
 * Reminds whoever has each of these cases, all at once: a reminder moves no clock and no step, so nothing is derived from
 * it and many share their statements. At most one step a case. An assignee who may not know of the case hears nothing.
 */
export async function remindAssignees(current: Act, claimed: readonly ClaimedStep[]): Promise<void> {
  const { tx, at, by, phrasing } = current;
  const reminders = await allowed(current, claimed);
  if (reminders.length === 0) return;

  const alertIds = await insertReminders(
    tx,
    reminders.map(({ step, row, officerId, notice }) => ({
      caseId: row.id,
      officerId,
      ladderStepId: step.id,
      text: phrasing.toOfficer(notice, 0, at).text,
    })),
    at,
  );
  const told = reminders.map((reminder) => ({ ...reminder, alertId: alertIds.get(reminder.row.id) ?? 0 }));
  const events = told.flatMap(({ step, row, officerId, alertId }) => {
    if (!transition(row.state, 'alerted').ok)
      throw new Error(`Case ${row.reference} takes no reminders where it stands`);
    const entry = { type: 'alerted' as const, detail: { alertId, officerId, reason: `${step.clock}:${step.step}` } };
    const chained = chainOnto(row.id, { ordinal: row.lastOrdinal, hash: row.lastHash }, [entry], by, at);
    return chained.rows.map((event) => ({ ...event, caseId: row.id, by, at }));
  });
  await appendToLedgers(tx, events, at);
  await writeToChats(current, told);
  await noteChanges(
    tx,
    told.flatMap(({ row, officerId }) => [
      { topic: 'alert' as const, officerId, caseId: row.id, at },
      { topic: 'case' as const, caseId: row.id, conversationId: row.conversationId, at },
    ]),
  );
  current.wakes.add('live');
}

async function allowed({ tx }: Act, claimed: readonly ClaimedStep[]): Promise<Reminder[]> {
  const withOfficer = claimed.flatMap(({ step, row }) =>
    row.assigneeId === null ? [] : [{ step, row, officerId: row.assigneeId }],
  );
  if (withOfficer.length === 0) return [];
  const facts = await visibilityFacts(
    tx,
    withOfficer.map(({ row }) => row.id),
  );
  const roles = await activeRoles(
    tx,
    withOfficer.map(({ officerId }) => officerId),
  );
  const names = await enterpriseNames(
    tx,
    withOfficer.flatMap(({ row }) => row.contactId ?? []),
  );
  return withOfficer.flatMap(({ step, row, officerId }) => {
    const role = roles.get(officerId);
    const known = facts.get(row.id);
    // Whoever has the case sees it whatever the unit, so the units need not be known here.
    if (role === undefined || known === undefined || !mayBeTold({ officerId, role, unitIds: new Set() }, known))
      return [];
    const enterprise = (row.contactId === null ? null : names.get(row.contactId)) ?? 'Người gửi chưa xác minh';
    const { reference, description, nextDueAt: dueAt } = row;
    return [{ step, row, officerId, notice: { kind: 'reminder' as const, reference, description, enterprise, dueAt } }];
  });
}

async function writeToChats(current: Act, told: readonly (Reminder & { alertId: number })[]): Promise<void> {
  const { tx, at, phrasing } = current;
  const chats = await chatsOf(
    tx,
    told.map(({ officerId }) => officerId),
  );
  for (const { officerId, notice, alertId } of told) {
    for (const { conversationId } of chats.filter((chat) => chat.officerId === officerId)) {
      if ((await conversationById(tx, conversationId)).blockedAt !== null) continue;
      const messageId = await say(current, { conversationId, message: phrasing.toOfficer(notice, alertId, at) });
      await saveAlert(tx, alertId, { messageId });
      break;
    }
  }
}
