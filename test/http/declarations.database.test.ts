import { expect, test } from 'vitest';
import { openDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

const now = '2026-11-23T09:15:00+07:00';
const path = '/api/v1/declarations';
const row = {
  number: '104722599000',
  taxCode: '0201975599',
  officeCode: '03TG',
  typeCode: 'A11',
  channel: 'yellow',
  registeredAt: '2026-11-23T08:00:00+07:00',
};
const checked = { step: 'documentCheck', at: '2026-11-23T08:40:00+07:00', officerEmail: 'Lan@haiquan.vidu.vn' };
const cleared = { step: 'cleared', at: '2026-11-23T09:00:00+07:00', team: 'Đội Thông\u0000 quan' };

test('declarations are told in any order, and each answer says what came of its row', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);

  const first = await web.program.post(path, { items: [{ ...row, steps: [cleared] }] });
  const later = await web.program.post(path, {
    items: [
      { ...row, number: '104722599001', steps: [checked] },
      { ...row, steps: [cleared] },
      { ...row, number: '304722620711', state: 'registered' },
    ],
  });

  expect(first.body).toEqual({ items: [{ number: '104722599000', result: 'added', because: null }] });
  expect(later.body.items).toMatchObject([{ result: 'changed' }, { result: 'unchanged' }, { result: 'added' }]);
  const [known] = await desk.database.sql`select number, state, steps from declarations order by id`;
  expect(known).toMatchObject({
    number: '104722599001',
    state: 'cleared',
    steps: [
      { step: 'documentCheck', officerEmail: 'lan@haiquan.vidu.vn' },
      { step: 'cleared', team: 'Đội Thông quan' },
    ],
  });
  const changes = await desk.database.sql`select "from", "to" from declaration_changes order by id`;
  expect(changes).toEqual([
    { from: null, to: 'cleared' },
    { from: null, to: 'registered' },
  ]);
});

test('a row that cannot be taken says why and keeps no other from being taken', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);

  const { status, body } = await web.program.post(path, {
    items: [
      { ...row, number: '034089001234' },
      { ...row, taxCode: '12345' },
      { ...row, officeCode: '01AB' },
      { ...row, registeredAt: '2036-11-23T08:00:00+07:00' },
      row,
      { ...row, taxCode: '0100109106' },
    ],
  });

  expect(status).toBe(200);
  expect(
    (body.items as { result: string; because: string | null }[]).map(({ result, because }) => because ?? result),
  ).toEqual([
    'Số tờ khai gồm 12 chữ số, bắt đầu bằng 1, 3 hoặc 5.',
    'Mã số thuế gồm 10, 12 hoặc 13 chữ số.',
    'Mã hải quan không có trong danh mục đơn vị đang dùng.',
    'Thời gian này ở tương lai. Đề nghị xem lại ngày, tháng, năm.',
    'added',
    'Tờ khai này đã được ghi cho một mã số thuế khác. Đề nghị đối chiếu lại.',
  ]);
});

test('the same request again is answered the same and has no effect', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const key = { 'idempotency-key': 'dot-1' };

  const first = await web.program.post(path, { items: [row] }, key);
  const again = await web.program.post(path, { items: [row] }, key);

  expect(again.body).toEqual(first.body);
  expect(await desk.database.sql`select type, detail from ledger where stream = 'registry'`).toEqual([
    { type: 'declarationsTold', detail: { told: 1, added: 1, changed: 0 } },
  ]);
});

test('only a program with a key and administrators tell of declarations', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const { lan, administrator } = desk.organisation.officers;
  const statusOf = async (who: typeof lan) => (await (await web.signIn(who)).post(path, { items: [row] })).status;

  expect(await statusOf(lan)).toBe(403);
  expect(await statusOf(administrator)).toBe(200);
  expect((await web.stranger.post(path, { items: [row] })).status).toBe(401);
});

test('more than a thousand rows, or words that mean nothing, are refused as a whole', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);

  const many = await web.program.post(path, { items: Array.from({ length: 1001 }, () => row) });
  const odd = await web.program.post(path, { items: [row, { ...row, channel: 'tím' }] });

  expect([many.status, odd.status]).toEqual([400, 400]);
  expect(odd.body.errors).toMatchObject([{ path: 'items.1.channel' }]);
  expect(await desk.database.sql`select id from declarations`).toEqual([]);
});
