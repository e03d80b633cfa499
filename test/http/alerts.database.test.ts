import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { fireDueStep } from '../../src/desk/cases/fire-due-step.ts';
import { caseExclusions } from '../../src/store/schema/cases.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';

test('a manager sees the broken promise first, and acknowledges it once and for all', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  await letBreak(desk);
  const caller = await web.signIn(await addresseeOf(desk));

  const before = await caller.get('/api/v1/alerts');
  const id = String(before.body[0]?.id);
  const waiting = await caller.get('/api/v1/session');
  const first = await caller.post(`/api/v1/alerts/${id}/acknowledgement`);
  const again = await caller.post(`/api/v1/alerts/${id}/acknowledgement`);
  const after = await caller.get('/api/v1/session');

  expect(before.body[0]).toMatchObject({ kind: 'raised', reference: 'VM-2026-000001', needsAcknowledgement: true });
  expect([waiting.body.unacknowledgedAlerts, after.body.unacknowledgedAlerts]).toEqual([1, 0]);
  expect([first.status, again.status]).toEqual([204, 204]);
});

test("somebody else's alert is not there", async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  await letBreak(desk);
  const id = String((await (await web.signIn(await addresseeOf(desk))).get('/api/v1/alerts')).body[0]?.id);

  const stranger = await web.signIn(desk.organisation.officers.minh);

  expect((await stranger.get('/api/v1/alerts')).body).toEqual([]);
  expect((await stranger.post(`/api/v1/alerts/${id}/acknowledgement`)).status).toBe(404);
  expect((await web.program.post(`/api/v1/alerts/${id}/acknowledgement`)).status).toBe(403);
});

test('an exclusion decided later takes the alert away, and its count with it', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { row } = await openACase(desk);
  await letBreak(desk);
  const addressee = await addresseeOf(desk);
  const caller = await web.signIn(addressee);
  const id = String((await caller.get('/api/v1/alerts')).body[0]?.id);
  await desk.database.db
    .insert(caseExclusions)
    .values({ caseId: row.id, officerId: addressee.id, because: 'người bị phản ánh' });

  expect((await caller.get('/api/v1/alerts')).body).toEqual([]);
  expect((await caller.get('/api/v1/session')).body.unacknowledgedAlerts).toBe(0);
  expect((await caller.post(`/api/v1/alerts/${id}/acknowledgement`)).status).toBe(404);
});

/** Nobody answers within two working hours. */
async function letBreak(desk: TestDesk): Promise<void> {
  desk.clock.set('2026-03-06T11:00:01+07:00');
  while (await act(desk, { kind: 'clock' }, fireDueStep));
}

async function addresseeOf(desk: TestDesk) {
  const [row] = await desk.database.sql<
    { id: number }[]
  >`select officer_id::int as id from alerts where kind = 'raised'`;
  const officer = Object.values(desk.organisation.officers).find(({ id }) => id === row?.id);
  if (officer === undefined) throw new Error('Nobody was told');
  return officer;
}
