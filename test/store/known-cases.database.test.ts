import { expect, test } from 'vitest';
import { act, type Desk } from '../../src/desk/act.ts';
import { openCase } from '../../src/desk/cases/open-case.ts';
import { openClocks } from '../../src/store/case-lists.ts';
import { insertCase, nextReference, saveCase } from '../../src/store/cases.ts';
import { insertContact, lockConversation, saveConversation } from '../../src/store/conversations.ts';
import type { Db, Tx } from '../../src/store/database.ts';
import { keepArrival } from '../../src/store/inbox.ts';
import { casesOfConversation, openCasesOf } from '../../src/store/my-cases.ts';
import { chatSight } from '../../src/store/represented.ts';
import { openTurns } from '../../src/store/turns.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';

const morning = '2026-11-23T09:15:00+07:00';
const by = { kind: 'schedule', name: 'test' } as const;
const chat = { channel: 'telegram', account: 'test', address: 'mai' } as const;

test('what is known of a person’s cases without asking is what a query would find', async () => {
  await using desk = await openDesk({ now: morning });
  const { id: _, reference: __, ...matter } = (await openACase(desk)).row;
  const own = { ...matter, enterpriseId: null };
  await act(desk, by, async ({ tx, at }) => {
    const { id: conversationId } = await lockConversation(tx, chat, at);
    await insertCase(tx, { ...own, conversationId, reference: 'VM-2026-000800', state: 'closed' }, []);
    await insertCase(tx, { ...own, conversationId, reference: 'VM-2026-000801' }, []);
  });

  const known: string[][] = [];
  const inTheEnd = await act(desk, by, async ({ tx, at }) => {
    const conversationId = await openTurn(desk, tx);
    known.push(await seen(tx, conversationId));
    const contactId = await insertContact(tx, 'Mai', at);
    await saveConversation(tx, conversationId, { contactId });
    const row = await insertCase(tx, { ...own, conversationId, contactId, reference: 'VM-2026-000802' }, []);
    known.push(await seen(tx, conversationId));
    await saveCase(tx, row.id, { state: 'resolved' });
    await insertCase(
      tx,
      { ...matter, conversationId, enterpriseId: matter.enterpriseId, reference: 'VM-2026-000803' },
      [],
    );
    const { id: elsewhere } = await lockConversation(tx, { ...chat, address: 'mai-2' }, at);
    known.push(await seen(tx, conversationId));
    await saveConversation(tx, elsewhere, { contactId });
    await insertCase(tx, { ...own, conversationId: elsewhere, contactId, reference: 'VM-2026-000804' }, []);
    known.push(await seen(tx, conversationId));
    return conversationId;
  });

  expect(known).toEqual([
    ['VM-2026-000801 open', 'VM-2026-000800 closed', 'open: VM-2026-000801'],
    ['VM-2026-000802 open', 'VM-2026-000801 open', 'VM-2026-000800 closed', 'open: VM-2026-000802, VM-2026-000801'],
    ['VM-2026-000802 resolved', 'VM-2026-000801 open', 'VM-2026-000800 closed', 'open: VM-2026-000802, VM-2026-000801'],
    [
      'VM-2026-000804 open',
      'VM-2026-000802 resolved',
      'VM-2026-000801 open',
      'VM-2026-000800 closed',
      'open: VM-2026-000802, VM-2026-000801',
    ],
  ]);
  expect(await seen(desk.database.db, inTheEnd)).toEqual(known.at(-1));

  async function seen(tx: Tx | Db, conversationId: number): Promise<string[]> {
    const sight = await chatSight(tx, conversationId, desk.clock.now());
    const all = await casesOfConversation(tx, sight, { limit: 9 });
    const open = await openCasesOf(tx, sight);
    return [
      ...all.map(({ reference, state }) => `${reference} ${state}`),
      `open: ${open.map(({ reference }) => reference).join(', ')}`,
    ];
  }
});

test('the clocks of a case that was opened a moment ago are those that will be stored', async () => {
  await using desk = await openDesk({ now: morning });
  const { conversationId, contactId, enterprise } = desk.organisation;

  const [known, caseId] = await act(desk, { kind: 'contact', conversationId }, async (current) => {
    const { row } = await openCase(current, {
      kind: 'issue',
      conversationId,
      contactId,
      enterpriseId: enterprise.id,
      isVerified: true,
      description: 'Container chưa qua khu vực giám sát',
      category: 'supervision_vasscm',
      officeCode: '03TG',
      declarationNo: null,
      urgent: false,
      messageIds: [],
    });
    return [await openClocks(current.tx, [row.id]), row.id] as const;
  });

  expect(known.length).toBeGreaterThan(1);
  expect(await openClocks(desk.database.db, [caseId])).toEqual(known);
});

test('the numbers of cases follow one another, also within a transaction and after one that failed', async () => {
  await using desk = await openDesk({ now: morning });
  const next = (tx: Tx) => nextReference(tx, 'VM', 2026);

  const given = await act(desk, by, async ({ tx }) => {
    const outer = [await next(tx), await next(tx)];
    const inner = await tx.transaction(async (savepoint) => [await next(savepoint), await next(savepoint)]);
    const failed = tx.transaction(async (savepoint) => {
      await next(savepoint);
      await next(savepoint);
      throw new Error('Không thành');
    });
    await expect(failed).rejects.toThrow('Không thành');
    return [...outer, ...inner, await next(tx)];
  });
  const failed = act(desk, by, async ({ tx }) => {
    await next(tx);
    await next(tx);
    throw new Error('Không thành');
  });
  await expect(failed).rejects.toThrow('Không thành');
  const after = await act(desk, by, async ({ tx }) => next(tx));

  expect(given).toEqual([1, 2, 3, 4, 5].map((number) => `VM-2026-00000${number}`));
  expect(after).toBe('VM-2026-000006');
});

async function openTurn(desk: Desk, tx: Tx): Promise<number> {
  const arrival = { ...chat, updateId: '1', body: '{}', state: 'pending' } as const;
  await keepArrival(desk.database.db, arrival, desk.clock.now());
  const turns = await openTurns(tx, [{ chat, headId: 1, count: 1 }], desk.clock.now(), 20);
  const turn = turns.get(chat);
  if (turn === undefined) throw new Error('Chưa mở được lượt');
  return turn.conversationId;
}
