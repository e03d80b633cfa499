import { expect, test } from 'vitest';
import { organisation } from '../../../src/desk/imports/importable.ts';
import { officers, units } from '../../../src/store/schema/organisation.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { filesWith, importing, payload } from './importing.ts';

const now = '2026-11-23T09:15:00+07:00';

test('units are founded in whatever order a list has them, each under the one it names, and officers get their posts', async () => {
  await using desk = await openDesk({ now });
  const before = await organisationOf(desk);

  const tried = await importing(desk, organisation, payload('units-messy.csv'), { isDryRun: true });
  const untouched = await organisationOf(desk);
  const { counts, told } = await importing(desk, organisation, payload('units-messy.csv'));
  const staffed = await importing(desk, organisation, payload('officers-messy.csv'));

  expect(untouched).toEqual(before);
  expect(tried.counts).toEqual(counts);
  expect(counts).toEqual({ read: 8, added: 3, changed: 0, unchanged: 0, rejected: 5, duplicates: 0 });
  expect(told).toEqual([
    'dòng 6: Mã đơn vị chỉ gồm chữ, số, dấu chấm, gạch nối, gạch chéo; không có dấu cách; tối đa 40 ký tự.',
    'dòng 7: Không có đơn vị cấp trên với mã này, trong tệp cũng như trong hệ thống, hoặc đơn vị đó bị loại.',
    'dòng 8: Không có đơn vị cấp trên với mã này, trong tệp cũng như trong hệ thống, hoặc đơn vị đó bị loại.',
    'dòng 9: Không có đơn vị cấp trên với mã này, trong tệp cũng như trong hệ thống, hoặc đơn vị đó bị loại.',
    'dòng 10: Chỉ có một đơn vị đứng đầu. Anh/chị vui lòng chọn đơn vị cấp trên.',
  ]);
  const tree = await desk.database.sql`
    select u.code, u.short_name, a.code as above, u.valid_from from units u join units a on a.id = u.parent_id
    where u.code in ('T1-G', 'DOI-GS', 'CKLH') order by u.code`;
  expect(tree.map((row) => Object.values(row))).toEqual([
    ['CKLH', 'HQ Lạch Huyện', 'R3', '2026-07-01'],
    ['DOI-GS', 'Đội GS', 'CKLH', '2026-07-01'],
    ['T1-G', 'Tổ 1', 'DOI-GS', '2026-07-01'],
  ]);

  expect(staffed.counts).toMatchObject({ added: 1, changed: 1, rejected: 3 });
  expect(staffed.told).toEqual([
    'dòng 4: Không có đơn vị với mã này. Hãy nhập danh sách đơn vị trước hoặc sửa mã.',
    'dòng 5: Ngày 01/01/2026, HQ Lạch Huyện chưa hoạt động hoặc đã kết thúc.',
    'dòng 6: Không phải địa chỉ thư điện tử.',
  ]);
  const posts = await desk.database.sql`
    select o.name, p.role, u.code, p.valid_from, p.valid_to from officers o
    join officer_posts p on p.officer_id = o.id join units u on u.id = p.unit_id
    where o.email = 'vidu.vu@haiquan.vidu.vn' order by p.valid_from`;
  expect(posts.map((row) => Object.values(row))).toEqual([
    ['Vũ Ví Dụ', 'officer', 'T1-G', '2026-08-01', '2026-10-01'],
    ['Vũ Ví Dụ', 'teamLead', 'DOI-GS', '2026-10-01', null],
  ]);
});

test('the same lists again change nothing, and a later list moves, renames and ends what it says', async () => {
  await using desk = await openDesk({ now });
  const headers = 'Mã đơn vị,Tên đơn vị,Mã đơn vị cấp trên,Từ ngày,Đến hết ngày';
  await using files = await filesWith({
    'later.csv': `${headers}\nT1-G,Tổ giám sát,CKLH,01/12/2026,\nDOI-GS,Đội Giám sát,CKLH,01/07/2026,31/12/2026\n`,
  });
  await importing(desk, organisation, payload('units-messy.csv'));
  await importing(desk, organisation, payload('officers-messy.csv'));
  const before = await organisationOf(desk);

  const again = await importing(desk, organisation, payload('units-messy.csv'));
  const sameOfficers = await importing(desk, organisation, payload('officers-messy.csv'));
  const unchanged = await organisationOf(desk);
  const refused = await importing(desk, organisation, files.path('later.csv'));

  expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  expect(sameOfficers.counts).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(unchanged).toEqual(before);
  expect(refused.counts).toMatchObject({ changed: 1, rejected: 1 });
  expect(refused.told).toEqual(['dòng 3: Chưa thể kết thúc: đơn vị còn công chức (Vũ Ví Dụ).']);
  const versions = await desk.database.sql`
    select v.name, a.code, v.valid_from, v.valid_to from unit_versions v join units u on u.id = v.unit_id
    join units a on a.id = v.parent_id where u.code = 'T1-G' order by v.valid_from`;
  expect(versions.map((row) => Object.values(row))).toEqual([
    ['Tổ giám sát 1', 'DOI-GS', '2026-07-01', '2026-12-01'],
    ['Tổ giám sát', 'CKLH', '2026-12-01', null],
  ]);
});

async function organisationOf({ database: { db, sql } }: TestDesk) {
  return {
    units: await db.select().from(units).orderBy(units.id),
    officers: await db.select().from(officers).orderBy(officers.id),
    posts:
      await sql`select officer_id, unit_id, role, valid_from, valid_to from officer_posts order by officer_id, valid_from`,
    versions: await sql`select unit_id, name, valid_from, valid_to from unit_versions order by unit_id, valid_from`,
    ledger: await sql`select type from ledger where stream = 'organisation' order by ordinal`,
  };
}
