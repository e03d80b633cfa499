import { expect, test } from 'vitest';
import { fixedToken } from '../../src/oauth/access-tokens.ts';
import type { Fetch } from '../../src/ports.ts';
import { succeeded } from '../../src/result.ts';
import { openTemplateClient } from '../../src/templates/client.ts';
import { clockAt } from '../support/clock.ts';
import { accepts, breaks, jsonOf, networkThat, refuses } from '../support/network.ts';

const reminder = {
  phone: '0912 345 678',
  templateId: '301',
  data: { ma_yeu_cau: 'TK-1' },
  trackingId: 'req-1-event-9',
} as const;

function openTemplates(fetch: Fetch) {
  const clock = clockAt(new Date('2026-11-22T23:00:00+07:00'));
  return openTemplateClient({ fetch, clock, tokens: fixedToken('token') });
}

test('a template goes to a phone by way of the business host', async () => {
  const network = networkThat(
    accepts({ msg_id: 'm1', sent_time: '1700000000000', quota: { dailyQuota: '500', remainingQuota: '499' } }),
  );

  const result = await openTemplates(network.fetch).send(reminder);

  expect(network.asked[0]?.url.href).toBe('https://business.openapi.zalo.me/message/template');
  expect(jsonOf(network.asked[0])).toEqual({
    phone: '84912345678',
    template_id: '301',
    template_data: { ma_yeu_cau: 'TK-1' },
    tracking_id: 'req-1-event-9',
    sending_mode: '1',
  });
  expect(result).toEqual({
    ok: true,
    value: { messageId: 'm1', sentAt: new Date(1_700_000_000_000), quota: { remaining: 499, total: 500 } },
  });
});

test('a trial reaches administrators only, and the quota is exceeded only on request', async () => {
  const network = networkThat(accepts({}));

  await openTemplates(network.fetch).send({ ...reminder, isTrial: true, mayExceedQuota: true });

  expect(jsonOf(network.asked[0])).toMatchObject({ mode: 'development', sending_mode: '3' });
});

test.each([
  ['a tracking id of 49 characters', { trackingId: 'a'.repeat(49) }],
  ['no tracking id', { trackingId: '' }],
  ['a phone number that is none', { phone: '113' }],
  ['no template', { templateId: '' }],
])('%s is refused without asking the platform', async (_, change) => {
  const network = networkThat(accepts({}));

  const result = await openTemplates(network.fetch).send({ ...reminder, ...change });

  expect(result).toMatchObject({ error: { category: 'parameter' } });
  expect(network.asked).toEqual([]);
});

test('the numbers of this API have meanings of their own', async () => {
  const network = networkThat(refuses(-133), refuses(-118), refuses(-100), breaks('ECONNRESET'));
  const templates = openTemplates(network.fetch);

  expect(await templates.send(reminder)).toMatchObject({ error: { category: 'night', retryAfterSeconds: 7 * 3600 } });
  expect(await templates.send(reminder)).toMatchObject({ error: { category: 'window', whatToDo: 'useOtherChannel' } });
  expect(await templates.send(reminder)).toMatchObject({ error: { category: 'account' } });
  expect(await templates.send(reminder)).toMatchObject({ error: { category: 'unknownOutcome' } });
});

test('a token refused with -124 is replaced once', async () => {
  const network = networkThat(refuses(-124), accepts({ msg_id: 'm1' }));
  const tokens = { current: async () => succeeded('old'), replace: async () => succeeded('new') };

  const result = await openTemplateClient({ fetch: network.fetch, clock: clockAt(), tokens }).send(reminder);

  expect(result.ok).toBe(true);
  expect(network.asked.map(({ headers }) => headers.get('access_token'))).toEqual(['old', 'new']);
});

test('what became of a message and what may still be sent can be asked', async () => {
  const network = networkThat(accepts({ status: 1 }), accepts({ dailyQuota: '500', remainingQuota: '12' }));
  const templates = openTemplates(network.fetch);

  expect(await templates.status('m 1')).toMatchObject({ value: { status: 1 } });
  expect(await templates.quota()).toMatchObject({ value: { daily: 500, remaining: 12 } });
  expect(network.asked[0]?.url.href).toBe('https://business.openapi.zalo.me/message/status?message_id=m+1');
});
