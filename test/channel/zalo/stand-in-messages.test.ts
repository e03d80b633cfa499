import { expect, test } from 'vitest';
import { post, queryButton, say, templated, uploaded } from '../../support/zalo-stand-in/calls.ts';
import { startZaloStandIn } from '../../support/zalo-stand-in.ts';

// The stand-in is what every other test of this channel believes, so its own rules are tested too.

const hourMs = 3_600_000;
const dayMs = 86_400_000;
const noon = Date.parse('2026-11-20T12:00:00+07:00');
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

test.each([
  ['free in the first 48 hours', 48 * hourMs - 1, { error: 0, data: { quota: { quota_type: 'reply' } } }],
  ['charged from then on', 48 * hourMs, { error: 0, data: { quota: { quota_type: 'sub_quota' } } }],
  ['still possible just before seven days', 7 * dayMs - 1, { error: 0 }],
  ['closed after seven days', 7 * dayMs, { error: -230 }],
])('a consultation message is %s since the last interaction', async (_, elapsedMs, expected) => {
  const clock = { now: noon };
  await using zalo = await startZaloStandIn({ now: () => clock.now });
  zalo.person('1').writes('Xin chào');

  clock.now += elapsedMs;
  zalo.issueTokens();

  expect(await say(zalo, '1', { text: 'Dạ' })).toMatchObject(expected);
});

test('following alone opens the window, and charged messages run out', async () => {
  const clock = { now: noon };
  await using zalo = await startZaloStandIn({ now: () => clock.now, settings: { paidPerMonth: 1 } });
  zalo.person('1').follows();
  const free = await say(zalo, '1', { text: 'một' });

  clock.now += 3 * dayMs;
  zalo.issueTokens();
  const paid = await say(zalo, '1', { text: 'hai' });

  expect([free.error, paid.error]).toEqual([0, 0]);
  expect(await say(zalo, '1', { text: 'ba' })).toMatchObject({ error: -211 });
});

test('strangers, people never met and people who blocked the account each have their own refusal', async () => {
  await using zalo = await startZaloStandIn();
  zalo.person('1');
  const an = zalo.person('2');
  an.writes('Xin chào');
  an.blocks();

  expect(await say(zalo, '404', { text: 'x' })).toMatchObject({ error: -201 });
  expect(await say(zalo, '1', { text: 'x' })).toMatchObject({ error: -232 });
  expect(await say(zalo, '2', { text: 'x' })).toMatchObject({ error: -217 });
});

test.each([
  ['an empty text', { text: '' }, -201],
  ['2001 characters', { text: 'x'.repeat(2_001) }, -210],
  ['2001 characters after composing them', { text: 'ệ'.normalize('NFC').repeat(2_001) }, -210],
  ['six buttons', templated({ buttons: [1, 2, 3, 4, 5, 6].map(() => queryButton('A')) }, 'x'), -201],
  ['buttons without a text', templated({ buttons: [queryButton('A')] }), -201],
  ['a title of 101 characters', templated({ buttons: [queryButton('x'.repeat(101))] }, 'x'), -210],
  [
    'a query of 1001 characters',
    templated({ buttons: [{ ...queryButton('A'), payload: 'x'.repeat(1_001) }] }, 'x'),
    -210,
  ],
  [
    'a link that is no address',
    templated({ buttons: [{ title: 'A', type: 'oa.open.url', payload: { url: 'x' } }] }, 'x'),
    -201,
  ],
  ['a button of an unknown kind', templated({ buttons: [{ ...queryButton('A'), type: 'oa.fly' }] }, 'x'), -233],
  ['a template of an unknown kind', templated({ template_type: 'carousel', elements: [] }), -233],
  ['a list of six', templated({ template_type: 'list', elements: Array(6).fill({ title: 'A', subtitle: 'B' }) }), -201],
  ['a list without a first subtitle', templated({ template_type: 'list', elements: [{ title: 'A' }] }), -201],
  [
    'an image never uploaded',
    templated({ template_type: 'media', elements: [{ media_type: 'image', attachment_id: 'x' }] }),
    -201,
  ],
  ['an id that is a number', { text: 'x', quote_message_id: 7 }, -201],
])('%s is refused', async (_, message, error) => {
  await using zalo = await startZaloStandIn();
  const an = zalo.person('1');
  an.writes('Xin chào');

  expect(await say(zalo, '1', message)).toMatchObject({ error });
  expect(an.received).toEqual([]);
});

test('what is composed into 2000 characters may be sent', async () => {
  await using zalo = await startZaloStandIn();
  zalo.person('1').writes('Xin chào');

  expect(await say(zalo, '1', { text: 'é'.normalize('NFD').repeat(2_000) })).toMatchObject({ error: 0 });
});

test('a list arrives as rows to tap, unless lists are switched off', async () => {
  await using zalo = await startZaloStandIn();
  await using strict = await startZaloStandIn({ settings: { listTemplates: 'refused' } });
  const an = zalo.person('1');
  an.writes('Xin chào');
  strict.person('1').writes('Xin chào');
  const row = { title: 'Tra cứu', subtitle: 'Phụ lục', default_action: { type: 'oa.query.show', payload: 'tra cứu' } };
  const list = templated({ template_type: 'list', elements: [row] });

  await say(zalo, '1', list);
  an.presses('Tra cứu');

  expect(JSON.parse(zalo.events.at(-1)?.body ?? '')).toMatchObject({
    event_name: 'user_send_text',
    message: { text: 'tra cứu' },
  });
  expect(await say(strict, '1', list)).toMatchObject({ error: -233 });
});

test('a press on a query button is an ordinary text, and a link only opens', async () => {
  await using zalo = await startZaloStandIn();
  const an = zalo.person('1');
  an.writes('Xin chào');
  const link = { title: 'Cổng', type: 'oa.open.url', payload: { url: 'https://customs.gov.vn/' } };
  await say(zalo, '1', templated({ buttons: [queryButton('Đồng ý'), link] }, 'Chọn một mục'));

  const before = zalo.events.length;
  const agreed = an.presses('Đồng ý');
  const opened = an.presses('Cổng');

  expect(JSON.parse(agreed.sent?.event.body ?? '')).toMatchObject({
    event_name: 'user_send_text',
    message: { text: '#x' },
  });
  expect(opened).toMatchObject({ sent: null, opens: 'https://customs.gov.vn/' });
  expect(zalo.events.length).toBe(before + 1);
});

test('an uploaded image can be sent for seven days', async () => {
  const clock = { now: noon };
  await using zalo = await startZaloStandIn({ now: () => clock.now });
  const an = zalo.person('1');
  an.writes('Xin chào');
  const { data } = await uploaded(zalo, 'image', png, 'a.png');
  const image = templated({
    template_type: 'media',
    elements: [{ media_type: 'image', attachment_id: data.attachment_id }],
  });

  const first = await say(zalo, '1', image);
  clock.now += 7 * dayMs;
  an.writes('Tôi vẫn đây');
  zalo.issueTokens();

  expect(first).toMatchObject({ error: 0 });
  expect(an.received[0]?.file?.bytes).toEqual(png);
  expect(await say(zalo, '1', image)).toMatchObject({ error: -100 });
});

test.each([
  ['an image that is no image', 'image', 'a.png', new Uint8Array(10), -201],
  ['an image above 1 MB', 'image', 'a.png', new Uint8Array([...png, ...new Uint8Array(1_048_576)]), -210],
  ['a spreadsheet', 'file', 'a.xlsx', new Uint8Array(10), -201],
  ['a document', 'file', 'a.pdf', new Uint8Array(10), 0],
] as const)('the upload of %s is answered by its rule', async (_, kind, name, bytes, error) => {
  await using zalo = await startZaloStandIn();

  expect(await uploaded(zalo, kind, bytes, name)).toMatchObject({ error });
});

test('plain messages on the old address are shut down, and reactions are not', async () => {
  await using zalo = await startZaloStandIn();
  const an = zalo.person('1');
  const { msgId } = an.writes('Xin chào');
  const recipient = { user_id: '1' };
  const sender_action = { react_icon: '/-heart', react_message_id: msgId };

  expect(await post(zalo, '/v2.0/oa/message', { recipient, message: { text: 'x' } })).toMatchObject({ error: -240 });
  expect(await post(zalo, '/v2.0/oa/message', { recipient, sender_action })).toMatchObject({ error: 0 });
  expect(an.reactionsOn(msgId)).toEqual(['/-heart']);
  expect(await post(zalo, '/v3.0/oa/message/promotion', { recipient })).toMatchObject({ error: -233 });
});

test.each([
  ['a gateway fails', { kind: 'http', status: 502, accepted: false }, false],
  ['a gateway fails too late', { kind: 'http', status: 504, accepted: true }, true],
  ['the answer is no JSON', { kind: 'garbage', accepted: true }, true],
] as const)('when %s, the page in HTML does not say whether the message arrived', async (_, fault, arrives) => {
  await using zalo = await startZaloStandIn();
  const an = zalo.person('1');
  an.writes('Xin chào');
  zalo.failNext(fault);

  await expect(say(zalo, '1', { text: 'Dạ' })).rejects.toThrow(SyntaxError);

  expect(an.received.length === 1).toBe(arrives);
  expect(await say(zalo, '1', { text: 'Dạ' })).toMatchObject({ error: 0 });
});

test('a call can be left hanging, cut off and refused on command', async () => {
  await using zalo = await startZaloStandIn();
  const an = zalo.person('1');
  an.writes('Xin chào');
  zalo.failNext({ kind: 'hang', accepted: true });
  zalo.failNext({ kind: 'reset', accepted: false });
  zalo.failNext({ kind: 'error', code: -200 });
  const body = { recipient: { user_id: '1' }, message: { text: 'x' } };

  await expect(post(zalo, '/v3.0/oa/message/cs', body, AbortSignal.timeout(50))).rejects.toThrow('timeout');
  await expect(post(zalo, '/v3.0/oa/message/cs', body)).rejects.toThrow('fetch failed');

  expect(await post(zalo, '/v3.0/oa/message/cs', body)).toMatchObject({ error: -200 });
  expect(an.received).toHaveLength(1);
});
