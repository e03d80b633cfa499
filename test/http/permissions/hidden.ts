import { eq } from 'drizzle-orm';
import { act } from '../../../src/desk/act.ts';
import { say } from '../../../src/desk/conversations/say.ts';
import { session, user } from '../../../src/store/schema/access.ts';
import { caseUploads } from '../../../src/store/schema/case-uploads.ts';
import { alerts, caseExclusions, cases } from '../../../src/store/schema/cases.ts';
import { conversations, files } from '../../../src/store/schema/conversations.ts';
import { savedFilters } from '../../../src/store/schema/desk-tools.ts';
import { officerChats } from '../../../src/store/schema/organisation.ts';
import { openACase } from '../../support/cases.ts';
import type { TestDesk } from '../../support/desk.ts';
import type { TestOfficer } from '../../support/organisation.ts';

/**
 * A report between two visible cases, with everything that has an id of its own, and where Minh is signed in; kept from
 * these officers.
 */
export async function plantHidden(desk: TestDesk, from: readonly TestOfficer[]) {
  const { db } = desk.database;
  const { minh } = desk.organisation.officers;
  const at = desk.clock.now();
  const before = await openACase(desk, { description: 'Việc trước' });
  const hidden = await openACase(desk, { description: 'Phản ánh thái độ' });
  await openACase(desk, { description: 'Việc sau' });
  const caseId = hidden.row.id;
  await db.update(cases).set({ kind: 'report', assigneeId: minh.id }).where(eq(cases.id, caseId));
  await db
    .insert(caseExclusions)
    .values(from.map(({ id: officerId }) => ({ caseId, officerId, because: 'bị phản ánh' })));
  const { conversationId } = desk.organisation;
  const messageId = await act(desk, { kind: 'schedule', name: 'test' }, (current) =>
    say(current, { conversationId, caseId, message: { text: 'Đã nhận phản ánh' } }),
  );
  await desk.database.sql`update outbox set state = 'failed', problem = 'thử' where message_id = ${messageId}`;
  const one = async (rows: Promise<{ id: number }[]>) => (await rows)[0]?.id ?? 0;
  const file = { messageId, channel: 'telegram', ref: 'f', name: 'anh.png', state: 'stored', path: 'anh.png' } as const;
  const upload = { officerId: minh.id, mode: 'note', name: 'a.txt', mediaType: 'text/plain', size: 1, at } as const;
  const chat = {
    channel: 'telegram',
    account: '7000000001',
    address: '700',
    dialogue: {},
    officerId: minh.id,
  } as const;
  const chatId = await one(
    db
      .insert(conversations)
      .values({ ...chat, createdAt: at, lastMessageAt: at })
      .returning(),
  );
  await db.insert(officerChats).values({ officerId: minh.id, conversationId: chatId, linkedAt: at });
  const uploadOn = (on: number) =>
    one(
      db
        .insert(caseUploads)
        .values({ ...upload, caseId: on, path: 'a.txt', sha256: 'x' })
        .returning(),
    );
  const alert = { caseId, officerId: minh.id, kind: 'raised', text: 'Có phản ánh', createdAt: at } as const;
  const filter = { ownerId: minh.id, name: 'Của tôi', filter: { box: 'all' as const }, createdAt: at };
  return {
    reference: hidden.row.reference,
    visible: before.row.reference,
    uploadId: await uploadOn(caseId),
    colleaguesUploadId: await uploadOn(before.row.id),
    /** By the address at which each kind of thing is found. */
    ids: {
      '/messages': messageId,
      '/files': await one(db.insert(files).values(file).returning()),
      '/alerts': await one(db.insert(alerts).values(alert).returning()),
      '/saved-filters': await one(db.insert(savedFilters).values(filter).returning()),
      '/me/chats': chatId,
      '/me/sessions': await sessionOf(desk, minh),
    } as Readonly<Record<string, number | string>>,
  };
}

/** Where the officer is signed in. */
async function sessionOf({ database }: TestDesk, { id }: TestOfficer): Promise<string> {
  const [found] = await database.db
    .select({ id: session.id })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(eq(user.officerId, id));
  return found?.id ?? '';
}

export type Hidden = Awaited<ReturnType<typeof plantHidden>>;

/** As many digits, so that nothing is longer for one than for the other. */
export const absent = { reference: 'VM-2026-987654', id: 987_654 };
