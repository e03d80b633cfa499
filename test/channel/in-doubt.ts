import type { Delivery } from '../../src/channel/port.ts';
import { act } from '../../src/desk/act.ts';
import { reply } from '../../src/desk/cases/reply.ts';
import { noteEcho } from '../../src/desk/conversations/note-echo.ts';
import { conversationById } from '../../src/store/conversations.ts';
import { outbox } from '../../src/store/schema/conversations.ts';
import type { TestDesk } from '../support/desk.ts';

export const morning = '2026-11-23T09:15:00+07:00';
/** The chat of the organisation's contact. */
export const mai = '900001';
/** Nobody knows whether it arrived. */
export const silence: Delivery = { status: 'unknown', detail: 'timeout' };
export const text = 'Lô hàng của anh/chị đã qua khu vực giám sát lúc 9 giờ.';

/** Lan answers the case; the message's id. */
export async function answer(desk: TestDesk, reference: string): Promise<number> {
  const officerId = desk.organisation.officers.lan.id;
  await act(desk, { kind: 'officer', officerId }, (current) => reply(current, { reference, text, next: 'nothing' }));
  const [last] = (await desk.database.db.select({ id: outbox.messageId }).from(outbox).orderBy(outbox.id)).slice(-1);
  return last?.id ?? 0;
}

/** The platform shows us a message of our own account: one that we sent, or that somebody typed in its tool. */
export async function echo(
  desk: TestDesk,
  { byHand = false, ...said }: { providerMessageId: string; text: string; byHand?: boolean },
): Promise<void> {
  await act(desk, { kind: 'channel', name: 'zalo' }, async (current) =>
    noteEcho(current, await conversationById(current.tx, desk.organisation.conversationId), { byHand, ...said }),
  );
}
