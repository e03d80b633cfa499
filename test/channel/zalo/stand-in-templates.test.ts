import { expect, test } from 'vitest';
import { get, post } from '../../support/zalo-stand-in/calls.ts';
import { startZaloStandIn } from '../../support/zalo-stand-in.ts';

// The stand-in is what every other test of this channel believes, so its own rules are tested too.

const noon = Date.parse('2026-11-20T12:00:00+07:00');

test('a template by phone is tracked until it arrives and is rated', async () => {
  await using zalo = await startZaloStandIn({ now: () => noon, templates: { t1: { params: ['ma'] } } });
  const an = zalo.person('1', { phone: '0912345678' });
  const message = { phone: '84912345678', template_id: 't1', template_data: { ma: 'VM-1' }, tracking_id: 'theo-doi-1' };

  const { data } = await post(zalo, '/message/template', message);
  an.rates(5, { note: 'Tốt' });

  expect(await get(zalo, '/message/quota')).toMatchObject({ data: { remainingQuota: '499' } });
  expect(an.received).toMatchObject([{ kind: 'template', template: { id: 't1', trackingId: 'theo-doi-1' } }]);
  expect(zalo.events.map(({ body }) => JSON.parse(body))).toMatchObject([
    { event_name: 'user_received_message', message: { msg_id: data.msg_id, tracking_id: 'theo-doi-1' } },
    { event_name: 'user_feedback', message: { tracking_id: 'theo-doi-1', rate: 5, note: 'Tốt' } },
  ]);
  expect(zalo.events[0]?.headers['X-ZEvent-Server']).toBe('ZNS');
});

test.each([
  ['a phone without Zalo', '12:00', { phone: '84900000000' }, -118],
  ['a phone in another form', '12:00', { phone: '0912345678' }, -108],
  ['an unknown template', '12:00', { template_id: 'x' }, -109],
  ['a missing parameter', '12:00', { template_data: {} }, -1122],
  ['no tracking id', '12:00', { tracking_id: undefined }, -132],
  ['an hour of the night', '22:00', {}, -133],
  ['the last minute of the night', '05:59', {}, -133],
  ['the first minute of the morning', '06:00', {}, 0],
])('a template by phone with %s is answered as such', async (_, time, changed, error) => {
  const now = Date.parse(`2026-11-20T${time}:00+07:00`);
  await using zalo = await startZaloStandIn({ now: () => now, templates: { t1: { params: ['ma'] } } });
  zalo.person('1', { phone: '0912345678' });
  const message = {
    phone: '84912345678',
    template_id: 't1',
    template_data: { ma: 'VM-1' },
    tracking_id: 'x',
    ...changed,
  };

  expect(await post(zalo, '/message/template', message)).toMatchObject({ error });
});

test('only templates made for it can go to a user id, and they need no window', async () => {
  const templates = { phoneOnly: { params: [] }, both: { params: [], byUser: true } };
  await using zalo = await startZaloStandIn({ templates });
  zalo.person('1');
  const send = (template_id: string) => post(zalo, '/v3.0/oa/message/template', { user_id: '1', template_id });

  expect(await send('phoneOnly')).toMatchObject({ error: -249 });
  expect(await send('both')).toMatchObject({ error: 0 });
});
