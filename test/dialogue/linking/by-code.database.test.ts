import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { revokeEnterpriseCode } from '../../../src/desk/enterprises/revoke-code.ts';
import { told } from '../../support/administration.ts';
import { openChat } from '../../support/chat.ts';
import { openDesk } from '../../support/desk.ts';
import { anEnterprise, letterCode, linkingTranscript } from '../../support/linking.ts';

const now = '2026-11-23T09:15:00+07:00';
const transcripts = '../../transcripts/linking';

test('on Telegram the code of a letter works through its deep link, after the person has agreed', async () => {
  await using desk = await openDesk({ now });
  const code = await letterCode(desk, await anEnterprise(desk));
  const mai = openChat(desk).person('84900101');

  await mai.writes(`/start dn_${code.replaceAll('-', '').slice(2)}`);
  await mai.presses('Đồng ý');
  await mai.writes('/doanhnghiep');

  await expect(linkingTranscript(mai)).toMatchFileSnapshot(`${transcripts}/code-telegram.txt`);
});

test('on Zalo the code is typed, in small letters and with blanks', async () => {
  await using desk = await openDesk({ now });
  const code = await letterCode(desk, await anEnterprise(desk));
  const mai = openChat(desk, 'zalo').person('84900102');

  await mai.writes('xin chào');
  await mai.presses('Đồng ý');
  await mai.writes('/lienket');
  await mai.writes(code.toLowerCase().replaceAll('-', ' '));

  await expect(linkingTranscript(mai)).toMatchFileSnapshot(`${transcripts}/code-zalo.txt`);
});

test('on the web chat the link of the letter says the code as the first message, with what came before held', async () => {
  await using desk = await openDesk({ now });
  const code = await letterCode(desk, await anEnterprise(desk));
  const mai = openChat(desk, 'webchat').person('84900103');

  await mai.writes('Tờ khai 107705060720 luồng vàng nộp hồ sơ từ sáng chưa ai duyệt');
  await mai.writes(code);
  await mai.presses('Đồng ý');
  await mai.presses('Gửi');

  await expect(linkingTranscript(mai)).toMatchFileSnapshot(`${transcripts}/code-webchat.txt`);
});

test('a code that is wrong, used, expired or revoked is answered in the same words', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const chat = openChat(desk);
  const [used, expired, revoked] = [
    await letterCode(desk, enterprise),
    await letterCode(desk, enterprise, { validDays: 1 }),
    await letterCode(desk, enterprise),
  ];
  const colleague = chat.person('84900104');
  await colleague.writes('/start');
  await colleague.presses('Đồng ý');
  await colleague.writes(used);
  const program = { kind: 'apiKey' as const, name: 'bootstrap' };
  await act(desk, program, (current) => revokeEnterpriseCode(current, { codeId: 3 }));
  desk.clock.advanceMinutes(24 * 60);
  const stranger = chat.person('84900105', { name: 'Người lạ' });
  await stranger.writes('/start');
  await stranger.presses('Đồng ý');

  await stranger.writes('DN-ABCD-EF23-4567');
  await stranger.writes(used);
  await stranger.writes(expired);
  await stranger.writes(revoked);
  await stranger.writes('/doanhnghiep');

  const answers = stranger.seen.filter(({ from }) => from === 'bot').map(({ text }) => text);
  expect(new Set(answers.slice(-5, -1)).size).toBe(1);
  await expect(linkingTranscript(stranger)).toMatchFileSnapshot(`${transcripts}/bad-codes.txt`);
});

test('after ten wrong codes the eleventh is told to wait, right or wrong, and an hour later a right one works', async () => {
  await using desk = await openDesk({ now });
  const code = await letterCode(desk, await anEnterprise(desk));
  const person = openChat(desk).person('84900106');
  await person.writes('/start');
  await person.presses('Đồng ý');
  for (let time = 1; time <= 10; time += 1) await person.writes('DN-ABCD-EF23-4567');

  await person.writes(code);
  desk.clock.advanceMinutes(60);
  await person.writes(code);

  await expect(linkingTranscript(person)).toMatchFileSnapshot(`${transcripts}/eleventh-attempt.txt`);
  const refusals = (await told(desk, 'registry')).filter(({ type }) => type === 'codeRefused');
  expect(refusals.map(({ detail }) => detail.isLast)).toEqual([...Array(9).fill(false), true]);
});

test('an English-speaking person is told the same in English', async () => {
  await using desk = await openDesk({ now });
  const code = await letterCode(desk, await anEnterprise(desk), { role: 'owner' });
  const park = openChat(desk).person('84900109', { name: 'Park Ji Hoon', language: 'en' });
  await park.writes('hello');
  await park.presses('I agree');

  await park.writes('/link');
  await park.writes('DN-ABCD-EF23-4567');
  await park.writes(code);
  await park.writes('/enterprise');
  await park.writes('/quit');
  await park.presses('Stop speaking for it');

  await expect(linkingTranscript(park)).toMatchFileSnapshot(`${transcripts}/in-english.txt`);
});

test('an officer’s own chat does not use up the code of an enterprise', async () => {
  await using desk = await openDesk({ now });
  const code = await letterCode(desk, await anEnterprise(desk));
  const chat = openChat(desk);
  const lan = chat.person('84900107', { name: 'Lan' });
  await lan.writes('/start');
  await desk.database.sql`update conversations set officer_id = ${desk.organisation.officers.lan.id}`;

  await lan.writes(code);
  const said = lan.lastWords;
  const mai = chat.person('84900108');
  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.writes(code);

  expect(said).toContain('Mã chưa bị dùng');
  expect(mai.lastWords).toContain('Đã xác minh');
});
