import { expect, test } from 'vitest';
import { oaCodes, type ZaloFault } from 'zalo-api-client';
import type { Delivery } from '../../../src/channel/port.ts';
import { deliveryOf, deliveryOfFault } from '../../../src/channel/zalo/delivery-of.ts';

const cases: [code: number, message: string, delivery: Partial<Delivery>][] = [
  [-32, 'Your OA reached limit call api', { status: 'tryLater', whole: true }],
  [-100, 'Attachment expired', { status: 'refused', because: 'rejectedContent' }],
  [-200, 'Send failed', { status: 'tryLater' }],
  [-201, 'recipient.user_id is invalid', { status: 'refused', because: 'unknownRecipient' }],
  [-201, 'message.text is invalid', { status: 'refused', because: 'rejectedContent' }],
  [-204, 'OA is disabled', { status: 'tryLater', whole: true }],
  [-210, 'Parameter exceeds limit', { status: 'refused', because: 'rejectedContent' }],
  [-211, 'Out of quota', { status: 'tryLater' }],
  [-213, 'User has not followed', { status: 'refused', because: 'windowClosed' }],
  [-216, 'Access token is invalid', { status: 'tryLater', whole: true }],
  [-217, 'User blocked', { status: 'refused', because: 'blockedByPerson' }],
  [-218, 'Receive quota', { status: 'refused', because: 'windowClosed' }],
  [-223, 'Not granted', { status: 'tryLater', whole: true }],
  [-227, 'User inactive', { status: 'refused', because: 'unknownRecipient' }],
  [-230, '7 days', { status: 'refused', because: 'windowClosed' }],
  [-231, 'window', { status: 'refused', because: 'windowClosed' }],
  [-232, 'never interacted', { status: 'refused', because: 'windowClosed' }],
  [-233, 'type unsupported', { status: 'refused', because: 'rejectedContent' }],
  [-244, 'restricted', { status: 'refused', because: 'blockedByPerson' }],
  [-9999, 'nobody knows', { status: 'refused', because: 'rejectedContent' }],
];

test.each(cases)('the answer %i “%s” is told to the outbox in its words', (code, message, delivery) => {
  const means = oaCodes.get(code) ?? { category: 'unknown' as const, whatToDo: 'askAdministrator' as const };

  const told = deliveryOfFault({ code, message, ...means });

  expect(told).toMatchObject({ ...delivery, detail: message });
  if (told.status === 'tryLater') {
    expect(told.afterSeconds).toBeGreaterThan(0);
    expect(told.whole ?? false).toBe('whole' in delivery);
  }
});

test('at night a message waits until the morning that the platform named', () => {
  const night: ZaloFault = {
    category: 'night',
    whatToDo: 'waitUntilMorning',
    code: -234,
    message: 'night',
    retryAfterSeconds: 25_200,
  };

  expect(deliveryOfFault(night)).toMatchObject({ status: 'tryLater', afterSeconds: 25_200 });
});

test('a rate limit is respected for as long as the platform asks', () => {
  const busy: ZaloFault = { category: 'rate', whatToDo: 'backOff', message: 'slow down', retryAfterSeconds: 90 };

  expect(deliveryOfFault(busy)).toMatchObject({ afterSeconds: 90, whole: true });
});

test('silence is an unknown outcome, and a request that never left is none', () => {
  const silent: ZaloFault = { category: 'unknownOutcome', whatToDo: 'reconcile', message: 'no answer' };
  const unsent: ZaloFault = { category: 'network', whatToDo: 'backOff', message: 'no connection' };

  expect(deliveryOfFault(silent)).toEqual({ status: 'unknown', detail: 'no answer' });
  expect(deliveryOfFault(unsent)).toMatchObject({ status: 'tryLater' });
});

test('a message that was taken is known by its id, if the platform gave one', () => {
  expect(deliveryOf({ ok: true, value: { messageId: 'm1' } })).toEqual({ status: 'accepted', providerMessageId: 'm1' });
  expect(deliveryOf({ ok: true, value: {} })).toEqual({ status: 'accepted', providerMessageId: null });
});
