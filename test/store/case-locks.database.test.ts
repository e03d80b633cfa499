import { expect, test } from 'vitest';
import { lockCaseById } from '../../src/store/cases.ts';
import { lockConversationById } from '../../src/store/redaction.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';

test('while somebody writes on a case, it is noted who looks at it, and nobody else writes on it', async () => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });
  const { row } = await openACase(desk);
  const conversationId = row.conversationId ?? 0;
  const { lan } = desk.organisation.officers;
  const { sql, db } = desk.database;
  const impatiently = (deed: (tx: typeof sql) => Promise<unknown>) =>
    sql.begin(async (tx) => {
      await tx`set local lock_timeout = '300ms'`;
      await deed(tx as unknown as typeof sql);
      return 'done';
    });

  const outcomes = await db.transaction(async (tx) => {
    await lockConversationById(tx, conversationId);
    await lockCaseById(tx, row.id);
    return Promise.allSettled([
      impatiently(
        (other) => other`
        insert into case_views (case_id, viewer, officer_id, part, window_at, at)
        values (${row.id}, ${`officer ${lan.id}`}, ${lan.id}, 'case', ${desk.clock.now()}, ${desk.clock.now()})`,
      ),
      impatiently(
        (other) => other`
        insert into messages (case_id, conversation_id, author, text, at)
        values (${row.id}, ${conversationId}, 'officer', 'Đang xem', ${desk.clock.now()})`,
      ),
      impatiently((other) => other`update cases set level = 2 where id = ${row.id}`),
    ]);
  });

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
});
