import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { reply } from '../../../src/desk/cases/reply.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { openZaloOa } from '../../support/zalo-oa.ts';
import { zaloPerson } from '../../support/zalo-person.ts';

const now = '2026-11-23T09:15:00+07:00';
const an = '8274619301845517203';

test('an enterprise raises an issue on Zalo, by buttons, numbers and words, is answered and confirms that it is solved', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const mai = zaloPerson(oa, an, 'Trần Thị Mai');

  await mai.does('(quan tâm OA)', (person) => person.follows());
  await mai.presses('Đồng ý');
  await mai.writes('số 1');
  await mai.writes(
    'tk 107705060720 nop du ctu tu 10h hom qua ma ch duyet, hang tuoi song dang nam o cang kv3, nho ad xem giup',
  );
  await mai.writes('5');
  await mai.writes('03TG');
  await mai.does('[ảnh] phiếu cân', (person) => person.sendsImage(new Uint8Array([1, 2, 3]), 'phiếu cân'));
  await mai.writes('gui');
  const reference = referenceIn(mai.lastWords);
  await replyTo(desk, reference, 'Tờ khai đã được duyệt lúc 09:35. Anh/chị kiểm tra lại trên hệ thống giúp.');
  await oa.settle();
  await mai.presses('Đã giải quyết');

  await expect(mai.transcript()).toMatchFileSnapshot('../../transcripts/zalo/raise-issue.txt');
});

test('an answer is marked as delivered and then as read, whatever order Zalo tells it in', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const { reference, person } = await raised(oa);
  await replyTo(desk, reference, 'Đã duyệt.');
  await oa.settle();
  const delivered = await stateOf(desk, 'Đã duyệt.');

  person.onZalo.seesMessages();
  await oa.settle();

  expect([delivered, await stateOf(desk, 'Đã duyệt.')]).toEqual(['delivered', 'read']);
});

test('an answer of which no word came back is settled by Zalo’s own report and shown once', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const { reference, person } = await raised(oa);
  const before = person.onZalo.received.length;
  oa.zalo.failNext({ kind: 'reset', accepted: true });

  await replyTo(desk, reference, 'Đã duyệt.');
  await oa.settle();
  await oa.settle();

  expect(['sent', 'delivered', 'read']).toContain(await stateOf(desk, 'Đã duyệt.'));
  expect(person.onZalo.received.slice(before)).toHaveLength(1);
});

test('messages that Zalo delivers twice and out of order are in the conversation once and in order', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const { person } = await raised(oa);
  oa.zalo.duplicateNext(3);
  oa.zalo.holdNext(1);

  person.onZalo.writes('Một');
  desk.clock.advanceBy(20);
  person.onZalo.writes('Hai');
  desk.clock.advanceBy(20);
  oa.zalo.release();
  person.onZalo.writes('Ba');
  await oa.settle();

  const said = await desk.database.sql`
    select text from messages where author = 'person' and text in ('Một', 'Hai', 'Ba') order by id`;
  expect(said.map(({ text }) => text)).toEqual(['Một', 'Hai', 'Ba']);
});

test('what a person sends is copied, and their name is asked for once they agreed to being known', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const person = zaloPerson(oa, an, 'Trần Thị Mai');
  await person.writes('xin chào');
  const named = async () =>
    (await desk.database.sql`select display_name from conversations where channel = 'zalo'`)[0]?.display_name;
  await oa.connection.learnNames();
  const before = await named();

  await person.presses('Đồng ý');
  await oa.connection.learnNames();

  expect([before, await named()]).toEqual([null, 'Trần Thị Mai']);
});

test('what an officer types in Zalo’s own tool stands in the thread too', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  await raised(oa);

  oa.zalo.push({
    event_name: 'oa_send_text',
    sender: { id: oa.settings.oaId, admin_id: '1164389274530091283' },
    recipient: { id: an },
    message: { msg_id: 'by-hand-1', text: 'Tôi gọi lại sau 15 phút.' },
  });
  await oa.settle();

  const rows = await desk.database.sql`select author from messages where text = 'Tôi gọi lại sau 15 phút.'`;
  expect(rows).toEqual([{ author: 'officer' }]);
});

test('a person who withdraws consent on Zalo is asked again before anything is kept', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const { person } = await raised(oa);

  await person.does('(rút lại sự đồng ý)', (each) => each.withdraws());

  const [row] = await desk.database.sql`select answer from consents order by id desc limit 1`;
  expect(row).toEqual({ answer: 'withdrawn' });
});

async function raised(oa: Parameters<typeof zaloPerson>[0]) {
  const person = zaloPerson(oa, an, 'Trần Thị Mai');
  await person.writes('xin chào');
  await person.presses('Đồng ý');
  await person.writes('tk 107705060720 nop du ctu tu 10h hom qua ma ch duyet, hang dang nam o cang kv3');
  await person.writes('Gửi');
  return { person, reference: referenceIn(person.lastWords) };
}

function referenceIn(text: string): string {
  const [reference] = /VM-\d{4}-\d{6}/.exec(text) ?? [];
  if (reference === undefined) throw new Error(`No case in “${text}”`);
  return reference;
}

async function replyTo(desk: TestDesk, reference: string, text: string): Promise<void> {
  const lan = { kind: 'officer' as const, officerId: desk.organisation.officers.lan.id };
  await act(desk, lan, (current) => reply(current, { reference, text, next: 'resolve' }));
}

async function stateOf(desk: TestDesk, words: string): Promise<string> {
  const [row] = await desk.database.sql`
    select o.state from outbox o join messages m on m.id = o.message_id
    where m.text like ${`%${words}%`} order by o.id desc limit 1`;
  return row?.state;
}
