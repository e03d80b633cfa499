import { expect, test } from 'vitest';
import { declarations } from '../../../src/desk/imports/importable.ts';
import { officeCodes } from '../../../src/store/schema/organisation.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { filesWith, importing, payload, registryOf } from './importing.ts';

// Within thirty days of what the files tell: it is news.
const now = '2026-03-23T09:15:00+07:00';

test('a messy list of declarations is entered with its steps, and each begins with a change of state', async () => {
  await using desk = await openDesk({ now });
  await hasDinhVu(desk);

  const { counts, told } = await importing(desk, declarations, payload('declarations-messy.csv'));

  expect(counts).toEqual({ read: 12, added: 4, changed: 0, unchanged: 0, rejected: 7, duplicates: 1 });
  expect(told).toHaveLength(7);
  const { declarations: rows, changes, enterprises } = await registryOf(desk);
  expect(rows[0]).toMatchObject({
    number11: '10472259900',
    number: '104722599000',
    office_code: '03EE',
    channel: 'yellow',
    state: 'cleared',
    state_at: new Date('2026-03-05T10:40:00+07:00'),
    recorded_at: desk.clock.now(),
    steps: [
      { step: 'registered' },
      { step: 'documentCheck', officerEmail: 'canbo.a@haiquan.vidu.vn' },
      { step: 'cleared', team: 'Đội Thông quan' },
    ],
  });
  expect(changes.map(({ from, to }) => [from, to])).toEqual([
    [null, 'cleared'],
    [null, 'inspecting'],
    [null, 'registered'],
    [null, 'stored'],
  ]);
  expect(enterprises.slice(1).map(({ tax_code: code, name }) => [code, name])).toEqual([
    ['0201975599', 'Doanh nghiệp MST 0201975599'],
  ]);
});

test('the same file twice changes nothing, and a dry run neither', async () => {
  await using desk = await openDesk({ now });
  await hasDinhVu(desk);
  const dry = await importing(desk, declarations, payload('declarations-messy.csv'), { isDryRun: true });
  const untouched = await registryOf(desk);
  const first = await importing(desk, declarations, payload('declarations-messy.csv'));
  const before = await registryOf(desk);
  desk.clock.advanceBy(3_600_000);

  const again = await importing(desk, declarations, payload('declarations-messy.csv'));

  expect(untouched.declarations).toEqual([]);
  expect(dry).toEqual(first);
  expect(again.counts).toEqual({ ...first.counts, added: 0, unchanged: 4 });
  expect(await registryOf(desk)).toEqual(before);
});

test('a later file moves the state once, an older one only adds its step, and a log of steps does both', async () => {
  await using desk = await openDesk({ now });
  const headers = 'Số tờ khai,MST,Ngày ĐK,Trạng thái,Ngày trạng thái,Kiểm tra hồ sơ';
  await using files = await filesWith({
    'new.csv': `${headers}\n104722599000,0201975599,05/03/2026 08:15,Giải phóng hàng,05/03/2026 10:40,\n`,
    'old.csv': `${headers}\n104722599001,0201975599,05/03/2026 08:15,Đang kiểm tra,05/03/2026 09:00,05/03/2026 09:00\n`,
    'log.csv':
      'Số tờ khai,Bước,Thời gian,Công chức\n104722599001,Thông quan,05/03/2026 14:00,lan@haiquan.vidu.vn\n104722620700,Thông quan,05/03/2026 14:00,\n',
  });

  await importing(desk, declarations, files.path('new.csv'));
  const older = await importing(desk, declarations, files.path('old.csv'));
  const log = await importing(desk, declarations, files.path('log.csv'));

  expect(older.counts).toMatchObject({ changed: 1 });
  expect(log.told).toEqual(['dòng 3: Chưa có tờ khai này. Hãy nhập danh sách tờ khai trước, rồi nhập nhật ký bước.']);
  const { declarations: rows, changes } = await registryOf(desk);
  expect(rows).toMatchObject([
    {
      number: '104722599001',
      state: 'cleared',
      steps: [
        { step: 'registered' },
        { step: 'documentCheck' },
        { step: 'cleared', officerEmail: 'lan@haiquan.vidu.vn' },
      ],
    },
  ]);
  expect(changes.map(({ from, to }) => [from, to])).toEqual([
    [null, 'released'],
    ['released', 'cleared'],
  ]);
});

test('what happened long ago is history without a change, which begins with its first state when it moves after all', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const headers = 'Số tờ khai,MST,Ngày ĐK,Trạng thái,Ngày trạng thái';
  const old = '104722599000,0201975599,05/03/2026 08:15,Đưa về bảo quản,05/03/2026 10:40';
  const news = '104722620700,0201975599,20/11/2026 08:15,Đăng ký,20/11/2026 08:15';
  const moved = '104722599000,0201975599,05/03/2026 08:15,Thông quan,23/11/2026 08:00';
  await using files = await filesWith({
    'first.csv': `${headers}\n${old}\n${news}\n`,
    'moved.csv': `${headers}\n${moved}\n`,
  });
  let woken = 0;
  desk.announcements.on('declarations', () => {
    woken += 1;
  });

  await importing(desk, declarations, files.path('first.csv'));
  const first = (await registryOf(desk)).changes;
  await importing(desk, declarations, files.path('moved.csv'));

  expect(first.map(({ from, to }) => [from, to])).toEqual([[null, 'registered']]);
  const { declarations: rows, changes } = await registryOf(desk);
  expect(changes.slice(1)).toMatchObject([
    { declaration_id: rows[0]?.id, from: null, to: 'stored', at: new Date('2026-03-05T10:40:00+07:00') },
    { declaration_id: rows[0]?.id, from: 'stored', to: 'cleared', at: new Date('2026-11-23T08:00:00+07:00') },
  ]);
  expect(woken).toBe(2);
});

test('a list of history wakes nobody, and told again by another file it stands as it is', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const headers = 'Số tờ khai,MST,Ngày ĐK,Ngày giờ kiểm tra hồ sơ,Công chức kiểm tra hồ sơ';
  const who = 'Đội "Thủ tục" \\ số 1';
  await using files = await filesWith({
    'one.csv': `${headers}\n104722599000,0201975599,05/03/2026 08:15:07,05/03/2026 09:00,${who}\n`,
    'two.csv': `${headers}\n104722599000,0201975599,5/3/2026 8:15:07,5/3/2026 9:00,${who}\n`,
  });
  let woken = 0;
  desk.announcements.on('declarations', () => {
    woken += 1;
  });

  await importing(desk, declarations, files.path('one.csv'));
  const before = await registryOf(desk);
  desk.clock.advanceBy(3_600_000);
  const { counts } = await importing(desk, declarations, files.path('two.csv'));

  expect(before.declarations[0]?.steps).toMatchObject([{ step: 'registered' }, { step: 'documentCheck', team: who }]);
  expect(counts).toMatchObject({ changed: 0, unchanged: 1 });
  expect(await registryOf(desk)).toEqual(before);
  expect(woken).toBe(0);
});

test('a declaration does not pass from one enterprise to another', async () => {
  await using desk = await openDesk({ now });
  const headers = 'Số tờ khai,MST,Ngày ĐK';
  await using files = await filesWith({
    'one.csv': `${headers}\n104722599000,0201975599,05/03/2026 08:15\n`,
    'two.csv': `${headers}\n104722599000,0100109106,06/03/2026 08:15\n`,
  });
  await importing(desk, declarations, files.path('one.csv'));
  const before = (await registryOf(desk)).declarations;

  const { counts, told } = await importing(desk, declarations, files.path('two.csv'));

  expect(counts).toMatchObject({ changed: 0, rejected: 1 });
  expect(told).toEqual(['dòng 2: Tờ khai này đã được ghi cho một mã số thuế khác. Đề nghị đối chiếu lại.']);
  expect((await registryOf(desk)).declarations).toEqual(before);
});

test('an import that is cut off and begun again ends as if it had not been', async () => {
  await using cut = await openDesk({ now });
  await using whole = await openDesk({ now });
  const lines = Array.from({ length: 4500 }, (_, at) => `1${1_000_000_000 + at}0,0201975599,05/03/2026 08:15,Vàng`);
  await using files = await filesWith({ 'many.csv': `Số tờ khai,MST,Ngày ĐK,Luồng\n${lines.join('\n')}\n` });
  const path = files.path('many.csv');
  const inSmallSteps = { ...declarations, batchRows: 2000 };
  await importing(whole, declarations, path);

  const broken = importing(cut, inSmallSteps, path, {
    onStep() {
      throw new Error('The power went off');
    },
  });
  await expect(broken).rejects.toThrow('The power went off');
  const kept = (await registryOf(cut)).declarations.length;
  const { counts } = await importing(cut, inSmallSteps, path);

  expect(kept).toBe(2000);
  expect(counts).toEqual({ read: 4500, added: 2500, changed: 0, unchanged: 2000, rejected: 0, duplicates: 0 });
  const [one, other] = [await registryOf(cut), await registryOf(whole)];
  expect(one.declarations).toEqual(other.declarations);
  expect(one.changes).toEqual(other.changes);
  const runs = await cut.database.sql`select finished_at is not null as is_finished from import_runs order by id`;
  expect(runs.map(({ is_finished: isFinished }) => isFinished)).toEqual([false, true]);
});

test('those who act on changes of state are woken, and only when there are some', async () => {
  await using desk = await openDesk({ now });
  await hasDinhVu(desk);
  let woken = 0;
  desk.announcements.on('declarations', () => {
    woken += 1;
  });

  await importing(desk, declarations, payload('declarations-messy.csv'), { isDryRun: true });
  const [afterDryRun] = [woken];
  await importing(desk, declarations, payload('declarations-messy.csv'));
  const [afterFirst] = [woken];
  await importing(desk, declarations, payload('declarations-messy.csv'));

  expect([afterDryRun, afterFirst, woken]).toEqual([0, 1, 1]);
});

async function hasDinhVu(desk: TestDesk): Promise<void> {
  const unitId = desk.organisation.units.port3;
  await desk.database.db
    .insert(officeCodes)
    .values({ code: '03EE', unitId, name: 'Hải quan CK cảng Đình Vũ', shortName: 'HQDINHVU' });
}
