import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { ladderPass } from '../../src/desk/cases/ladder-timer.ts';
import { say } from '../../src/desk/conversations/say.ts';
import { openMetrics } from '../../src/http/metrics.ts';
import { ladderSteps } from '../../src/store/schema/cases.ts';
import { conversations, outbox } from '../../src/store/schema/conversations.ts';
import { officerChats } from '../../src/store/schema/organisation.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type Caller, callerWith, openWeb } from '../support/web.ts';

const ofEachRead = /^(?:#|process_|nodejs_|dong_hanh_http_request_seconds\w*\{.*route="\/metrics")/u;

test('a report about conduct and all that is done about it leave every figure as it was that needs no permission', async () => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });
  const metrics = openMetrics(desk.database.db);
  await using web = await openWeb(desk, { metrics });
  const { lan, control, administrator } = desk.organisation.officers;
  await linkAChat(desk, control.id);
  const investigator = await web.signIn(control);
  const keys = await web.signIn(administrator);
  const keyFor = async (scope: string) => {
    const { key } = (await keys.post('/api/v1/api-keys', { name: scope, scopes: [scope] })).body;
    return callerWith(web.app, { authorization: `Bearer ${String(key)}` });
  };
  const watching = [web.stranger, await web.signIn(lan), await keyFor('declarations:read')];
  const prometheus = await keyFor('cases:read');
  const openFigures = async () => Promise.all(watching.map(figures));
  const before = await openFigures();
  const allBefore = await figures(prometheus);

  const { row } = await openACase(desk, { kind: 'report', subjectIds: [lan.id] });
  const { conversationId } = desk.organisation;
  await act(desk, { kind: 'clock' }, (current) =>
    say(current, { conversationId, caseId: row.id, message: { text: 'Đã nhận phản ánh' } }),
  );
  await investigator.get(`/api/v1/cases/${row.reference}`);
  await investigator.get(`/api/v1/cases/${row.reference}/exclusions`);
  desk.clock.advanceMinutes(24 * 60);
  await ladderPass(desk, { onFired: ({ act: done }) => metrics.ladderLatenessSeconds.observe({ act: done }, 0.1) });
  await desk.database.db.update(ladderSteps).set({ attempts: 1, note: 'disk is full', firedAt: null });
  await desk.database.db.update(outbox).set({ state: 'failed' });

  expect(await openFigures()).toEqual(before);
  const all = await figures(prometheus);
  expect(all).not.toEqual(allBefore);
  for (const moved of [/queue="ladder",state="failing"\} [1-9]/u, /exclusions/u, /ladder_lateness_seconds_count/u])
    expect(all.join('\n')).toMatch(moved);

  await openACase(desk);
  await act(desk, { kind: 'clock' }, (current) => say(current, { conversationId, message: { text: 'Xin chào' } }));
  await desk.database.db.update(ladderSteps).set({ attempts: 1 }).where(sql`fired_at is null`);
  const [afterAnIssue = []] = await openFigures();
  expect(afterAnIssue).toContain('dong_hanh_outbox{state="queued",channel="telegram"} 1');
  expect(afterAnIssue.join('\n')).toMatch(/dong_hanh_waiting\{queue="ladder",state="failing"\} [1-9]/u);
});

/** The lines of what is served, without those of the process itself and those that reading them moves. */
async function figures(caller: Caller): Promise<string[]> {
  const answer = await caller.raw('/metrics');
  return (await answer.text()).split('\n').filter((line) => !ofEachRead.test(line));
}

async function linkAChat({ database: { db }, clock }: TestDesk, officerId: number): Promise<void> {
  const at = clock.now();
  const chat = { channel: 'telegram' as const, account: '7000000001', address: '990001', dialogue: {} };
  const [row] = await db
    .insert(conversations)
    .values({ ...chat, officerId, createdAt: at, lastMessageAt: at })
    .returning();
  await db.insert(officerChats).values({ officerId, conversationId: row?.id ?? 0, linkedAt: at });
}
