import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { answerWithFiles } from '../../../src/channel/answer-with-files.ts';
import { act } from '../../../src/desk/act.ts';
import { enterpriseWrites } from '../../../src/desk/cases/enterprise-writes.ts';
import { reply } from '../../../src/desk/cases/reply.ts';
import type { AnswerWithFiles } from '../../../src/store/jobs.ts';
import { insertMessage } from '../../../src/store/messages.ts';
import { caseEvents, cases } from '../../../src/store/schema/cases.ts';
import { messages } from '../../../src/store/schema/conversations.ts';
import { type ChatRig, openChat, type Person } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { linkedOfficer, officerTranscript } from '../../support/officer-chat.ts';

const transcripts = '../../transcripts/officer';
const now = '2026-11-23T09:15:00+07:00';

test('the first answer is shown as the enterprise will read it, and goes out at a word; from then on at once', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const mai = await raisesAnIssue(chat);

  await lan.repliesTo('*Vụ việc mới*', 'Anh/chị gửi giúp số container.');
  await lan.presses('Luôn gửi ngay');
  desk.clock.advanceMinutes(5);
  await lan.repliesTo('đã trả lời doanh nghiệp', 'Và ảnh chụp seal nữa ạ.');
  await lan.writes('/giaiquyet VM-2026-000001: Hàng đã qua khu vực giám sát.');

  await expect(officerTranscript(lan)).toMatchFileSnapshot(`${transcripts}/answers-by-replying.txt`);
  const read = mai.seen.filter(({ from }) => from === 'bot').map(({ text }) => text);
  expect(read.filter((text) => text.startsWith('*Trả lời'))).toHaveLength(3);
  expect(read.join()).toContain('– Công chức giám sát, Hải quan cửa khẩu cảng Hải Phòng khu vực 3');
  expect(read.join()).not.toContain('Nguyễn Thị Lan\n');
  expect(await stateOf(desk)).toBe('resolved');
});

test('what is shown before the first answer is word for word what the enterprise reads', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const mai = await raisesAnIssue(chat);

  await lan.repliesTo('*Vụ việc mới*', 'Anh/chị gửi giúp số container.');
  const shown = lan.lastWords;
  await lan.presses('Gửi');

  const [, preview] = shown.split('———\n');
  expect(preview?.trim()).toBe(mai.lastWords);
});

test('“Gửi” sends once and asks again the next time; “Không gửi” sends nothing', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const mai = await raisesAnIssue(chat);

  await lan.repliesTo('*Vụ việc mới*', 'Câu thứ nhất');
  await lan.presses('Gửi');
  await lan.repliesTo('*Vụ việc mới*', 'Câu thứ hai');
  await lan.presses('Không gửi');
  await lan.presses('Không gửi');

  const read = mai.seen.map(({ text }) => text).join('\n');
  expect(read).toContain('Câu thứ nhất');
  expect(read).not.toContain('Câu thứ hai');
  expect(lan.lastWords).toBe('Không có câu trả lời nào đang chờ gửi.');
});

test('other words replace the answer that waits, and another matter drops it and says so', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const mai = await raisesAnIssue(chat);

  await lan.repliesTo('*Vụ việc mới*', 'Có lỗi chíh tả');
  await lan.writes('Không còn lỗi chính tả');
  await lan.presses('Gửi');
  await lan.repliesTo('*Vụ việc mới*', 'Câu bị bỏ');
  await lan.writes('/vuviec');

  const read = mai.seen.map(({ text }) => text).join('\n');
  expect(read).toContain('Không còn lỗi chính tả');
  expect(read).not.toContain('chíh');
  expect(lan.seen.map(({ text }) => text)).toContain('*VM-2026-000001* – câu trả lời đang chờ chưa được gửi và đã bỏ.');
});

test('an answer to a case that moved on is held until the officer has seen what happened', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const { lan: officer, tuan } = desk.organisation.officers;
  const lan = await linkedOfficer(desk, chat, officer);
  const mai = await raisesAnIssue(chat);
  await confirmed(lan);
  desk.clock.advanceMinutes(10);
  await act(desk, { kind: 'officer', officerId: tuan.id }, (a) =>
    reply(a, { reference: 'VM-2026-000001', text: 'Đội trưởng đã trả lời.', next: 'nothing' }),
  );
  desk.clock.advanceMinutes(5);

  await lan.repliesTo('*Vụ việc mới*', 'Trả lời muộn');
  const before = mai.seen.map(({ text }) => text).join('\n');
  await lan.presses('Vẫn gửi');

  expect(before).not.toContain('Trả lời muộn');
  expect(mai.lastWords).toContain('Trả lời muộn');
  await expect(officerTranscript(lan)).toMatchFileSnapshot(`${transcripts}/answers-late.txt`);
});

test('what the enterprise added counts as seen once the chat was told of it, and as news before', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const mai = await raisesAnIssue(chat);
  await confirmed(lan);
  desk.clock.advanceMinutes(1);
  await mai.writes('Xin bổ sung vận đơn');
  await mai.presses('VM-2026-000001');
  desk.clock.advanceMinutes(1);

  await lan.repliesTo('*Vụ việc mới*', 'Đã nhận vận đơn');
  const told = lan.lastWords;
  // The enterprise adds something of which the officer is not told in this chat yet.
  desk.clock.advanceMinutes(1);
  await addsUnseen(desk, 'Chúng tôi gửi nhầm tệp');
  desk.clock.advanceMinutes(1);
  await lan.repliesTo('*Vụ việc mới*', 'Xong');

  expect(told).toContain('đã trả lời doanh nghiệp');
  expect(lan.lastWords).toContain('doanh nghiệp nhắn thêm: “Chúng tôi gửi nhầm tệp”');
});

test('an answer to a case that is over is refused in words, and nothing of it is left behind', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const mai = await raisesAnIssue(chat);
  await confirmed(lan);
  await lan.writes('/giaiquyet VM-2026-000001: Xong');
  await mai.presses('Đã giải quyết');
  const before = await countOf(desk);

  await lan.writes('VM-2026-000001: Thêm một câu');
  if (lan.lastWords.includes('chưa gửi')) await lan.presses('Vẫn gửi');

  expect(lan.lastWords).toContain('Vụ việc đã đóng');
  expect(await countOf(desk)).toEqual(before);
});

test('words that name no case are for the case that the officer picks, and nothing goes out before', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const mai = await raisesAnIssue(chat);
  await confirmed(lan);
  const before = mai.seen.length;

  await lan.writes('Anh/chị chờ kết quả soi chiếu.');
  const meanwhile = mai.seen.length;
  await lan.presses('VM-2026-000001');

  expect(meanwhile).toBe(before);
  expect(mai.lastWords).toContain('Anh/chị chờ kết quả soi chiếu.');
});

test('a note stays inside', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const mai = await raisesAnIssue(chat);
  const before = mai.seen.length;

  await lan.repliesTo('*Vụ việc mới*', '/ghichu Đã gọi cảng Nam Đình Vũ');
  await lan.writes('/vuviec VM-2026-000001');

  expect(mai.seen).toHaveLength(before);
  expect(lan.lastWords).toContain('Ghi chú của Nguyễn Thị Lan: Đã gọi cảng Nam Đình Vũ');
});

test('files go along once they are copied, whole or not at all, and a job done twice sends nothing twice', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const mai = await raisesAnIssue(chat);
  await confirmed(lan);
  const filesDirectory = await mkdtemp(join(tmpdir(), 'officer-files-'));
  const parts = { desk, channels: [chat.channel], filesDirectory };

  await lan.repliesWith('*Vụ việc mới*', {
    kind: 'files',
    caption: 'Biểu mẫu anh/chị cần',
    files: [{ ref: 'f-1', name: 'bieu-mau.pdf', mediaType: 'application/pdf', size: 1000 }],
  });
  const waiting = { officer: lan.lastWords, enterprise: mai.seen.map(({ text }) => text).join('\n') };
  await answerWithFiles(parts, theJob(desk));
  await answerWithFiles(parts, theJob(desk));
  await chat.settle();

  expect(waiting.officer).toContain('đang tải 1 tệp');
  expect(waiting.enterprise).not.toContain('Biểu mẫu');
  expect(mai.seen.slice(-2).map(({ text }) => text)).toEqual([
    expect.stringContaining('Biểu mẫu anh/chị cần'),
    '[bieu-mau.pdf]',
  ]);
  expect(lan.lastWords).toContain('đã trả lời doanh nghiệp, kèm 1 tệp');
  expect(lan.seen.filter(({ text }) => text.includes('kèm 1 tệp'))).toHaveLength(1);
  await rm(filesDirectory, { recursive: true });
});

test('a file that cannot be had keeps the whole answer back, and the officer is told', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const lan = await linkedOfficer(desk, chat, desk.organisation.officers.lan);
  const mai = await raisesAnIssue(chat);
  await confirmed(lan);
  const before = mai.seen.length;
  const channel = { ...chat.channel, fetchFile: async () => ({ status: 'gone' as const, detail: 'too old' }) };

  await lan.repliesWith('*Vụ việc mới*', {
    kind: 'files',
    caption: '',
    files: [{ ref: 'f-1', name: 'bieu-mau.pdf', mediaType: null, size: null }],
  });
  await answerWithFiles({ desk, channels: [channel], filesDirectory: tmpdir() }, theJob(desk));
  await chat.settle();

  expect(mai.seen).toHaveLength(before);
  expect(lan.lastWords).toContain('*chưa gửi*: tệp “bieu-mau.pdf” không tải được');
});

async function raisesAnIssue(chat: ChatRig): Promise<Person> {
  const mai = chat.person('84900031');
  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.writes('Tờ khai 107705060720 ở hải quan 03TG: container có lệnh giao hàng nhưng chưa qua khu vực giám sát');
  await mai.presses('Gửi');
  return mai;
}

/** The officer has answered before and need not be asked any more. */
async function confirmed(officer: Person): Promise<void> {
  await officer.repliesTo('*Vụ việc mới*', 'Chúng tôi đang kiểm tra.');
  await officer.presses('Luôn gửi ngay');
}

async function addsUnseen(desk: TestDesk, text: string): Promise<void> {
  const [row] = await desk.database.db.select().from(cases);
  const conversationId = row?.conversationId ?? 0;
  await act(desk, { kind: 'contact', conversationId }, async (current) => {
    const messageId = await insertMessage(current.tx, { conversationId, author: 'person', text, at: current.at });
    await enterpriseWrites(current, { reference: 'VM-2026-000001', messageId, text });
  });
}

function theJob(desk: TestDesk): AnswerWithFiles {
  const job = desk.sentJobs.find(({ name }) => name === 'answer-with-files');
  if (job === undefined) throw new Error('No answer waits for its files');
  return job.data as AnswerWithFiles;
}

async function stateOf(desk: TestDesk): Promise<string | undefined> {
  return (await desk.database.db.select().from(cases))[0]?.state;
}

async function countOf(desk: TestDesk): Promise<{ events: number; answers: number }> {
  const { db } = desk.database;
  return {
    events: (await db.select().from(caseEvents)).length,
    answers: (await db.select().from(messages).where(eq(messages.author, 'officer'))).length,
  };
}
