import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { ladderPass } from '../../../src/desk/cases/ladder-timer.ts';
import { reply } from '../../../src/desk/cases/reply.ts';
import { takeCase } from '../../../src/desk/cases/take-case.ts';
import { caseEvents, cases } from '../../../src/store/schema/cases.ts';
import { officers } from '../../../src/store/schema/organisation.ts';
import { openACase } from '../../support/cases.ts';
import { openChat } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { linkedOfficer, officerTranscript } from '../../support/officer-chat.ts';

const transcripts = '../../transcripts/officer';

test('an officer takes a new case from the chat, looks at it and lists what is open', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const { row } = await openACase(desk);
  await chat.settle();

  await lan.presses('Nhận');
  await lan.presses('Xem vụ việc');
  await lan.writes('/vuviec');
  await lan.presses('Nhận');

  await expect(officerTranscript(lan)).toMatchFileSnapshot(`${transcripts}/takes-a-case.txt`);
  expect(await typesOf(desk, row.id)).toContain('taken');
});

test('an officer passes a case to a colleague with the reason, and the colleague hears of it', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const nga = await colleague(desk, 'Vũ Thị Nga');
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const ngaChat = await linkedOfficer(desk, chat, { ...desk.organisation.officers.lan, id: nga, name: 'Vũ Thị Nga' });
  const { row } = await openACase(desk);
  await chat.settle();

  await lan.presses('Chuyển');
  await lan.presses('Vũ Thị Nga');
  await lan.writes('Tôi đi học cả ngày');

  await expect(officerTranscript(lan)).toMatchFileSnapshot(`${transcripts}/passes-a-case-on.txt`);
  expect(await assigneeOf(desk, row.id)).toBe(nga);
  expect(ngaChat.lastWords).toContain(`*Vụ việc mới* ${row.reference}`);
});

test('an officer passes a case up; leaving the question leaves the case where it is', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const { lan: officer, tuan } = desk.organisation.officers;
  const lan = await linkedOfficer(desk, chat, officer);
  const { row } = await openACase(desk);
  await chat.settle();

  await lan.presses('Chuyển');
  await lan.presses('Chuyển cấp trên');
  await lan.writes('hủy');
  const afterLeaving = await assigneeOf(desk, row.id);
  await lan.writes(`/chuyen ${row.reference}`);
  await lan.presses('Chuyển cấp trên');
  await lan.writes('Cần ý kiến phòng nghiệp vụ');

  expect(afterLeaving).toBe(officer.id);
  expect(await assigneeOf(desk, row.id)).toBe(tuan.id);
  await expect(officerTranscript(lan)).toMatchFileSnapshot(`${transcripts}/passes-a-case-up.txt`);
});

test('a manager told of a broken promise says so, takes the case in the chat, and nothing climbs further', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const { tuan } = desk.organisation.officers;
  const manager = await linkedOfficer(desk, chat, tuan);
  const { row } = await openACase(desk);
  desk.clock.advanceMinutes(121);
  while ((await ladderPass(desk)) === 'more');
  await chat.settle();

  await manager.presses('Đã biết');
  await manager.presses('Đã biết');
  await manager.presses('Nhận');
  desk.clock.advanceMinutes(31);
  while ((await ladderPass(desk)) === 'more');
  await chat.settle();

  await expect(officerTranscript(manager)).toMatchFileSnapshot(`${transcripts}/manager-takes-a-broken-promise.txt`);
  expect(await assigneeOf(desk, row.id)).toBe(tuan.id);
  expect(await typesOf(desk, row.id)).toContain('alertAcknowledged');
});

test('taking a case that was raised is knowing of it: nothing climbs for want of a word', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const { tuan } = desk.organisation.officers;
  const manager = await linkedOfficer(desk, chat, tuan);
  const { row } = await openACase(desk);
  desk.clock.advanceMinutes(121);
  while ((await ladderPass(desk)) === 'more');
  await chat.settle();

  await manager.presses('Nhận');

  expect((await typesOf(desk, row.id)).filter((type) => type === 'alertAcknowledged')).toHaveLength(1);
});

test('a case that a colleague took meanwhile is taken back only at a second word', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const { lan: officer, tuan } = desk.organisation.officers;
  const lan = await linkedOfficer(desk, chat, officer);
  const { row } = await openACase(desk);
  await chat.settle();
  desk.clock.advanceMinutes(5);
  await act(desk, { kind: 'officer', officerId: tuan.id }, (a) => takeCase(a, { reference: row.reference }));
  desk.clock.advanceMinutes(5);

  await lan.presses('Nhận');
  const told = lan.lastWords;
  const before = await assigneeOf(desk, row.id);
  await lan.presses('Vẫn nhận');

  expect(told).toContain('hiện do Đội trưởng Đội Thủ tục Trần Anh Tuấn xử lý');
  expect(before).toBe(tuan.id);
  expect(await assigneeOf(desk, row.id)).toBe(officer.id);
});

test('a button about a case that is over says so and changes nothing', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const { lan: officer, tuan } = desk.organisation.officers;
  const lan = await linkedOfficer(desk, chat, officer);
  const { row } = await openACase(desk);
  await chat.settle();
  await act(desk, { kind: 'officer', officerId: tuan.id }, (a) =>
    reply(a, { reference: row.reference, text: 'Xong', next: 'resolve' }),
  );
  await desk.database.db.update(cases).set({ state: 'closed' }).where(eq(cases.id, row.id));
  const before = await typesOf(desk, row.id);

  await lan.presses('Chuyển');
  await lan.presses('Chuyển cấp trên');
  await lan.writes('Lý do');

  expect(lan.lastWords).toContain(row.reference);
  expect(await typesOf(desk, row.id)).toEqual(before);
});

test('an alert of somebody else is not there, whatever number is pressed', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const { lan: officer, minh } = desk.organisation.officers;
  await linkedOfficer(desk, chat, officer);
  const stranger = await linkedOfficer(desk, chat, minh);
  const { row } = await openACase(desk);
  await chat.settle();

  for (const value of [
    'ack:1',
    `take:${row.reference}`,
    `pass-up:${row.reference}`,
    `case:${row.reference}`,
    'ack:999999',
  ])
    await stranger.sends({ kind: 'choice', value, acknowledge: null });

  const said = stranger.seen.filter(({ from }) => from === 'bot').map(({ text }) => text);
  expect(said.slice(1)).toEqual([
    'Không tìm thấy cảnh báo này.',
    `Không tìm thấy vụ việc ${row.reference}.`,
    `Không tìm thấy vụ việc ${row.reference}.`,
    `Không tìm thấy vụ việc ${row.reference}.`,
    'Không tìm thấy cảnh báo này.',
  ]);
  expect(await assigneeOf(desk, row.id)).toBe(officer.id);
});

test('on the bot without buttons numbers answer the newest alert, and with several the bot asks which', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk, 'zaloBot');
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const { row: first } = await openACase(desk);
  await chat.settle();
  await lan.writes('1');
  const { row: second } = await openACase(desk, { description: 'Seal bị đứt khi hạ bãi' });
  const { row: third } = await openACase(desk, { description: 'Chưa có kết quả kiểm tra chuyên ngành' });
  await chat.settle();

  await lan.writes('1');
  await lan.writes('2');
  await lan.writes(`1 ${second.reference}`);
  await lan.writes(`${second.reference}: Anh/chị gửi ảnh seal giúp`);
  await lan.writes('3');

  await expect(officerTranscript(lan)).toMatchFileSnapshot(`${transcripts}/by-numbers.txt`);
  for (const { id } of [first, second, third]) expect(await typesOf(desk, id)).toContain('taken');
});

test('a number typed while an answer waits and an alert came in between is not guessed', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk, 'zaloBot');
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const { row: first } = await openACase(desk);
  await chat.settle();
  await lan.writes(`${first.reference}: Anh/chị gửi ảnh seal giúp`);
  const { row: second } = await openACase(desk, { description: 'Seal bị đứt khi hạ bãi' });
  await chat.settle();

  await lan.writes('1');
  const asked = lan.seen.at(-1);
  const before = await typesOf(desk, first.id);
  await lan.writes('1');

  expect(asked?.buttons).toEqual([`Gửi trả lời ${first.reference}`, `Nhận ${second.reference}`]);
  expect(before).not.toContain('replied');
  expect(await typesOf(desk, first.id)).toContain('replied');
  expect(await typesOf(desk, second.id)).not.toContain('taken');
});

async function colleague(desk: TestDesk, name: string): Promise<number> {
  const { port3: unitId } = desk.organisation.units;
  const row = { name, title: 'Công chức giám sát', email: 'nga@haiquan.example', role: 'officer' as const, unitId };
  const [added] = await desk.database.db.insert(officers).values(row).returning();
  return added?.id ?? 0;
}

async function assigneeOf(desk: TestDesk, caseId: number): Promise<number | null> {
  const [row] = await desk.database.db.select().from(cases).where(eq(cases.id, caseId));
  return row?.assigneeId ?? null;
}

async function typesOf(desk: TestDesk, caseId: number): Promise<string[]> {
  const rows = await desk.database.db.select().from(caseEvents).where(eq(caseEvents.caseId, caseId));
  return rows.map(({ type }) => type);
}
