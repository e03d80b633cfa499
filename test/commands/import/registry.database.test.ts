import { expect, test } from 'vitest';
import { agreements, associations, enterprises } from '../../../src/desk/imports/importable.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { filesWith, importing, payload, registryOf } from './importing.ts';

const now = '2026-11-23T09:15:00+07:00';

test('a list of enterprises as an office keeps it is entered, with the telephone numbers that prove who writes', async () => {
  await using desk = await openDesk({ now });

  const { counts, told } = await importing(desk, enterprises, payload('enterprises-messy.csv'));

  expect(counts).toEqual({ read: 13, added: 6, changed: 0, unchanged: 0, rejected: 6, duplicates: 1 });
  expect(told[0]).toBe('dòng 8: Trùng với dòng 6 nhưng nội dung khác. Hãy giữ một dòng.');
  const rows = await desk.database.sql`
    select e.tax_code, e.name, e.phone, e.is_broker, array_agg(p.phone order by p.id) as phones
    from enterprises e left join registered_phones p on p.enterprise_id = e.id group by e.id order by e.id`;
  expect(rows.slice(1, 3)).toEqual([
    {
      tax_code: '0201975599',
      name: 'Công ty TNHH Cảng Ví dụ',
      phone: '84912345678',
      is_broker: true,
      phones: ['84912345678'],
    },
    {
      tax_code: '0100109106',
      name: 'Tổng công ty Thử nghiệm',
      phone: '842253836262',
      is_broker: false,
      phones: ['842253836262', '84987654321'],
    },
  ]);
  const [run] = await desk.database.sql`select * from import_runs`;
  expect(run).toMatchObject({ noun: 'enterprises', read: 13, added: 6, rejected: 6, finished_at: desk.clock.now() });
  const [entry] = await desk.database.sql`select type, detail from ledger where stream = 'registry'`;
  expect(entry).toMatchObject({
    type: 'imported',
    detail: { added: 6, sha256: expect.stringMatching(/^[\da-f]{64}$/) },
  });
});

test.each([
  ['enterprises', () => enterprises, 'enterprises-messy.csv'],
  ['agreements', () => agreements, 'agreements-utf16.csv'],
  ['associations', () => associations, 'associations-windows-1258.csv'],
] as const)(
  'a dry run of %s counts what would change and changes nothing, and the same file twice changes nothing',
  async (_, what, file) => {
    await using desk = await openDesk({ now });
    const take = (isDryRun: boolean) => importAny(desk, what(), file, isDryRun);
    const before = await registryOf(desk);

    const dry = await take(true);
    expect(await registryOf(desk)).toEqual(before);
    expect(await desk.database.sql`select * from import_runs`).toEqual([]);

    const first = await take(false);
    const after = await registryOf(desk);
    desk.clock.advanceBy(3_600_000);
    const second = await take(false);

    expect(dry).toEqual(first);
    expect(first.counts.added).toBeGreaterThan(0);
    expect(second.counts).toEqual({ ...first.counts, added: 0, changed: 0, unchanged: first.counts.added });
    expect(await registryOf(desk)).toEqual(after);
  },
);

test('a changed entry keeps what it said before, and what a list leaves open stays', async () => {
  await using desk = await openDesk({ now });
  await using files = await filesWith({
    'one.csv': 'MST,Tên,Địa chỉ,Số ĐT\n0201975599,Công ty A,Lê Hồng Phong,0912345678; 0987654321\n',
    'two.csv': 'MST,Tên,Số ĐT\n0201975599,Công ty A mới,0912345678\n',
  });
  await importing(desk, enterprises, files.path('one.csv'));
  desk.clock.advanceBy(60_000);

  const { counts } = await importing(desk, enterprises, files.path('two.csv'));

  expect(counts).toMatchObject({ added: 0, changed: 1 });
  const registry = await registryOf(desk);
  expect(registry.enterprises[1]).toMatchObject({ name: 'Công ty A mới', address: 'Lê Hồng Phong' });
  expect(registry.history.map(({ before, changed_at: at }) => [before, at])).toEqual([
    [{ name: 'Công ty A', phones: ['84912345678', '84987654321'] }, desk.clock.now()],
  ]);
  expect(registry.phones.map(({ phone, valid_until: until }) => [phone, until])).toEqual([
    ['84912345678', null],
    ['84987654321', desk.clock.now()],
  ]);
});

test('an agreement enters its enterprise by name, names its unit, and keeps what it said before', async () => {
  await using desk = await openDesk({ now });
  const headers = 'MST,Tên doanh nghiệp,Số thỏa thuận,Ngày ký,Mẫu,Tình trạng,Mã đơn vị ký';
  await using files = await filesWith({
    'one.csv': `${headers}\n0201975599,Công ty A,12/TT-HQHP,17/02/2020,17/2/2020,,R3-03TG\n0100109106,Công ty B,13/TT-HQHP,17/02/2020,2018,,KHONGCO\n`,
    'two.csv': `${headers}\n0201975599,Công ty A,12/tt-hqhp,17/02/2020,17/2/2020,Chấm dứt,\n`,
  });

  const one = await importing(desk, agreements, files.path('one.csv'));
  const two = await importing(desk, agreements, files.path('two.csv'));

  expect(one.counts).toMatchObject({ added: 1, rejected: 1 });
  expect(one.told).toEqual(['dòng 3: Không có đơn vị với mã này. Hãy nhập cơ cấu tổ chức trước hoặc sửa mã.']);
  expect(two.counts).toMatchObject({ changed: 1 });
  const registry = await registryOf(desk);
  expect(registry.agreements).toMatchObject([
    { number: '12/TT-HQHP', state: 'ended', unit_id: String(desk.organisation.units.port3) },
  ]);
  expect(registry.enterprises[1]).toMatchObject({ name: 'Công ty A' });
  expect(registry.history[0]).toMatchObject({ before: { agreement: '12/TT-HQHP', state: 'inForce' } });
});

test('who is missing from a whole list of members is a member no more; a row for one member only adds', async () => {
  await using desk = await openDesk({ now });
  await using files = await filesWith({
    'whole.csv': 'Tên hiệp hội,Mã hiệp hội,Danh sách hội viên\nHiệp hội Ví dụ,HHVD,0201975599; 0100109106\n',
    'member.csv': 'Tên hiệp hội,Mã số thuế hội viên\nHiệp hội Ví dụ,0200000007\n',
    'shorter.csv': 'Tên hiệp hội,Danh sách hội viên\nHiệp hội Ví dụ,0201975599; 0200000007\n',
  });
  const members = () => desk.database.sql`
    select e.tax_code, m.valid_from, m.valid_until from association_members m
    join enterprises e on e.id = m.enterprise_id order by e.tax_code`;

  await importing(desk, associations, files.path('whole.csv'));
  await importing(desk, associations, files.path('member.csv'));
  desk.clock.advanceBy(24 * 3_600_000);
  const { counts } = await importing(desk, associations, files.path('shorter.csv'));

  expect(counts).toMatchObject({ changed: 1 });
  expect(await members()).toMatchObject([
    { tax_code: '0100109106', valid_until: '2026-11-24' },
    { tax_code: '0200000007', valid_until: null },
    { tax_code: '0201975599', valid_until: null },
  ]);
});

async function importAny(
  desk: TestDesk,
  what: typeof enterprises | typeof agreements | typeof associations,
  file: string,
  isDryRun: boolean,
) {
  if (what === enterprises) return importing(desk, enterprises, payload(file), { isDryRun });
  if (what === agreements) return importing(desk, agreements, payload(file), { isDryRun });
  return importing(desk, associations, payload(file), { isDryRun });
}
