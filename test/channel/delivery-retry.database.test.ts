import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insertFiles } from '../../src/store/messages.ts';
import { files } from '../../src/store/schema/conversations.ts';
import { openDelivery } from '../support/delivery.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';

const morning = '2026-11-23T09:15:00+07:00';
const mai = '900001';
const busy = { status: 'tryLater', afterSeconds: 2, detail: '502: bad gateway' } as const;
const rejected = { status: 'refused', because: 'rejectedContent', detail: '400: file is too big' } as const;

test('a platform that is down is tried more and more rarely, for six hours at least and then no more', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  telegram.always(mai, busy);

  const messageId = await delivery.says('một');
  for (let minute = 0; minute < 14 * 60; minute += 1) {
    await delivery.deliver();
    desk.clock.advanceMinutes(1);
  }

  const row = await delivery.rowOf(messageId);
  const span = (telegram.calls.at(-1)?.at.getTime() ?? 0) - Date.parse(morning);
  expect(row).toMatchObject({ state: 'failed', problem: busy.detail, attempts: telegram.calls.length });
  expect(telegram.calls.length).toBeGreaterThanOrEqual(12);
  expect(telegram.calls.length).toBeLessThan(20);
  expect(span).toBeGreaterThanOrEqual(6 * 3_600_000);
  expect(span).toBeLessThan(13 * 3_600_000);
});

test('a platform that is back after two hours gets everything', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  telegram.always(mai, busy);

  await delivery.says('một');
  await delivery.says('hai');
  for (let minute = 0; minute < 240; minute += 1) {
    if (minute === 120) telegram.always(mai, null);
    await delivery.deliver();
    desk.clock.advanceMinutes(1);
  }

  expect(telegram.screen(mai)).toEqual(['một', 'hai']);
  expect(await delivery.states()).toEqual(['sent', 'sent']);
});

test('a file that the platform will not have leaves the words and the other files alone, and says which it is', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  telegram.next({ status: 'accepted', providerMessageId: 'm1' }, { arrives: true });
  telegram.next(busy);
  telegram.next(rejected);

  const messageId = await delivery.says('Gửi anh/chị hai tệp');
  await attach(desk, messageId, ['bien-ban.pdf', 'anh.jpg']);
  await delivery.deliver();
  desk.clock.advanceMinutes(1);
  await delivery.deliver();

  expect(telegram.screen(mai)).toEqual(['Gửi anh/chị hai tệp', '[anh.jpg]']);
  expect(await delivery.rowOf(messageId)).toMatchObject({
    state: 'sent',
    problem: 'Không gửi được tệp “bien-ban.pdf”: 400: file is too big',
  });
});

test('a file is sent as it is stored; one that is still being copied is waited for', async () => {
  await using desk = await openDesk({ now: morning });
  const directory = await mkdtemp(join(tmpdir(), 'tep-'));
  await writeFile(join(directory, 'bien-ban.pdf'), 'nội dung');
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram], { filesDirectory: directory });

  const messageId = await delivery.says('một');
  await attach(desk, messageId, ['bien-ban.pdf'], 'announced');
  await delivery.deliver();
  const early = telegram.calls.length;
  await desk.database.db.update(files).set({ state: 'stored' });
  desk.clock.advanceMinutes(1);
  await delivery.deliver();
  await rm(directory, { recursive: true });

  expect(early).toBe(1);
  expect(new TextDecoder().decode(telegram.calls.at(-1)?.bytes ?? undefined)).toBe('nội dung');
  expect(await delivery.states()).toEqual(['sent']);
});

test('a path that leads out of the storage is not followed', async () => {
  await using desk = await openDesk({ now: morning });
  const directory = await mkdtemp(join(tmpdir(), 'tep-'));
  await writeFile(`${directory}-khac`, 'bí mật');
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram], { filesDirectory: directory });

  const messageId = await delivery.says('một');
  await attach(desk, messageId, ['x']);
  await desk.database.db.update(files).set({ path: `../${directory.split('/').at(-1)}-khac` });
  await delivery.deliver();
  await Promise.all([rm(directory, { recursive: true }), rm(`${directory}-khac`)]);

  expect(telegram.calls.at(-1)).toMatchObject({ said: '[x]', bytes: null });
});

test('a message of one file that the platform will not have has failed', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  telegram.next(rejected);

  const messageId = await delivery.says('');
  await attach(desk, messageId, ['bien-ban.pdf']);
  await delivery.deliver();

  expect(await delivery.rowOf(messageId)).toMatchObject({ state: 'failed' });
});

test('a message of two files that the platform will not have has failed', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const delivery = openDelivery(desk, [telegram]);
  telegram.always(mai, rejected);

  const messageId = await delivery.says('');
  await attach(desk, messageId, ['a.pdf', 'b.pdf']);
  await delivery.deliver();

  const { state, problem } = await delivery.rowOf(messageId);
  expect(state).toBe('failed');
  expect(problem?.split('\n')).toEqual([
    'Không gửi được tệp “a.pdf”: 400: file is too big',
    'Không gửi được tệp “b.pdf”: 400: file is too big',
  ]);
});

test('a message that the channel cannot put into a form fails without being sent', async () => {
  await using desk = await openDesk({ now: morning });
  const telegram = scriptedChannel(desk.clock);
  const broken = {
    ...telegram,
    render: () => {
      throw new RangeError('a button without a label');
    },
  };
  const delivery = openDelivery(desk, [broken]);

  await delivery.says('một');
  await delivery.deliver();

  expect(telegram.calls).toEqual([]);
  expect(await delivery.states()).toEqual(['failed']);
});

async function attach(
  desk: TestDesk,
  messageId: number,
  names: readonly string[],
  state: 'announced' | 'stored' = 'stored',
): Promise<void> {
  await desk.database.db.transaction((tx) =>
    insertFiles(
      tx,
      names.map((name) => ({ messageId, channel: 'telegram', ref: name, name, state, path: name, mediaType: null })),
    ),
  );
}
