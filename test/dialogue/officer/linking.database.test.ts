import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { endPost } from '../../../src/desk/organisation/end-post.ts';
import { createLinkCode } from '../../../src/desk/organisation/link-chat.ts';
import { conversations, outbox } from '../../../src/store/schema/conversations.ts';
import { ledger } from '../../../src/store/schema/ledger.ts';
import { officerChats, officers } from '../../../src/store/schema/organisation.ts';
import { openACase } from '../../support/cases.ts';
import { openChat } from '../../support/chat.ts';
import { openDesk } from '../../support/desk.ts';
import { codeFor, linkedOfficer, officerTranscript } from '../../support/officer-chat.ts';

const transcripts = '../../transcripts/officer';

test('an officer links a chat with the code from the console, and gives it up again', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const lan = chat.person('7700', { name: 'Lan' });

  const code = await codeFor(desk, desk.organisation.officers.lan);
  await lan.writes(`  /liênkết ${code.slice(0, 5).toLowerCase()} ${code.slice(5)} `);
  const linked = lan.lastWords;
  await lan.writes('/trogiup');
  await lan.writes('/huylienket');
  await lan.writes('/vuviec');

  expect(linked).toContain('Đã liên kết cuộc trò chuyện này với tài khoản của Nguyễn Thị Lan');
  await expect(officerTranscript(lan).replace(/liênkết .*/u, 'liênkết (mã)')).toMatchFileSnapshot(
    `${transcripts}/links-and-unlinks.txt`,
  );
  expect(await entries(desk)).toEqual(['linkCodeCreated', 'chatLinked', 'chatUnlinked']);
});

test.each([
  ['telegram', (code: string) => `/start lk_${code}`],
  ['zalo', (code: string) => code],
  ['zaloBot', (code: string) => `${code.slice(0, 5).toLowerCase()} ${code.slice(5).toLowerCase()}`],
  ['zaloBot', (code: string) => `/lienket ${code}`],
] as const)('on %s the code is understood as people send it there', async (channel, typed) => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk, channel);
  const lan = chat.person('7700', { name: 'Lan' });

  await lan.writes(typed(await codeFor(desk, desk.organisation.officers.lan)));

  expect(lan.lastWords).toContain('Đã liên kết');
});

test('a wrong, a used and an expired code are told in the same words', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const { lan: officer } = desk.organisation.officers;
  const used = await codeFor(desk, officer);
  const expired = await codeFor(desk, officer);
  await chat.person('7701').writes(`/lienket ${used}`);
  desk.clock.advanceMinutes(15);
  const lan = chat.person('7700');

  await lan.writes('/lienket ABCDEFGH23');
  const wrong = lan.lastWords;
  await lan.writes(`/lienket ${used}`);
  const usedUp = lan.lastWords;
  await lan.writes(`/lienket ${expired}`);

  expect(wrong).toContain('không đúng, đã dùng hoặc đã hết hạn');
  expect(usedUp).toBe(wrong);
  expect(lan.lastWords).toBe(wrong);
});

test('after five wrong codes even the right one is not looked at for fifteen minutes', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const lan = chat.person('7700', { name: 'Lan' });
  for (let count = 0; count < 5; count += 1) await lan.writes(`/lienket ABCDEFGH2${count + 2}`);
  desk.clock.advanceMinutes(10);
  const code = await codeFor(desk, desk.organisation.officers.lan);

  await lan.writes(`/lienket ${code}`);
  desk.clock.advanceMinutes(5);
  await lan.writes(`/lienket ${code}`);

  await expect(officerTranscript(lan).replaceAll(/ABCDEFGH2\d/g, 'SAI')).toMatchFileSnapshot(
    `${transcripts}/too-many-wrong-codes.txt`,
  );
  expect(lan.lastWords).toContain('Đã liên kết');
});

test('a chat that speaks for an enterprise is never an officer’s, and the code stays good for another chat', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const mai = chat.person('84900031');
  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.writes('Tờ khai 107705060720 ở hải quan 03TG bị yêu cầu nộp lại C/O dù đã có bản điện tử');
  await mai.presses('Gửi');
  const code = await codeFor(desk, desk.organisation.officers.lan);

  await mai.writes(`/lienket ${code}`);
  const refused = mai.lastWords;
  await chat.person('7700').writes(`/lienket ${code}`);

  expect(refused).toContain('đang dùng để trao đổi thay mặt doanh nghiệp');
  expect(chat.person('7700').lastWords).toContain('Đã liên kết');
});

test('ten letters in the middle of a matter are no code', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const mai = chat.person('84900031');
  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.presses('Gửi vướng mắc');

  await mai.writes('HPHUT23456');

  expect(mai.lastWords).not.toContain('Mã liên kết');
});

test('a chat belongs to one officer: linked anew it moves, and what was on its way to the first is not read by the second', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const { lan, minh } = desk.organisation.officers;
  const shared = await linkedOfficer(desk, chat, lan, '7700');
  await desk.database.db.update(conversations).set({ answersConfirmedAt: desk.clock.now() });
  await openACase(desk, { description: 'Chỉ dành cho chị Lan' });

  const code = await codeFor(desk, minh);
  await shared.writes(`/lienket ${code}`);

  expect(shared.seen.map(({ text }) => text).join('\n')).not.toContain('Chỉ dành cho chị Lan');
  expect(shared.lastWords).toContain('Lê Quang Minh');
  const [linked] = await desk.database.db.select().from(officerChats);
  expect(linked).toMatchObject({ officerId: minh.id, unlinkedAt: null });
  const [conversation] = await desk.database.db.select().from(conversations).where(eq(conversations.address, '7700'));
  expect(conversation).toMatchObject({ officerId: minh.id, answersConfirmedAt: null });
  expect(await desk.database.db.select().from(outbox).where(eq(outbox.problem, 'chatUnlinked'))).toHaveLength(1);
});

test('an officer who left is told nothing more and answered politely', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const { lan: officer, administrator } = desk.organisation.officers;
  const lan = await linkedOfficer(desk, chat, officer);
  const { row } = await openACase(desk, { description: 'Trước khi nghỉ' });
  await chat.settle();
  await act(desk, { kind: 'officer', officerId: administrator.id }, (current) =>
    endPost(current, { officerId: officer.id, validTo: '2026-11-23', cases: { to: 'queue' } }),
  );
  await openACase(desk, { description: 'Sau khi nghỉ' });
  await chat.settle();

  await lan.repliesTo('Trước khi nghỉ', 'Tôi trả lời thay');
  const told = lan.lastWords;
  await lan.writes(`/vuviec ${row.reference}`);

  const said = lan.seen.map(({ text }) => text).join('\n');
  expect(said).not.toContain('Sau khi nghỉ');
  expect(told).toContain('không còn liên kết với tài khoản công chức nào');
  expect(lan.lastWords).not.toContain('Trước khi nghỉ');
});

test('a chat whose officer is no officer any more serves for nothing, however the office came to say so', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const { lan: officer } = desk.organisation.officers;
  const lan = await linkedOfficer(desk, chat, officer);
  const { row } = await openACase(desk, { description: 'Chỉ dành cho công chức' });
  await desk.database.db.update(officers).set({ active: false }).where(eq(officers.id, officer.id));

  await lan.writes(`/vuviec ${row.reference}`);

  expect(lan.lastWords).toContain('không còn liên kết với tài khoản công chức nào');
});

test('an enterprise that writes to the officers’ bot is shown the way, whatever it writes', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk, 'zaloBot');
  const mai = chat.person('84900031');

  await mai.writes('Container của chúng tôi bị giữ ở cảng');
  await mai.sendsFile('anh.jpg');

  expect(mai.seen.filter(({ from }) => from === 'bot')).toHaveLength(2);
  expect(mai.lastWords).toContain('chỉ dành cho công chức');
});

async function entries(desk: Awaited<ReturnType<typeof openDesk>>): Promise<string[]> {
  const rows = await desk.database.db.select().from(ledger).where(eq(ledger.stream, 'access'));
  return rows.map(({ type }) => type).filter((type) => /link/iu.test(type));
}

test('every code that is given out has a letter and a digit, so that no word is taken for one', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const { lan } = desk.organisation.officers;

  const codes = await act(desk, { kind: 'officer', officerId: lan.id }, async (current) => {
    const given: string[] = [];
    for (let count = 0; count < 50; count += 1) given.push((await createLinkCode(current)).code);
    return given;
  });

  for (const code of codes) expect(code).toMatch(/^(?=.*\d)(?=.*[A-Z])[A-HJKMNP-Z2-9]{10}$/);
});
