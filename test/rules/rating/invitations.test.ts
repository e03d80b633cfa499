import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AskableChat, chatToAskIn, sendingInstants } from '../../../src/rules/rating/invitation-chat.ts';
import { defaultInvitationRules as rules } from '../../../src/rules/rating/invitation-rules.ts';
import { askableFrom, type Days, nextMessageAt, occasionOf } from '../../../src/rules/rating/invitation-times.ts';

const zone = 'Asia/Ho_Chi_Minh';
const holiday = '2026-11-24';
const days: Days = {
  zone,
  isWorkingDate: (date) => date !== holiday && Temporal.PlainDate.from(date).dayOfWeek <= 5,
};
const at = (text: string) => new Date(`2026-11-${text}:00+07:00`);

test.each([
  ['in the middle of a working day at once', '25T10:00', '25T10:00'],
  ['before eight only from eight on', '25T06:30', '25T08:00'],
  ['at eight sharp at once', '25T08:00', '25T08:00'],
  ['from twenty on not before the next morning', '25T20:00', '26T08:00'],
  ['on a Friday evening not before Monday', '27T21:00', '30T08:00'],
  ['on a holiday not before the day after', '24T10:00', '25T08:00'],
])('people are asked %s', (_, from, until) => {
  expect(askableFrom(at(from), rules, days)).toEqual(at(until));
});

test.each([
  ['the first message goes out at once', '25T09:00', 0, '25T09:00'],
  ['the second too', '25T09:00', 1, '25T09:00'],
  ['the last of the day waits for the afternoon', '25T09:00', 2, '25T16:30'],
  ['and goes out at once then', '25T17:00', 2, '25T17:00'],
  ['beyond that it is tomorrow', '25T17:00', 3, '26T08:00'],
  ['or after the weekend', '27T17:00', 3, '30T08:00'],
])('%s', (_, from, sentToday, until) => {
  expect(nextMessageAt(at(from), sentToday, rules, days)).toEqual(at(until));
});

test('nobody is ever asked at night, on a free day or more often than allowed, whatever the office sets', () => {
  const hour = fc.integer({ min: 0, max: 23 }).map((value) => `${String(value).padStart(2, '0')}:00`);
  fc.assert(
    fc.property(
      fc.record({ quietFrom: hour, quietUntil: hour, digestAt: hour, mostADay: fc.integer({ min: 1, max: 4 }) }),
      fc.integer({ min: 0, max: 20 * 24 * 60 }),
      fc.nat({ max: 6 }),
      (own, minutes, sentToday) => {
        fc.pre(own.quietUntil < own.quietFrom);
        const now = new Date(at('09T00:00').getTime() + minutes * 60_000);
        const next = nextMessageAt(now, sentToday, { ...rules, ...own }, days);

        const wall = Temporal.Instant.fromEpochMilliseconds(next.getTime()).toZonedDateTimeISO(zone);
        const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
        const time = wall.toPlainTime().toString({ smallestUnit: 'minute' });
        expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(days.isWorkingDate(wall.toPlainDate().toString())).toBe(true);
        expect(time >= own.quietUntil && time < own.quietFrom).toBe(true);
        if (sentToday >= own.mostADay) expect(wall.toPlainDate().equals(today.toPlainDate())).toBe(false);
      },
    ),
  );
});

const chat = (conversationId: number, change: Partial<AskableChat> = {}): AskableChat => ({
  conversationId,
  contactId: conversationId,
  isMuted: false,
  isPreferred: false,
  window: 'open',
  lastInteractionAt: null,
  ...change,
});

test('the chat that a person prefers comes first, then where writing is free, then where somebody was last', () => {
  const closed = chat(1, { window: 'closed', lastInteractionAt: at('25T08:00') });
  const charged = chat(2, { window: 'charged' });
  const open = chat(3);
  const later = chat(4, { lastInteractionAt: at('25T07:00') });
  const preferred = chat(5, { isPreferred: true, window: 'charged' });
  const everybody = () => true;

  expect(chatToAskIn([closed, charged, open, later, preferred], everybody)?.conversationId).toBe(5);
  expect(chatToAskIn([closed, charged, open, later], everybody)?.conversationId).toBe(4);
  expect(chatToAskIn([closed, charged], everybody)?.conversationId).toBe(2);
  expect(chatToAskIn([closed, charged, open, later, preferred], (id) => id < 3)?.conversationId).toBe(2);
});

test('whoever muted it in one chat is not asked in another', () => {
  const chats = [chat(1, { contactId: 9, isMuted: true }), chat(2, { contactId: 9 })];
  expect(chatToAskIn(chats, () => true)).toBeNull();
});

test('an account never gets more than its share, however often somebody looks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 2, maxLength: 40 }),
      fc.integer({ min: 1, max: 60 }),
      (pauses, messages) => {
        const pace = { messages, perMilliseconds: 1000 };
        let now = at('25T09:00');
        let last: Date | null = null;
        const all: number[] = [];
        for (const pause of pauses) {
          const instants: Date[] = sendingInstants(last, now, new Date(now.getTime() + 1000), pace, 0.5);
          all.push(...instants.map((each) => each.getTime()));
          last = instants.at(-1) ?? last;
          now = new Date(now.getTime() + pause);
        }
        const gaps = all.slice(1).map((each, index) => each - (all[index] ?? 0));
        expect(Math.min(...gaps, 1e9)).toBeGreaterThanOrEqual(Math.floor(2000 / messages) - 1);
      },
    ),
  );
});

test('only release, storage and clearance are a reason to ask', () => {
  const states = ['registered', 'inspecting', 'released', 'stored', 'cleared', 'cancelled'] as const;
  expect(states.filter((state) => occasionOf(state) !== null)).toEqual(['released', 'stored', 'cleared']);
});
