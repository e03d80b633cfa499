import { successor } from '../../rules/linking/succession.ts';
import { enterpriseById, reachableLinks } from '../../store/enterprise-links.ts';
import { dropUnsaid, lockOpenCasesInChats, lockUnsaid, moveCases, sayElsewhere } from '../../store/passed-on-cases.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { gistOf } from '../cases/gist.ts';
import { settleNotArrived } from '../conversations/settle-delivery.ts';
import { tellContact } from './tell-contact.ts';

/**
 * The open cases of an enterprise leave the chats of somebody who no longer speaks for it: to a colleague who may have
 * them, else to nobody, and then whoever works on them is told. What was still to be said goes along or is not said.
 */
export async function passOnCases(
  current: Act,
  from: { enterpriseId: number; contactId: number; conversationIds: readonly number[] },
): Promise<{ caseIds: number[]; toContactId: number | null }> {
  const { tx, at } = current;
  const { enterpriseId, conversationIds } = from;
  const { sharesCases, name } = await enterpriseById(tx, enterpriseId);
  const to = successor(await reachableLinks(tx, enterpriseId, from.contactId, at), sharesCases);
  const open = await lockOpenCasesInChats(tx, enterpriseId, conversationIds);
  const caseIds = open.map(({ id }) => id);
  await moveCases(tx, caseIds, to);

  const moved = new Set(caseIds);
  for (const { outboxId, conversationId, message } of await lockUnsaid(tx, enterpriseId, conversationIds)) {
    if (to !== null && message.caseId !== null && moved.has(message.caseId)) {
      await sayElsewhere(tx, { outboxId, messageId: message.id, to: to.conversationId }, at);
      current.wakes.add('outbox');
      continue;
    }
    await dropUnsaid(tx, outboxId, noLongerSpeaks);
    await settleNotArrived(current, { ...message, conversationId }, noLongerSpeaks);
  }
  if (to !== null && open.length > 0) {
    const references = open.map(({ reference }) => reference);
    await tellContact(current, to.conversationId, { kind: 'casesPassedOn', enterprise: name, references });
  }
  if (to === null) for (const row of open) await tellOfficer(current, row);
  return { caseIds, toContactId: to?.contactId ?? null };
}

const noLongerSpeaks = 'Người nhận không còn đại diện doanh nghiệp';

async function tellOfficer(current: Act, row: Parameters<typeof gistOf>[1]): Promise<void> {
  if (row.assigneeId === null) return;
  const text = 'Người gửi không còn đại diện doanh nghiệp và chưa có người khác tiếp nhận tin của vụ việc này.';
  await alert(current, row, row.assigneeId, 'message', { ...(await gistOf(current, row)), kind: 'message', text });
}
