import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { beContact } from '../../../src/desk/conversations/be-contact.ts';
import { conversationById, insertContact, lockConversation } from '../../../src/store/conversations.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

const now = '2026-03-06T09:00+07:00';

test('a newcomer to the demonstration speaks as the contact of their choice, and choosing twice changes nothing', async () => {
  await using desk = await openDesk({ now });
  const { contactId } = desk.organisation;
  const conversationId = await newChat(desk);

  await become(desk, { conversationId, contactId });
  await become(desk, { conversationId, contactId });

  expect(await conversationById(desk.database.db, conversationId)).toMatchObject({ contactId });
});

test('outside a demonstration nobody becomes a contact without proof', async () => {
  await using desk = await openDesk({ now });
  const { contactId } = desk.organisation;
  const conversationId = await newChat(desk);

  const attempt = become(desk, { conversationId, contactId, isDemonstration: false });

  await expect(attempt).rejects.toMatchObject({ code: 'notPermitted' });
  expect(await conversationById(desk.database.db, conversationId)).toMatchObject({ contactId: null });
});

test('a chat that is one contact’s never becomes another’s', async () => {
  await using desk = await openDesk({ now });
  const conversationId = await newChat(desk);
  const other = await desk.database.db.transaction((tx) => insertContact(tx, 'Bùi Anh Khoa', desk.clock.now()));
  await become(desk, { conversationId, contactId: desk.organisation.contactId });

  const attempt = become(desk, { conversationId, contactId: other });

  await expect(attempt).rejects.toMatchObject({ code: 'otherContact' });
});

test('somebody who is not known cannot be chosen', async () => {
  await using desk = await openDesk({ now });

  const attempt = become(desk, { conversationId: await newChat(desk), contactId: 999_999 });

  await expect(attempt).rejects.toMatchObject({ code: 'notFound' });
});

async function newChat(desk: TestDesk): Promise<number> {
  const chat = { channel: 'webchat', account: 'web', address: 'an'.padEnd(43, '-') } as const;
  const { id } = await desk.database.db.transaction((tx) => lockConversation(tx, chat, desk.clock.now()));
  return id;
}

function become(
  desk: TestDesk,
  choice: { conversationId: number; contactId: number; isDemonstration?: boolean },
): Promise<void> {
  return act(desk, { kind: 'channel', name: 'webchat' }, (current) =>
    beContact(current, { isDemonstration: true, ...choice }),
  );
}
