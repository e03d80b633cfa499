import { expect, test } from 'vitest';
import { bridgeDay, secondAdministrator } from '../support/calendars.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { type Caller, openWeb } from '../support/web.ts';

const friday = '2026-11-20T16:30+07:00';
const calendars = '/api/v1/calendars';

async function exported(caller: Caller, id: unknown): Promise<string> {
  const answer = await caller.raw(`${calendars}/${String(id)}/dated-days.csv`);
  return answer.text();
}

test('a table of dated days is exported, edited, imported, previewed and approved by another', async () => {
  await using desk = await openDesk({ now: friday });
  await using web = await openWeb(desk);
  await openACase(desk);
  const proposer = await web.signIn(desk.organisation.officers.administrator);
  const approver = await web.signIn(await secondAdministrator(desk));
  const [{ id }] = (await proposer.get(calendars)).body as unknown as [{ id: number }];
  const headers = { 'sec-fetch-site': 'same-origin' };

  const table = `${await exported(proposer, id)}23/11/2026,nghỉ lễ,${bridgeDay.name},1,\n`;
  const proposed = await proposer.post(`${calendars}/import`, { table, note: 'Công văn hoán đổi' }, headers);
  const one = `${calendars}/${String(proposed.body.id)}`;
  const preview = await proposer.get(`${one}/preview`);
  const byProposer = await proposer.post(`${one}/approval`, undefined, headers);
  const approved = await approver.post(`${one}/approval`, undefined, headers);

  expect(proposed.body).toMatchObject({ version: '2026.2', standing: 'proposed', proposedBy: 'Đặng Quốc Bảo' });
  expect(preview.body).toEqual({
    cases: 1,
    moves: [
      {
        reference: 'VM-2026-000001',
        clock: 'firstResponse',
        cycle: 1,
        fromDueAt: '2026-11-23T02:00:00.000Z',
        toDueAt: '2026-11-25T02:00:00.000Z',
      },
      {
        reference: 'VM-2026-000001',
        clock: 'resolution',
        cycle: 1,
        fromDueAt: '2026-11-26T07:30:00.000Z',
        toDueAt: '2026-11-27T07:30:00.000Z',
      },
    ],
  });
  expect([byProposer.status, byProposer.body.code]).toEqual([409, 'secondPersonNeeded']);
  expect(approved.body).toMatchObject({ standing: 'inForce', approvedBy: 'Ngô Thị Thu' });
  expect((await proposer.get(`${calendars}/${id}`)).body).toMatchObject({ standing: 'superseded' });
});

test('a table that is exported and imported unchanged proposes nothing', async () => {
  await using desk = await openDesk({ now: friday });
  await using web = await openWeb(desk);
  const administrator = await web.signIn(desk.organisation.officers.administrator);

  const table = await exported(administrator, desk.organisation.calendarId);
  const answer = await administrator.post(
    `${calendars}/import`,
    { table, note: 'Thử' },
    { 'sec-fetch-site': 'same-origin' },
  );

  expect(answer.body.code).toBe('nothingChanged');
});

test('every row at fault is told by its line', async () => {
  await using desk = await openDesk({ now: friday });
  await using web = await openWeb(desk);
  const administrator = await web.signIn(desk.organisation.officers.administrator);
  const table = 'Ngày,Loại,Tên\n32/01/2026,nghỉ lễ,Tết\n01/01/2026,nghỉ mát,Tết\n';

  const answer = await administrator.post(
    `${calendars}/import`,
    { table, note: 'Thử' },
    { 'sec-fetch-site': 'same-origin' },
  );

  expect([answer.status, answer.body.code]).toEqual([422, 'tableNotReadable']);
  expect(answer.body.detail).toMatch(/Dòng 2: .*32\/01\/2026.* Dòng 3: .*nghỉ mát/);
});

test('a version shows how well each of its days is attested, and which years are provisional', async () => {
  await using desk = await openDesk({ now: friday });
  await using web = await openWeb(desk);
  const administrator = await web.signIn(desk.organisation.officers.administrator);

  const { body } = await administrator.get(`${calendars}/${desk.organisation.calendarId}`);

  expect(body).toMatchObject({
    days: expect.arrayContaining([
      expect.objectContaining({ date: '2026-08-22', kind: 'makeupDay', confidence: '2+' }),
      expect.objectContaining({ date: '2027-02-05', confidence: 'unverified' }),
    ]),
    years: [{ year: 2025 }, { year: 2026 }, { year: 2027, standing: 'provisional' }],
  });
});

test('the calendar explains when so many working minutes end', async () => {
  await using desk = await openDesk({ now: friday });
  await using web = await openWeb(desk);
  const one = `${calendars}/${desk.organisation.calendarId}`;

  const { body } = await web.program.get(`${one}/explain?start=2026-11-23T16:00:00%2B07:00&minutes=120`);
  const beyond = await web.program.get(`${one}/explain?start=2027-12-31T16:00:00%2B07:00&minutes=120`);

  expect(body).toMatchObject({
    dueAt: '2026-11-25T01:30:00.000Z',
    skipped: expect.arrayContaining([expect.objectContaining({ because: 'holiday', name: 'Ngày Văn hóa Việt Nam' })]),
  });
  expect(String(body.sentences)).toMatch(/Tổng cộng được tính 2 giờ làm việc/);
  expect([beyond.status, beyond.body.code]).toEqual([422, 'calendarYearNotApproved']);
});

test('a key may read calendars and decide nothing; other officers do neither', async () => {
  await using desk = await openDesk({ now: friday });
  await using web = await openWeb(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const body = { note: 'Thử', datedDays: [] };

  const read = await web.program.get(calendars);
  const write = await web.program.post(calendars, body);
  const readByLan = await lan.get(calendars);
  const writeByLan = await lan.post(calendars, body, { 'sec-fetch-site': 'same-origin' });

  expect([read, write, readByLan, writeByLan].map(({ status }) => status)).toEqual([200, 403, 403, 403]);
});

test('a unit gets a calendar of its own by saying what differs', async () => {
  await using desk = await openDesk({ now: friday });
  await using web = await openWeb(desk);
  const administrator = await web.signIn(desk.organisation.officers.administrator);
  const saturday = [{ from: '08:00', until: '11:30' }];

  const { body } = await administrator.post(
    calendars,
    { note: 'Trực sáng thứ Bảy', unitId: desk.organisation.units.port1, weekly: { saturday } },
    { 'sec-fetch-site': 'same-origin' },
  );

  expect(body).toMatchObject({
    version: '2026.1+R3-03CC.1',
    unitName: 'Hải quan cửa khẩu cảng Hải Phòng khu vực 1',
    weekly: { saturday, friday: [{ from: '07:30' }, { from: '13:00' }] },
    override: { weekly: { saturday } },
  });
});

test('from October administrators are warned about the next year, and others only when promises suffer', async () => {
  await using desk = await openDesk({ now: '2027-10-01T08:00+07:00' });
  await using web = await openWeb(desk);
  const administrator = await web.signIn(desk.organisation.officers.administrator);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const yearsFor = async (caller: Caller) => {
    const { body } = await caller.get('/api/v1/warnings');
    return (body.calendarYears as { year: number; standing: string }[]).map(
      ({ year, standing }) => `${year} ${standing}`,
    );
  };

  const early = [await yearsFor(administrator), await yearsFor(lan)];
  desk.clock.set('2027-12-30T08:00+07:00');
  const late = await yearsFor(lan);

  expect(early).toEqual([['2027 provisional', '2028 missing'], []]);
  expect(late).toEqual(['2028 missing']);
});
