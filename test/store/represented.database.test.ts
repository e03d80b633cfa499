import { expect, test } from 'vitest';
import type { CaseKind } from '../../src/rules/case/words.ts';
import { type ChatSight, canSeeInChat } from '../../src/rules/linking/chat-sight.ts';
import { visibleInChat } from '../../src/store/represented.ts';
import { cases } from '../../src/store/schema/cases.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { anEnterprise, seagull, seaStar } from '../support/linking.ts';

test('the database shows in a chat exactly what the rule shows', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const enterprises = [(await anEnterprise(desk, seaStar)).id, (await anEnterprise(desk, seagull)).id];
  const [there] = await desk.database.sql<{ id: string }[]>`
    insert into conversations (channel, account, address, dialogue, created_at, last_message_at)
    values ('zalo', 'a', 'b', '{}', now(), now()) returning id`;
  const chats = [desk.organisation.conversationId, Number(there?.id), null];
  const kinds: CaseKind[] = ['issue', 'question', 'report', 'verification'];
  const { row } = await openACase(desk);
  let count = 1;
  for (const kind of kinds)
    for (const conversationId of chats)
      for (const enterpriseId of [null, ...enterprises]) {
        count += 1;
        const { id: _, ...columns } = row;
        const reference = `VM-2026-9${String(count).padStart(5, '0')}`;
        await desk.database.db.insert(cases).values({ ...columns, reference, kind, conversationId, enterpriseId });
      }
  const [first = 0, second = 0] = enterprises;
  const sights: ChatSight[] = [
    [[], []],
    [[first], []],
    [[first, second], [second]],
    [[second], [second]],
  ].map(([represents = [], shares = []]) => ({
    conversationId: desk.organisation.conversationId,
    ownChats: new Set(represents.length === 1 ? chats.flatMap((id) => id ?? []) : [desk.organisation.conversationId]),
    represents: new Set(represents),
    shares: new Set(shares),
  }));

  for (const sight of sights) {
    const shown = await desk.database.db.select().from(cases).where(visibleInChat(sight));
    const all = await desk.database.db.select().from(cases);

    const expected = all.filter((each) => canSeeInChat(sight, each)).map(({ reference }) => reference);
    expect(shown.map(({ reference }) => reference).toSorted()).toEqual(expected.toSorted());
  }
});
