import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { noteHealth } from '../../../src/desk/channels/note-health.ts';
import { lockConversation } from '../../../src/store/conversations.ts';
import { officerChats } from '../../../src/store/schema/organisation.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { openZaloOa } from '../../support/zalo-oa.ts';

const now = '2026-11-22T08:00+07:00';
const hour = 3_600_000;

test('an account that works is noted as such and troubles nobody', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  await linkAdministrator(desk, 'telegram', 'bot');

  const health = await oa.connection.checkAccount();

  expect(health.state).toBe('working');
  expect(await said(desk)).toEqual([]);
});

test('a check renews the token long before it ends', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  await oa.connection.checkAccount();
  const before = oa.zalo.tokens.accessToken;

  desk.clock.advanceBy(13 * hour);
  await oa.connection.checkAccount();

  expect(oa.zalo.tokens.accessToken).not.toBe(before);
});

test('renewal that fails is told to administrators while messages still go out, once, and again when it is mended', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  await linkAdministrator(desk, 'telegram', 'bot');
  await oa.connection.checkAccount();
  desk.clock.advanceBy(13 * hour);
  oa.zalo.failNext({ kind: 'http', status: 502 }, { path: '/v4/oa/access_token', times: 2 });

  const states = [];
  for (let check = 0; check < 3; check += 1) {
    states.push((await oa.connection.checkAccount()).state);
    desk.clock.advanceBy(600_000);
  }

  expect(states).toEqual(['warning', 'warning', 'working']);
  expect((await said(desk)).map((text) => text.split('\n')[0])).toEqual([
    '*Zalo OA: sắp có sự cố*',
    '*Zalo OA* đã hoạt động trở lại.',
  ]);
});

test('a grant that was taken back is told within the same event, and not through the account that lost it', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  await linkAdministrator(desk, 'telegram', 'bot');
  desk.clock.advanceBy(1000);
  await linkAdministrator(desk, 'zalo', oa.settings.oaId);
  await oa.connection.checkAccount();

  await oa.zalo.revokeGrant().delivered;
  await oa.connection.stop();

  const [told, ...more] = await said(desk);
  expect(told).toMatch(/^\*Zalo OA: đang ngừng hoạt động\*\n.*API Explorer.*ZALO_REFRESH_TOKEN/);
  expect(more).toEqual([]);
  const rows = await desk.database.sql`
    select c.channel from messages m join conversations c on c.id = m.conversation_id`;
  expect(rows).toEqual([{ channel: 'telegram' }]);
});

test('a package that runs out while sending is noticed at once, without waiting for the next check', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  await linkAdministrator(desk, 'telegram', 'bot');
  const person = oa.zalo.person('8274619301845517203');
  oa.zalo.failNext({ kind: 'error', code: -224, message: 'OA package upgrade needed' });

  person.writes('xin chào');
  await oa.settle();
  await oa.connection.stop();

  expect(await said(desk)).toEqual([expect.stringContaining('Nâng gói trên oa.zalo.me')]);
});

test('administrators, and nobody else, read in the console what has to be done', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const key = { channel: 'zalo' as const, account: oa.settings.oaId };
  const health = { state: 'broken' as const, whatToDo: 'Lấy refresh token mới.', endsAt: null };
  await act(desk, { kind: 'schedule', name: 'check-account' }, (current) => noteHealth(current, key, health));
  const { administrator, lan } = desk.organisation.officers;

  const [forAdministrator, forOfficer] = await Promise.all(
    [administrator, lan].map(async (officer) => (await oa.web.signIn(officer)).get('/api/v1/warnings')),
  );

  expect(forAdministrator?.body.accounts).toEqual([{ ...key, ...health, since: '2026-11-22T01:00:00.000Z' }]);
  expect(forOfficer?.body.accounts).toEqual([]);
});

async function linkAdministrator(desk: TestDesk, channel: 'telegram' | 'zalo', account: string): Promise<void> {
  const { id: officerId } = desk.organisation.officers.administrator;
  const linkedAt = desk.clock.now();
  await desk.database.db.transaction(async (tx) => {
    const { id: conversationId } = await lockConversation(tx, { channel, account, address: '900' }, linkedAt);
    await tx.insert(officerChats).values({ officerId, conversationId, linkedAt });
  });
}

/** What the bot has told administrators, oldest first. */
async function said(desk: TestDesk): Promise<string[]> {
  const rows = await desk.database.sql`select text from messages where text like '*Zalo OA%' order by id`;
  return rows.map(({ text }) => text);
}
