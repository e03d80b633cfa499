import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { answerWithFiles } from '../../../src/channel/answer-with-files.ts';
import { act } from '../../../src/desk/act.ts';
import { addExclusion } from '../../../src/desk/cases/add-exclusion.ts';
import type { AnswerWithFiles } from '../../../src/store/jobs.ts';
import { conversations, messages } from '../../../src/store/schema/conversations.ts';
import { openACase } from '../../support/cases.ts';
import { openChat, type Person } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { linkedOfficer, officerTranscript } from '../../support/officer-chat.ts';

const transcripts = '../../transcripts/officer';
const now = '2026-11-23T09:15:00+07:00';
const control = { kind: 'apiKey', name: 'kiểm tra' } as const;

test('an officer who is kept away after the alert finds nothing any more, by reply, button, number or list', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const { lan: officer } = desk.organisation.officers;
  const lan = await linkedOfficer(desk, chat, officer);
  const { row } = await openACase(desk);
  await chat.settle();
  await lan.presses('Trả lời');
  await exclude(desk, row.reference, officer.id);
  const before = lan.seen.length;

  await lan.writes('Viết tiếp câu trả lời');
  await lan.repliesTo('*Vụ việc mới*', 'Tôi vẫn trả lời');
  for (const button of ['Nhận', 'Chuyển', 'Đã biết', 'Trả lời']) await lan.presses(button);
  await lan.writes(`/vuviec ${row.reference}`);
  await lan.writes(`/ghichu ${row.reference} ghi lại`);
  await lan.writes('/vuviec');

  const after = lan.seen.slice(before);
  expect(after.map(({ text }) => text).join('\n')).not.toContain('Container đã có lệnh giao hàng');
  await expect(officerTranscript({ ...lan, seen: after })).toMatchFileSnapshot(`${transcripts}/kept-away.txt`);
});

test.each([
  ['answers', (reference: string) => `${reference}: nội dung`],
  ['answers by command', (reference: string) => `/traloi ${reference} nội dung`],
  ['resolves', (reference: string) => `/giaiquyet ${reference}`],
  ['asks for more', (reference: string) => `/hoithem ${reference} gì đó`],
  ['notes', (reference: string) => `/ghichu ${reference} nội dung`],
  ['looks', (reference: string) => `/vuviec ${reference}`],
  ['takes', (reference: string) => `/nhan ${reference}`],
  ['passes on', (reference: string) => `/chuyen ${reference}`],
  ['picks', (reference: string) => `1 ${reference}`],
])('an officer who %s meets a report about them exactly as one that does not exist', async (_, typed) => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const { lan: officer } = desk.organisation.officers;
  const lan = await linkedOfficer(desk, chat, officer);
  await desk.database.db.update(conversations).set({ answersConfirmedAt: desk.clock.now() });
  const { row } = await openACase(desk, {
    kind: 'report',
    description: 'Công chức Nguyễn Thị Lan có thái độ không đúng mực',
    subjectIds: [officer.id],
  });
  await chat.settle();

  await lan.writes(typed(row.reference));
  const real = lan.lastWords;
  await lan.writes(typed('PA-2026-000777'));

  expect(real).toContain(row.reference);
  expect(real.replaceAll(row.reference, 'PA')).toBe(lan.lastWords.replaceAll('PA-2026-000777', 'PA'));
});

test('a report about an officer comes to neither their chat nor their lists nor their superiors’', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const { lan, tuan, hoa, leader, control: inspector } = desk.organisation.officers;
  const people: Person[] = [];
  for (const officer of [lan, tuan, hoa, leader]) people.push(await linkedOfficer(desk, chat, officer));
  const inspectorChat = await linkedOfficer(desk, chat, inspector);
  const { row } = await openACase(desk, {
    kind: 'report',
    description: 'Công chức Nguyễn Thị Lan có thái độ không đúng mực',
    subjectIds: [lan.id],
  });
  await chat.settle();

  for (const person of people) {
    await person.writes('/vuviec');
    await person.sends({ kind: 'choice', value: 'overdue:', acknowledge: null });
    await person.writes('Một câu không nói cho vụ việc nào');
    expect(officerTranscript(person)).not.toContain(row.reference);
  }
  await inspectorChat.presses('Nhận');
  await inspectorChat.presses('Xem vụ việc');

  expect(inspectorChat.lastWords).toContain('chỉ xem trên bảng điều khiển');
  expect(inspectorChat.lastWords).not.toContain('Gần đây');
});

test('an answer whose files are still on their way when the officer is kept away is never sent', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const { lan: officer } = desk.organisation.officers;
  const lan = await linkedOfficer(desk, chat, officer);
  await desk.database.db.update(conversations).set({ answersConfirmedAt: desk.clock.now() });
  const { row } = await openACase(desk);
  await chat.settle();
  await lan.repliesWith('*Vụ việc mới*', {
    kind: 'files',
    caption: 'Kèm biểu mẫu',
    files: [{ ref: 'f-1', name: 'a.pdf', mediaType: null, size: null }],
  });
  await exclude(desk, row.reference, officer.id);

  const filesDirectory = await mkdtemp(join(tmpdir(), 'kept-away-'));
  const job = desk.sentJobs.find(({ name }) => name === 'answer-with-files');
  await answerWithFiles({ desk, channels: [chat.channel], filesDirectory }, job?.data as AnswerWithFiles);
  await chat.settle();
  await rm(filesDirectory, { recursive: true });

  expect(lan.lastWords).toBe(`Không tìm thấy vụ việc ${row.reference}.`);
  const answers = await desk.database.db.select().from(messages).where(eq(messages.author, 'officer'));
  expect(answers).toEqual([]);
});

test('a manager sees and lists what is below, and nothing of another unit', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const { hoa, dung } = desk.organisation.officers;
  const ofPort3 = await linkedOfficer(desk, chat, hoa);
  const ofPort1 = await linkedOfficer(desk, chat, dung);
  const { row } = await openACase(desk);
  desk.clock.advanceMinutes(300);

  for (const manager of [ofPort3, ofPort1]) {
    await manager.writes('/vuviec');
    await manager.presses('Quá hạn trong đơn vị');
  }
  await ofPort1.writes(`/vuviec ${row.reference}`);

  expect(ofPort3.lastWords).toContain(row.reference);
  expect(ofPort1.seen.map(({ text }) => text)).toContain('Không có vụ việc nào quá hạn trong phạm vi của anh/chị.');
  expect(ofPort1.lastWords).toBe(`Không tìm thấy vụ việc ${row.reference}.`);
});

async function exclude(desk: TestDesk, reference: string, officerId: number): Promise<void> {
  await act(desk, control, (current) =>
    addExclusion(current, { reference, officerId, because: 'Kiểm tra nội bộ xác định' }),
  );
}
