import { expect, test } from 'vitest';
import { declarations } from '../../src/store/schema/enterprises.ts';
import { officers, responsibilityRules } from '../../src/store/schema/organisation.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';
const number = '105700012340';

test('a case says why it was given to whom it was given', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const { row } = await openACase(desk);

  const { body } = await lan.get(`/api/v1/cases/${row.reference}`);

  expect(body.assignment).toEqual({
    because: { unit: 'rule', officer: 'nobodyOnDuty', rule: { precedence: 100, note: expect.any(String) }, step: null },
    sentence:
      'Hải quan cửa khẩu cảng Hải Phòng khu vực 3 phụ trách theo quy tắc phân công số 100 (Theo đơn vị hải quan trên tờ khai). Không có ai trực; giao cho Nguyễn Thị Lan vì có mặt và đang giữ ít việc nhất.',
  });
});

test('a case that was taken says so', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const tuan = await web.signIn(desk.organisation.officers.tuan);
  const { row } = await openACase(desk);

  const { body } = await tuan.post(`/api/v1/cases/${row.reference}/taking`);

  expect(body.assignment).toMatchObject({
    because: { unit: null, officer: 'taken' },
    sentence: 'Trần Anh Tuấn đã tự nhận vụ việc này.',
  });
});

test('who checked the documents answers about them, also where another unit than the office does so for all', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const checker = await centralClearance(desk);

  const issue = await web.program.get(
    `/api/v1/routing/trial?category=origin_co&office=03TG&declaration=${number}&kind=issue`,
  );

  expect(issue.body.unit).toEqual({ code: 'R3-GSQL', name: 'Phòng Giám sát quản lý' });
  expect(issue.body.officer).toMatchObject({ id: checker });
  expect(issue.body.assignment).toMatchObject({
    because: { unit: 'rule', officer: 'recordedOnStep', step: 'documentCheck' },
    sentence:
      'Phòng Giám sát quản lý phụ trách theo quy tắc phân công số 10 (Kiểm tra hồ sơ tập trung), dù tờ khai đăng ký tại Hải quan cửa khẩu cảng Hải Phòng khu vực 3. Giao cho Vũ Thu Hà vì là người đã làm bước kiểm tra hồ sơ của tờ khai.',
  });
});

test('the same declaration keeps who handled it away from a report about it', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { control, leader } = desk.organisation.officers;
  await centralClearance(desk, control.email);

  const report = await web.program.get(
    `/api/v1/routing/trial?category=origin_co&office=03TG&declaration=${number}&kind=report`,
  );

  expect(report.body.officer).toMatchObject({ id: leader.id });
  expect(report.body.assignment).toMatchObject({ because: { unit: 'independentAbove', officer: 'independentAbove' } });
});

test('only administrators try the routing and see what is stranded', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { administrator, hoa } = desk.organisation.officers;
  await openACase(desk, { kind: 'report', description: 'Bùi Thu Hà và Đỗ Mạnh Hùng gây khó khăn' });
  await openACase(desk, { kind: 'report', description: 'Bùi Thu Hà, Đỗ Mạnh Hùng và Đặng Quốc Bảo gây khó khăn' });
  const [theirs, hers] = [await web.signIn(administrator), await web.signIn(hoa)];
  const trial = '/api/v1/routing/trial?category=origin_co';

  const statuses = [await hers.get(trial), await hers.get('/api/v1/routing/stranded'), await theirs.get(trial)];
  const toTheAdministrator = await theirs.get('/api/v1/routing/stranded');
  const toAProgram = await web.program.get('/api/v1/routing/stranded');

  expect(statuses.map(({ status }) => status)).toEqual([403, 403, 200]);
  expect(toTheAdministrator.body).toEqual([
    { kind: 'report', unitName: 'Chi cục Hải quan khu vực III', openedAt: desk.clock.now().toISOString() },
  ]);
  expect(toAProgram.body).toHaveLength(2);
});

test('exclusions are read and lifted through the API by two of those who decide, and by nobody else', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan, hoa, control, leader } = desk.organisation.officers;
  const { row } = await openACase(desk, { kind: 'report', description: 'Nguyễn Thị Lan gây khó khăn' });
  const issue = await openACase(desk);
  const path = `/api/v1/cases/${row.reference}/exclusions`;
  const [ofControl, ofLeader, ofHoa] = [await web.signIn(control), await web.signIn(leader), await web.signIn(hoa)];

  const asked = await ofControl.post(`${path}/${lan.id}/lift-requests`, { reason: 'Trùng tên' });
  const pending = await ofLeader.get(path);
  const approved = await ofLeader.post(`${path}/${lan.id}/lift-approvals`);
  const refused = await ofHoa.post(`/api/v1/cases/${issue.row.reference}/exclusions`, {
    officerId: lan.id,
    reason: 'x',
  });

  expect([asked.status, approved.status, refused.status]).toEqual([204, 204, 403]);
  expect(pending.body).toEqual([
    {
      officer: { id: lan.id, name: lan.name, title: 'Công chức giám sát' },
      because: 'namedInReport',
      liftAsked: { by: control.name, because: 'Trùng tên', at: desk.clock.now().toISOString() },
    },
  ]);
  expect((await ofControl.get(path)).body).toEqual([]);
});

/** Documents of the whole department are checked in one division, by an officer who is on the declaration. */
async function centralClearance(desk: TestDesk, officerEmail = 'ha.vu@haiquan.example'): Promise<number> {
  const { db } = desk.database;
  const { supervision: unitId } = desk.organisation.units;
  const at = desk.clock.now();
  const person = { title: 'Công chức kiểm tra hồ sơ', role: 'officer' as const, unitId };
  const added = await db
    .insert(officers)
    .values([
      { ...person, name: 'Ngô Phương Thảo', email: 'thao.ngo@haiquan.example' },
      { ...person, name: 'Vũ Thu Hà', email: 'ha.vu@haiquan.example' },
    ])
    .returning();
  const note = 'Kiểm tra hồ sơ tập trung';
  await db
    .insert(responsibilityRules)
    .values({ precedence: 10, category: 'origin_co', unitId, note, validFrom: '2020-01-01' });
  await db.insert(declarations).values({
    ...{ number, number11: number.slice(0, 11), officeCode: '03TG', state: 'cleared' as const },
    registeredAt: at,
    stateAt: at,
    steps: [{ step: 'documentCheck', at: at.toISOString(), officerEmail }],
  });
  return added[1]?.id ?? 0;
}
