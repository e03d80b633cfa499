import { expect, test } from 'vitest';
import { inbox } from '../../src/store/schema/conversations.ts';
import { openDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

test.each([
  ['as it is written', (text: string) => JSON.stringify({ text })],
  ['as platforms escape it', (text: string) => JSON.stringify({ text }).replace(/[^\0-\x7f]/g, escaped)],
])('an administrator does not read the message that could not be read and names them, %s', async (_, written) => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });
  await using web = await openWeb(desk);
  const delivery = {
    channel: 'telegram' as const,
    account: '1',
    address: '2',
    receivedAt: desk.clock.now(),
    dueAt: desk.clock.now(),
  };
  await desk.database.db.insert(inbox).values([
    { ...delivery, updateId: '1', state: 'failed', body: written('Anh Đặng Quốc Bảo gây khó khăn') },
    { ...delivery, updateId: '2', state: 'failed', body: written('Hệ thống báo lỗi') },
  ]);
  const administrator = await web.signIn(desk.organisation.officers.administrator);

  const shown = (await administrator.get('/api/v1/troubles')).body.map(({ id, excerpt }) => [id, excerpt]);
  const toAProgram = (await web.program.get('/api/v1/troubles')).body.map(({ excerpt }) => excerpt);

  expect(new Map(shown as [number, string][])).toEqual(
    new Map([
      [1, ''],
      [2, written('Hệ thống báo lỗi')],
    ]),
  );
  expect(toAProgram).toContain(written('Anh Đặng Quốc Bảo gây khó khăn'));
});

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
