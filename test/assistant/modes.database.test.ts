import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openAdviser } from '../../src/channel/advising.ts';
import { receivePass } from '../../src/channel/receiving.ts';
import { act } from '../../src/desk/act.ts';
import { alert } from '../../src/desk/alerts/alert.ts';
import { draftReply } from '../../src/desk/assistant/draft-reply.ts';
import { prepareCases } from '../../src/desk/assistant/prepare-cases.ts';
import { translateReply } from '../../src/desk/assistant/translate-reply.ts';
import { gistOf } from '../../src/desk/cases/gist.ts';
import { installDemonstrationTexts } from '../../src/desk/library/install-demonstration.ts';
import { openLog } from '../../src/log.ts';
import { saveConversation } from '../../src/store/conversations.ts';
import { keepArrival } from '../../src/store/inbox.ts';
import { alerts } from '../../src/store/schema/cases.ts';
import { inbox } from '../../src/store/schema/conversations.ts';
import { assistantAt, outcomesIn } from '../support/assistant.ts';
import { as } from '../support/calendars.ts';
import { openACase } from '../support/cases.ts';
import { openChat } from '../support/chat.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type ModelMode, type ModelStandIn, startModelStandIn } from '../support/model-stand-in.ts';
import { openWeb } from '../support/web.ts';

const now = '2026-11-23T09:15:00+07:00';
const log = openLog('silent');
// Between an issue and something else by our own rules.
const unsure = 'please check this matter for us';

const troubles: readonly [ModelMode, string][] = [
  ['slow', 'timedOut'],
  ['trickle', 'timedOut'],
  ['silent', 'timedOut'],
  ['malformed', 'malformed'],
  ['rateLimited', 'rateLimited'],
  ['serverFault', 'serverFault'],
  ['wrongKey', 'refused'],
  ['closes', 'unreachable'],
];

test('in whatever way the model fails, the enterprise is answered as without it and the officer works on', async () => {
  await using desk = await openDesk({ now });
  const alone = await talkWith(desk, null, 'alone');

  for (const [mode, outcome] of troubles) {
    await using model = await startModelStandIn();
    model.mode = mode;
    const before = (await outcomesIn(desk)).length;
    const talk = await talkWith(desk, model, mode);
    const outcomes = (await outcomesIn(desk)).slice(before).map((each) => each.split(' ')[1]);
    expect([mode, talk.heard]).toEqual([mode, alone.heard]);
    expect([mode, talk.draft, talk.translation]).toEqual([mode, null, null]);
    expect([mode, ...new Set(outcomes)]).toEqual([mode, outcome]);
    expect(outcomes.length).toBe(3);
  }
});

test('an answer of the model settles what the rules leave open, and its picks are quoted only where they stand', async () => {
  await using model = await startModelStandIn();
  await using desk = await openDesk({ now });
  const alone = await talkWith(desk, null, 'alone');
  model.answers.understand = () => ({ intent: 'case_status', category: null });

  const talk = await talkWith(desk, model, 'helped');

  expect(talk.heard).not.toEqual(alone.heard);
  expect(await outcomesIn(desk)).toContain('understand answered');
  expect(talk.draft?.sources[0]?.address).toMatch(/^PL\d\d Điều/);
  expect(talk.translation?.text).toMatch(/^<en> /);

  model.mode = 'inventedCitation';
  const again = await draftReply(desk, assistantAt(desk, model), as(desk.organisation.officers.lan), talk);
  expect(again).toBeNull();
  expect((await outcomesIn(desk)).at(-1)).toBe('draft invented');
});

test('while one chat waits for the model, others are answered; and it keeps its order', async () => {
  await using desk = await openDesk({ now });
  await using model = await startModelStandIn();
  const adviser = openAdviser({ desk, assistant: assistantAt(desk, model, { mostMilliseconds: 300 }), log });
  const chat = openChat(desk, 'telegram', { adviser });
  const [mai, an] = [chat.person('1', { language: 'en' }), chat.person('2', { language: 'en' })];
  for (const person of [mai, an]) {
    await person.writes('hello');
    await person.presses('I agree');
  }
  model.mode = 'silent';
  let updates = 900;
  const arrives = async (address: string, text: string) => {
    updates += 1;
    const message = { address, sender: { id: address, displayName: null }, providerMessageId: null, repliesTo: null };
    const body = JSON.stringify({ ...message, content: { kind: 'text', text } });
    const arrival = { channel: 'telegram' as const, account: 'test', updateId: `${updates}`, address, body };
    await keepArrival(desk.database.db, { ...arrival, state: 'pending' }, desk.clock.now());
  };
  await arrives('1', unsure);
  await arrives('1', '/huy');
  await arrives('2', '/menu');

  const handled = await receivePass({ desk, channels: [chat.channel], log, adviser });
  const meanwhile = await receivePass({ desk, channels: [chat.channel], log, adviser });
  await adviser.settled();
  await chat.settle();

  expect([handled, meanwhile]).toEqual([1, 0]);
  expect(await outcomesIn(desk)).toEqual(['understand timedOut']);
  const answers = mai.seen.filter(({ from }) => from === 'bot').map(({ text }) => text);
  expect(answers.length).toBeGreaterThan(2);
});

test('a day’s budget is not overdrawn, and an endpoint that keeps failing is left alone for a while', async () => {
  await using desk = await openDesk({ now });
  await using model = await startModelStandIn();
  const about = { caseId: null, names: [], text: 'một', from: 'vi', to: 'en' } as const;
  const poor = assistantAt(desk, model, { dailyBudgetMicros: 3000 });

  await Promise.all(Array.from({ length: 12 }, () => poor.translate(about)));

  const outcomes = await outcomesIn(desk);
  expect(outcomes.filter((each) => each === 'translate overBudget').length).toBeGreaterThan(8);
  desk.clock.advanceMinutes(24 * 60);
  expect(await poor.translate(about)).toBe('<en> một');

  model.mode = 'serverFault';
  const rich = assistantAt(desk, model);
  for (let time = 0; time < 7; time += 1) await rich.translate(about);
  const asked = model.received.length;
  await rich.translate(about);
  expect(model.received.length).toBe(asked);
  expect((await outcomesIn(desk)).at(-1)).toBe('translate switchedOff');
  model.mode = 'right';
  desk.clock.advanceMinutes(2);
  expect(await rich.translate(about)).toBe('<en> một');
});

test('an officer sends a draft with the translation that was seen; what became of it is counted, and managers read the summary', async () => {
  await using desk = await openDesk({ now });
  await using model = await startModelStandIn();
  const assistant = assistantAt(desk, model);
  await using web = await openWeb(desk, { assistant });
  const { lan, administrator } = desk.organisation.officers;
  const officer = await web.signIn(lan);
  const keeper = await web.signIn(administrator);
  const { row } = await openACase(desk, { description: '통관이 지연되고 있습니다. 확인 부탁드립니다.' });
  const { conversationId } = desk.organisation;
  await act(desk, as(lan), (current) => saveConversation(current.tx, conversationId, { language: 'ko' }));
  const path = `/api/v1/cases/${row.reference}`;
  await prepareCases(desk, assistant, new Date(0));

  const read = await officer.get(path);
  const drafted = (await officer.post(`${path}/drafts`)).body as unknown as {
    draft: { draftId: number; text: string };
  };
  const text = `${drafted.draft.text} Mời anh/chị chờ.`;
  const translated = (await officer.post(`${path}/translations`, { text })).body as unknown as {
    translation: { translationId: number; text: string };
  };
  const { draftId } = drafted.draft;
  const { translationId } = translated.translation;
  const stale = await officer.post(`${path}/replies`, { text: 'Nội dung khác', translationId });
  const sent = await officer.post(`${path}/replies`, { text, draftId, translationId });
  const figures = await keeper.get('/api/v1/assistant/figures');

  expect(read.body).toMatchObject({
    language: 'ko',
    messages: [{ translation: { from: 'ko', text: expect.stringContaining('<vi>') } }],
  });
  expect([stale.status, stale.body.code]).toEqual([409, 'translationStale']);
  expect(sent.status).toBe(201);
  const said = (sent.body.messages as { author: string; text: string }[]).find(({ author }) => author === 'officer');
  expect(said?.text).toContain(`${text}\n\n— 한국어`);
  expect(said?.text).toContain(`<ko> ${text}`);
  expect(figures.body).toMatchObject({ isOn: true, dailyBudgetUsd: 5 });
  expect(figures.body.runs).toContainEqual(
    expect.objectContaining({ job: 'draft', outcome: 'answered', used: 1, meanChanged: 0.25 }),
  );
  expect((await officer.get('/api/v1/assistant/figures')).status).toBe(403);

  await prepareCases(desk, assistant, new Date(0));
  const { hoa } = desk.organisation.officers;
  await act(desk, { kind: 'clock' }, async (current) => {
    const gist = await gistOf(current, row);
    const raised = { kind: 'raised' as const, level: 2, brokenDueAt: current.at, newDueAt: null, isNewOwner: true };
    await alert(current, row, hoa.id, 'raised', { ...gist, ...raised });
  });
  const [told] = await desk.database.db.select().from(alerts).where(eq(alerts.officerId, hoa.id));
  expect(told?.text).toContain('Tóm tắt (máy soạn): Doanh nghiệp chờ kết quả');
});

test('without a model the panel is not offered and its endpoints say so', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const officer = await web.signIn(desk.organisation.officers.lan);
  const { row } = await openACase(desk);

  const session = await officer.get('/api/v1/session');
  const draft = await officer.post(`/api/v1/cases/${row.reference}/drafts`);

  expect(session.body.hasAssistant).toBe(false);
  expect([draft.status, draft.body.code]).toEqual([409, 'assistantOff']);
});

/** An English speaker asks something unclear and then raises an issue; an officer looks at the case. */
async function talkWith(desk: TestDesk, model: ModelStandIn | null, address: string) {
  const assistant = model === null ? null : assistantAt(desk, model, { mostMilliseconds: 150 });
  const adviser = assistant === null ? null : openAdviser({ desk, assistant, log });
  await act(desk, { kind: 'schedule', name: 'test' }, installDemonstrationTexts);
  // Each chat counts its deliveries from one.
  await desk.database.db.delete(inbox);
  const chat = openChat(desk, 'telegram', { adviser });
  const mai = chat.person(address, { language: 'en' });
  await mai.writes('hello');
  await mai.presses('I agree');
  await mai.writes(unsure);
  await mai.writes('/cancel');
  const { row } = await openACase(desk, { description: 'Đăng ký làm thủ tục ngoài giờ thứ bảy trước mấy giờ' });
  const { conversationId, officers } = desk.organisation;
  await act(desk, as(officers.lan), (current) => saveConversation(current.tx, conversationId, { language: 'en' }));
  const { reference } = row;
  return {
    reference,
    heard: mai.seen.filter(({ from }) => from === 'bot').map(({ text }) => text),
    draft: assistant === null ? null : await draftReply(desk, assistant, as(officers.lan), { reference }),
    translation:
      assistant === null
        ? null
        : await translateReply(desk, assistant, as(officers.lan), { reference, text: 'Chúng tôi đang kiểm tra.' }),
  };
}
