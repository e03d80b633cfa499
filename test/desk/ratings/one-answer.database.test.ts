import { expect, test } from 'vitest';
import type { ChannelName } from '../../../src/channel/port.ts';
import { act } from '../../../src/desk/act.ts';
import { verifyLedgers } from '../../../src/desk/audit/verify-ledgers.ts';
import { linkContact } from '../../../src/desk/enterprises/link-contact.ts';
import { rate } from '../../../src/desk/ratings/rate.ts';
import type { RatingLevel } from '../../../src/rules/rating/rating.ts';
import { wholeDeclaration } from '../../../src/rules/rating/subjects.ts';
import { conversations } from '../../../src/store/schema/conversations.ts';
import { contacts } from '../../../src/store/schema/enterprises.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { anEnterprise, seagull, seaStar } from '../../support/linking.ts';
import { aStep, declares } from '../../support/ratings.ts';

const now = '2026-11-25T09:00:00+07:00';
const number = '107861377120';

test('three people of an enterprise tap at once on two channels: one answer, each one kept, one verification', async () => {
  await using desk = await openDesk({ now });
  const star = await anEnterprise(desk, seaStar);
  await declares(desk, { taxCode: star.taxCode, number });
  const chats = await chatsOf(desk, star.id, 3, ['telegram', 'webchat']);

  const given = await Promise.all(
    chats.flatMap((conversationId, index) => {
      const level = ((index % 5) + 1) as RatingLevel;
      return [level, level].map((each) => taps(desk, conversationId, each));
    }),
  );

  const { sql } = desk.database;
  const [rating, ...others] = await sql<{ level: number }[]>`select * from ratings`;
  const answers = await sql<{ level: number }[]>`select level from rating_answers order by id`;
  expect(others).toEqual([]);
  expect(given.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(answers.at(-1)?.level).toBe(rating?.level);
  expect(answers.length).toBeGreaterThanOrEqual(6);
  expect(given.filter(({ verification }) => verification !== null)).toHaveLength(1);
  expect(await sql`select count(*)::int as n from cases where kind = 'verification'`).toEqual([{ n: 1 }]);
  expect((await verifyLedgers(desk.database.db, [], () => undefined)).breaks).toEqual([]);
});

test('a tap while another one is being kept waits for it and then replaces it', async () => {
  await using desk = await openDesk({ now });
  const star = await anEnterprise(desk, seaStar);
  await declares(desk, { taxCode: star.taxCode, number });
  const [first = 0, second = 0] = await chatsOf(desk, star.id, 2, ['telegram']);
  let waiting: Promise<unknown> = Promise.resolve();

  await act(desk, { kind: 'contact', conversationId: first }, async (current) => {
    await rate(current, { number, subject: wholeDeclaration, level: 5 });
    waiting = taps(desk, second, 4);
    // Long enough for the other one to have stored a second row, if nothing held it.
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  await waiting;

  expect(await desk.database.sql`select level from ratings`).toEqual([{ level: 4 }]);
});

test('several subjects of one declaration each have their own answer; an enterprise never rates another’s', async () => {
  await using desk = await openDesk({ now });
  const { lan, minh } = desk.organisation.officers;
  const star = await anEnterprise(desk, seaStar);
  const gull = await anEnterprise(desk, seagull);
  const steps = [aStep('documentCheck', new Date('2026-11-25T08:00:00+07:00'), lan.email)];
  await declares(desk, { taxCode: star.taxCode, number, steps });
  const [mine = 0] = await chatsOf(desk, star.id, 1, ['telegram']);
  const [theirs = 0] = await chatsOf(desk, gull.id, 1, ['webchat']);
  const by = { kind: 'contact', conversationId: mine } as const;
  const rates = (kind: 'officer' | 'unit' | 'step', key: string | number) =>
    act(desk, by, (current) => rate(current, { number, subject: { kind, key: String(key) }, level: 4 }));

  const officer = await rates('officer', lan.id);
  const unit = await rates('unit', desk.organisation.units.port3);
  const step = await rates('step', 'documentCheck');

  expect([officer.row.unitId, unit.row.unitId, step.row.unitId]).toEqual(Array(3).fill(desk.organisation.units.port3));
  await expect(rates('officer', minh.id)).rejects.toMatchObject({ code: 'notFound' });
  await expect(taps(desk, theirs, 1)).rejects.toMatchObject({ code: 'notFound' });
  await expect(
    act(desk, { kind: 'officer', officerId: lan.id }, (current) =>
      rate(current, { number, subject: wholeDeclaration, level: 5 }),
    ),
  ).rejects.toMatchObject({ code: 'notFound' });
});

function taps(desk: TestDesk, conversationId: number, level: RatingLevel) {
  return act(desk, { kind: 'contact', conversationId }, (current) =>
    rate(current, { number, subject: wholeDeclaration, level }),
  );
}

/** One chat on each channel for each of so many people who speak for the enterprise. */
async function chatsOf(
  desk: TestDesk,
  enterpriseId: number,
  people: number,
  channels: readonly ChannelName[],
): Promise<number[]> {
  const { db } = desk.database;
  const at = desk.clock.now();
  const ids: number[] = [];
  for (let person = 0; person < people; person += 1) {
    const [contact] = await db.insert(contacts).values({ createdAt: at }).returning({ id: contacts.id });
    const contactId = contact?.id ?? 0;
    await act(desk, { kind: 'schedule', name: 'test' }, (current) =>
      linkContact(current, {
        contactId,
        enterpriseId,
        role: 'staff',
        basis: 'demonstration',
        evidence: {},
        validUntil: null,
      }),
    );
    const rows = channels.map((channel) => ({
      channel,
      account: 'test',
      address: `${enterpriseId}-${person}`,
      contactId,
      dialogue: {},
      createdAt: at,
      lastMessageAt: at,
    }));
    ids.push(...(await db.insert(conversations).values(rows).returning({ id: conversations.id })).map(({ id }) => id));
  }
  return ids;
}
