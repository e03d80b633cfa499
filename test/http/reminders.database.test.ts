import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { keepAway } from '../../src/desk/cases/add-exclusion.ts';
import { reminderPass } from '../../src/desk/reminders/reminder-timer.ts';
import { visibleCase } from '../../src/desk/visibility.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { type Caller, openWeb } from '../support/web.ts';

const now = '2026-03-06T09:00+07:00';
const [first, second] = ['VM-2026-000001', 'VM-2026-000002'] as const;

async function remind(caller: Caller, reference: string, remindAt: string, note: string | null = null) {
  const answer = await caller.raw(`/api/v1/cases/${reference}/reminder`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ remindAt, note }),
  });
  return answer.status;
}

test('an officer is reminded once, at the time they chose, and keeps it before them until it is put away', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  await openACase(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const hoa = await web.signIn(desk.organisation.officers.hoa);
  const alertTexts = async () => (await lan.get('/api/v1/alerts')).body.map(({ text }) => String(text));
  const before = (await alertTexts()).length;

  const refused = [
    await remind(lan, first, '2026-03-06T08:59:00+07:00'),
    await remind(lan, first, '2026-09-06T08:59:00+07:00'),
    await remind(web.program, first, '2026-03-06T10:00:00+07:00'),
  ];
  const set = await remind(lan, first, '2026-03-06T09:30:00+07:00', 'Gọi lại cho cảng');
  const moved = await remind(lan, first, '2026-03-06T10:00:00+07:00', 'Gọi lại cho cảng');
  desk.clock.set('2026-03-06T09:59:59+07:00');
  await reminderPass(desk);
  const early = (await alertTexts()).length;
  desk.clock.set('2026-03-06T10:00+07:00');
  await Promise.all([reminderPass(desk), reminderPass(desk)]);
  await reminderPass(desk);
  const told = await alertTexts();
  const due = await lan.get('/api/v1/case-reminders');
  const dropped = await lan.raw(`/api/v1/cases/${first}/reminder`, { method: 'DELETE' });
  const again = await lan.raw(`/api/v1/cases/${first}/reminder`, { method: 'DELETE' });

  expect(refused).toEqual([409, 409, 403]);
  expect([set, moved, early]).toEqual([204, 204, before]);
  expect(
    told.filter((text) => text.includes('Lời nhắc của anh/chị') && text.includes('Gọi lại cho cảng')),
  ).toHaveLength(1);
  expect(due.body).toMatchObject([{ reference: first, note: 'Gọi lại cho cảng', isDue: true }]);
  expect((await hoa.get('/api/v1/case-reminders')).body).toEqual([]);
  expect([dropped.status, again.status]).toEqual([204, 404]);
  expect((await lan.get('/api/v1/case-reminders')).body).toEqual([]);
});

test('whoever may no longer see a case is not reminded of it, and their list does not show that it is there', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  await openACase(desk);
  await openACase(desk);
  const { lan: officer } = desk.organisation.officers;
  const lan = await web.signIn(officer);
  await remind(lan, first, '2026-03-06T10:00:00+07:00');
  await remind(lan, second, '2026-03-06T10:00:00+07:00');
  await act(desk, { kind: 'apiKey', name: 'thử' }, async (current) => {
    const row = await visibleCase(current, first);
    await keepAway(current, row, { officerId: officer.id, because: 'người bị phản ánh' });
  });

  desk.clock.set('2026-03-06T10:00+07:00');
  await reminderPass(desk);

  expect((await lan.get('/api/v1/case-reminders')).body.map(({ reference }) => reference)).toEqual([second]);
  expect(JSON.stringify((await lan.get('/api/v1/alerts')).body)).not.toContain(first);
  expect(await remind(lan, first, '2026-03-06T11:00:00+07:00')).toBe(404);
});
