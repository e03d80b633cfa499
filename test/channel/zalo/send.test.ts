import { describe, expect, test } from 'vitest';
import type { Channel, OutgoingFile, Part } from '../../../src/channel/port.ts';
import { openChoiceSeal } from '../../../src/channel/zalo/seal-choice.ts';
import { noFiles } from '../../support/no-files.ts';
import { testClock } from '../../support/test-clock.ts';
import { zaloChannelOf } from '../../support/zalo-channel.ts';
import { startZaloStandIn } from '../../support/zalo-stand-in.ts';

const an = '8274619301845517203';
const hour = 3_600_000;

test('a button carries its value sealed for the person it is shown to', async () => {
  await using zalo = await startZaloStandIn();
  const person = zalo.person(an);
  person.follows();
  const channel = zaloChannelOf(zalo);

  await sendAll(channel, { text: 'Vụ việc đã xong chưa?', choices: [[{ value: 'solved:VM-1', label: 'Đã xong' }]] });

  const sealed = openChoiceSeal(zalo.account.appSecret).close(an, 'solved:VM-1');
  expect(person.received[0]?.buttons).toEqual([{ title: 'Đã xong', type: 'oa.query.hide', payload: sealed }]);
});

describe('a file', () => {
  const pdf = { fileId: 3, name: 'cong-van', mediaType: 'application/pdf', size: 9 };
  const bytes = new TextEncoder().encode('%PDF-1.7\n');

  test('is uploaded under an ending that fits its type, and sent', async () => {
    await using zalo = await startZaloStandIn();
    const person = zalo.person(an);
    person.follows();

    await sendFiles(zaloChannelOf(zalo), [pdf], bytes);

    expect(person.received.map(({ kind, file }) => [kind, file?.name])).toEqual([['file', 'cong-van.pdf']]);
  });

  test('whose upload the platform has forgotten is uploaded once more', async () => {
    await using zalo = await startZaloStandIn();
    const person = zalo.person(an);
    person.follows();
    const channel = zaloChannelOf(zalo);
    zalo.failNext({ kind: 'error', code: -100, message: 'Attachment expired' });

    const told = await sendFiles(channel, [pdf], bytes);

    expect(told).toMatchObject([{ status: 'accepted' }]);
    expect(person.received).toHaveLength(1);
    expect(zalo.calls.filter(({ path }) => path === '/v2.0/oa/upload/file')).toHaveLength(2);
  });

  test('that has to wait is not uploaded again when its turn comes', async () => {
    await using zalo = await startZaloStandIn();
    zalo.person(an).follows();
    const channel = zaloChannelOf(zalo);
    zalo.failNext({ kind: 'error', code: -32, message: 'Your OA reached limit call api' });

    const first = await sendFiles(channel, [pdf], bytes);
    const second = await sendFiles(channel, [pdf], bytes);

    expect([...first, ...second]).toMatchObject([{ status: 'tryLater', whole: true }, { status: 'accepted' }]);
    expect(zalo.calls.filter(({ path }) => path === '/v2.0/oa/upload/file')).toHaveLength(1);
  });

  test('whose upload is not answered was shown to nobody and may be tried again', async () => {
    await using zalo = await startZaloStandIn();
    const person = zalo.person(an);
    person.follows();
    zalo.failNext({ kind: 'reset', accepted: true }, { path: '/v2.0/oa/upload/file' });

    const told = await sendFiles(zaloChannelOf(zalo), [pdf], bytes);

    expect(told).toMatchObject([{ status: 'tryLater' }]);
    expect(person.received).toEqual([]);
  });

  test.each([
    ['too large a picture', { fileId: 4, name: 'anh.jpg', mediaType: 'image/jpeg', size: 1_500_000 }],
    ['a spreadsheet', { fileId: 4, name: 'bang-ke.xlsx', mediaType: 'application/vnd.ms-excel', size: 1_500_000 }],
  ])('that Zalo does not carry, such as %s, is named with an address to open it at', async (_, file) => {
    await using zalo = await startZaloStandIn();
    const person = zalo.person(an);
    person.follows();
    const channel = zaloChannelOf(zalo, { linkTo: (fileId) => `https://hq3.example/tep/${fileId}` });

    await sendFiles(channel, [file], bytes);

    expect(person.received.map(({ text }) => text)).toEqual([
      `Tệp “${file.name}” (1,4 MB) không gửi được qua Zalo. Anh/chị mở tệp tại đây trong vòng 7 ngày: https://hq3.example/tep/4`,
    ]);
  });

  test('that cannot be shown at all is still told of, with what to do', async () => {
    await using zalo = await startZaloStandIn();
    const person = zalo.person(an);
    person.follows();

    await sendFiles(
      zaloChannelOf(zalo),
      [{ fileId: 4, name: 'a.zip', mediaType: 'application/zip', size: 3000 }],
      bytes,
    );

    expect(person.received[0]?.text).toBe(
      'Tệp “a.zip” (2,9 KB) không gửi được qua Zalo. Quý doanh nghiệp vui lòng nhắn lại tại đây để chúng tôi chuyển tệp bằng cách khác.',
    );
  });

  test('that is no longer stored is refused rather than tried for ever', async () => {
    await using zalo = await startZaloStandIn();
    const [part] = zaloChannelOf(zalo).render({ text: '', files: [pdf] });

    const told = await zaloChannelOf(zalo).send(an, part ?? {}, noFiles);

    expect(told).toMatchObject({ status: 'refused', because: 'rejectedContent' });
  });
});

describe('the window', () => {
  test('is open for 48 hours, costs until the seventh day and is closed from then on', async () => {
    await using zalo = await startZaloStandIn();
    const channel = zaloChannelOf(zalo);
    const wrote = new Date('2026-11-16T08:00+07:00');
    const windowAfter = (milliseconds: number) => channel.windowAt?.(wrote, new Date(wrote.getTime() + milliseconds));

    expect([0, 48 * hour - 1, 48 * hour, 168 * hour - 1, 168 * hour].map(windowAfter)).toEqual([
      'open',
      'open',
      'charged',
      'charged',
      'closed',
    ]);
    expect(channel.windowAt?.(null, wrote)).toBe('closed');
  });

  test('once closed lets an approved template through, which asks the person to write', async () => {
    const clock = testClock('2026-11-16T08:00+07:00');
    await using zalo = await startZaloStandIn({
      now: () => clock.now().getTime(),
      templates: { '4410': { params: ['ma_vu_viec', 'noi_dung'], byUser: true, atNight: true } },
    });
    const person = zalo.person(an);
    person.follows();
    const template = { id: '4410', referenceField: 'ma_vu_viec', textField: 'noi_dung' };
    const channel = zaloChannelOf(zalo, { template, clock });
    // The access token lives for 25 hours.
    clock.advanceBy(8 * 24 * hour);
    const late = zaloChannelOf({ ...zalo, tokens: zalo.issueTokens() }, { template, clock });

    const refused = await late.send(an, onePart(channel, 'Có kết quả rồi.'), noFiles);
    const knocked = await late.send(an, channel.knock?.({ reference: 'VM-2026-000123' }) ?? {}, noFiles);

    expect(refused).toMatchObject({ status: 'refused', because: 'windowClosed' });
    expect(knocked).toMatchObject({ status: 'accepted' });
    expect(person.received.map(({ template: sent }) => sent?.data)).toEqual([
      { ma_vu_viec: 'VM-2026-000123', noi_dung: 'Có trả lời, nhắn tin để xem' },
    ]);
  });

  test('has no knock where no template was approved', async () => {
    await using zalo = await startZaloStandIn();

    expect(zaloChannelOf(zalo).knock?.({ reference: 'VM-2026-000123' })).toBeNull();
  });
});

const nothingElse: ReadonlySet<string> = new Set();

describe('a message of which nobody knows whether it arrived', () => {
  test('is not taken for the same words that were said a moment before', async () => {
    const clock = testClock('2026-11-16T08:00+07:00');
    await using zalo = await startZaloStandIn({ now: () => clock.now().getTime() });
    zalo.person(an).follows();
    const channel = zaloChannelOf(zalo, { clock });
    const part = onePart(channel, 'Anh/chị cần hỗ trợ việc gì?');
    const earlier = await channel.send(an, part, noFiles);
    const others = new Set(earlier.status === 'accepted' ? [earlier.providerMessageId ?? ''] : []);
    clock.advanceBy(1000);
    const sentAt = clock.now();
    clock.advanceBy(25_000);

    expect(await channel.hasArrived?.(an, part, sentAt, others)).toBe(false);
  });

  test('is found in the history if it did', async () => {
    await using zalo = await startZaloStandIn();
    const person = zalo.person(an);
    person.follows();
    const channel = zaloChannelOf(zalo);
    const part = onePart(channel, 'Đã tiếp nhận.');
    const sentAt = new Date();
    zalo.failNext({ kind: 'reset', accepted: true });
    const told = await channel.send(an, part, noFiles);
    person.writes('Alo');

    const arrived = await channel.hasArrived?.(an, part, sentAt, nothingElse);

    expect(told.status).toBe('unknown');
    expect(arrived).toEqual({ providerMessageId: person.received[0]?.messageId });
  });

  test('did not if it is not there after a while; before that nobody can say', async () => {
    const clock = testClock('2026-11-16T08:00+07:00');
    await using zalo = await startZaloStandIn({ now: () => clock.now().getTime() });
    zalo.person(an).follows();
    const channel = zaloChannelOf(zalo, { clock });
    const part = onePart(channel, 'Đã tiếp nhận.');
    // The same words of an earlier day prove nothing.
    await channel.send(an, part, noFiles);
    clock.advanceBy(hour);
    const sentAt = clock.now();

    const atOnce = await channel.hasArrived?.(an, part, sentAt, nothingElse);
    clock.advanceBy(25_000);
    const later = await channel.hasArrived?.(an, part, sentAt, nothingElse);

    expect([atOnce, later]).toEqual([null, false]);
  });

  test('stays in doubt when so much was said since that the history no longer shows it', async () => {
    const clock = testClock('2026-11-16T08:00+07:00');
    await using zalo = await startZaloStandIn({ now: () => clock.now().getTime() });
    const person = zalo.person(an);
    person.follows();
    const channel = zaloChannelOf(zalo, { clock });
    const sentAt = clock.now();
    clock.advanceBy(60_000);
    for (let count = 0; count < 10; count += 1) person.writes(`Tin ${count}`);

    const arrived = await channel.hasArrived?.(an, onePart(channel, 'Đã tiếp nhận.'), sentAt, nothingElse);

    expect(arrived).toBeNull();
  });

  test('stays in doubt while the platform cannot be asked', async () => {
    await using zalo = await startZaloStandIn();
    const channel = zaloChannelOf(zalo);
    zalo.failNext({ kind: 'http', status: 502 }, { path: '/v2.0/oa/conversation' });

    expect(await channel.hasArrived?.(an, onePart(channel, 'Đã tiếp nhận.'), new Date(), nothingElse)).toBeNull();
  });
});

test('what only an administrator can mend is reported as it happens, and never with a token in it', async () => {
  await using zalo = await startZaloStandIn();
  zalo.person(an).follows();
  const troubles: unknown[] = [];
  const channel = zaloChannelOf(zalo, { onTrouble: (fault) => troubles.push(fault) });
  zalo.failNext({ kind: 'error', code: -224, message: `Upgrade the package of ${zalo.tokens.accessToken}` });

  const told = await channel.send(an, onePart(channel, 'Xin chào'), noFiles);

  expect(told).toMatchObject({ status: 'tryLater', whole: true });
  expect(troubles).toMatchObject([{ code: -224, category: 'account' }]);
  expect(JSON.stringify([told, troubles])).not.toContain(zalo.tokens.accessToken);
});

function onePart(channel: Channel, text: string): Part {
  const [part] = channel.render({ text });
  if (part === undefined) throw new Error('nothing was rendered');
  return part;
}

async function sendAll(channel: Channel, message: Parameters<Channel['render']>[0]): Promise<void> {
  for (const part of channel.render(message)) {
    expect(await channel.send(an, JSON.parse(JSON.stringify(part)), noFiles)).toMatchObject({ status: 'accepted' });
  }
}

async function sendFiles(channel: Channel, files: readonly OutgoingFile[], bytes: Uint8Array) {
  const told = [];
  for (const part of channel.render({ text: '', files })) told.push(await channel.send(an, part, async () => bytes));
  return told;
}
