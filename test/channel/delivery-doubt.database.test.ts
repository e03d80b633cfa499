import { expect, test } from 'vitest';
import { changeDoubted } from '../../src/store/doubts.ts';
import { openDelivery } from '../support/delivery.ts';
import { openDesk } from '../support/desk.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';
import { mai, morning, silence } from './in-doubt.ts';

test('where nobody can be asked, an unknown outcome waits for a person and the chat goes on', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);

  telegram.next(silence);
  const messageId = await delivery.says('một');
  await delivery.says('hai');
  await delivery.deliver();
  desk.clock.advanceMinutes(600);
  await delivery.deliver();

  expect(telegram.calls.map(({ said }) => said)).toEqual(['một', 'hai']);
  expect(await delivery.rowOf(messageId)).toMatchObject({ state: 'unknown', problem: 'timeout' });
});

test('the platform is asked after five seconds, half a minute and two minutes, and later messages wait as long', async () => {
  await using desk = await openDesk({ now: morning });
  const asked: number[] = [];
  const zalo = scriptedChannel(desk.clock, {
    hasArrived: async () => {
      asked.push(desk.clock.now().getTime() - Date.parse(morning));
      return null;
    },
  });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence);
  await delivery.says('một');
  await delivery.says('hai');
  const sentBy: number[] = [];
  for (let second = 0; second <= 130; second += 1) {
    await delivery.deliver();
    if (zalo.calls.length === 2 && sentBy.length === 0) sentBy.push(second);
    desk.clock.advanceBy(1000);
  }

  expect(asked).toEqual([5_000, 30_000, 120_000]);
  expect(sentBy).toEqual([120]);
  expect(await delivery.states()).toEqual(['unknown', 'sent']);
});

test('the platform is told which of its messages are others, so that the same words are not taken for them', async () => {
  await using desk = await openDesk({ now: morning });
  const others: string[][] = [];
  const zalo = scriptedChannel(desk.clock, {
    hasArrived: async (_address, _part, _sentAt, known) => {
      others.push([...known]);
      return { providerMessageId: 'found' };
    },
  });
  const delivery = openDelivery(desk, [zalo]);

  await delivery.says('một');
  await delivery.deliver();
  zalo.next(silence);
  await delivery.says('một');
  await delivery.deliver();
  desk.clock.advanceBy(5_000);
  await delivery.deliver();
  const names = await desk.database.sql<{ name: string }[]>`
    select provider_message_id as name from messages where author <> 'person' order by id`;

  expect(others).toEqual([[names[0]?.name]]);
  expect(names[1]?.name).toBe('found');
});

test('what the platform says has arrived is sent, and its next part follows', async () => {
  await using desk = await openDesk({ now: morning });
  const about: unknown[] = [];
  const zalo = scriptedChannel(desk.clock, {
    hasArrived: async (address, part, sentAt) => {
      about.push([address, part, sentAt.toISOString()]);
      return { providerMessageId: null };
    },
  });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence, { arrives: true });
  await delivery.says('một|hai');
  await delivery.deliver();
  desk.clock.advanceBy(5_000);
  await delivery.deliver();

  expect(about).toEqual([[mai, { words: 'một' }, new Date(morning).toISOString()]]);
  expect(zalo.screen(mai)).toEqual(['một', 'hai']);
  expect(await delivery.states()).toEqual(['sent']);
});

test('what the platform says has not arrived is sent again, before what was said later', async () => {
  await using desk = await openDesk({ now: morning });
  const zalo = scriptedChannel(desk.clock, { hasArrived: async () => false });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence);
  await delivery.says('một');
  await delivery.says('hai');
  await delivery.deliver();
  desk.clock.advanceBy(5_000);
  await delivery.deliver();

  expect(zalo.screen(mai)).toEqual(['một', 'hai']);
  expect(await delivery.states()).toEqual(['sent', 'sent']);
});

test('a platform that cannot be asked just now is asked again', async () => {
  await using desk = await openDesk({ now: morning });
  let asked = 0;
  const zalo = scriptedChannel(desk.clock, {
    hasArrived: async () => {
      asked += 1;
      if (asked === 1) throw new Error('connection reset');
      return { providerMessageId: null };
    },
  });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence, { arrives: true });
  await delivery.says('một');
  for (const seconds of [0, 5, 25]) {
    desk.clock.advanceBy(seconds * 1000);
    await delivery.deliver();
  }

  expect(asked).toBe(2);
  expect(await delivery.states()).toEqual(['sent']);
});

test('two processes do not ask about the same message at once', async () => {
  await using desk = await openDesk({ now: morning });
  let asked = 0;
  const zalo = scriptedChannel(desk.clock, {
    hasArrived: async () => {
      asked += 1;
      return null;
    },
  });
  const delivery = openDelivery(desk, [zalo]);

  zalo.next(silence);
  const messageId = await delivery.says('một');
  await delivery.deliver();
  desk.clock.advanceBy(5_000);
  const seenByTheOther = await delivery.rowOf(messageId);
  await Promise.all([delivery.pass(), delivery.pass(), delivery.pass()]);
  const claimed = await changeDoubted(desk.database.db, seenByTheOther, { doubtChecks: 1 });

  expect(asked).toBe(1);
  expect(claimed).toBe(false);
});
