import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { bringFile } from '../../../src/desk/imports/bring-file.ts';
import { chooseColumns } from '../../../src/desk/imports/choose-columns.ts';
import { discardFile } from '../../../src/desk/imports/discard-file.ts';
import {
  declarations as declarationList,
  enterprises as enterpriseList,
} from '../../../src/desk/imports/importable.ts';
import { keepUpload } from '../../../src/desk/imports/keep-upload.ts';
import { startImport } from '../../../src/desk/imports/start-import.ts';
import { workOnImports } from '../../../src/desk/imports/work-on-imports.ts';
import { applyRetention } from '../../../src/desk/privacy/apply-retention.ts';
import { overAttempts } from '../../../src/rules/imports/attempts.ts';
import type { ImportNoun } from '../../../src/rules/imports/import-file.ts';
import { claimImportWork, countTaken, type ImportFileRow, importFileById } from '../../../src/store/import-files.ts';
import { filesWith, importing, payload, registryOf } from '../../commands/import/importing.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

const now = '2026-11-23T09:15:00+07:00';
const day = 86_400_000;

/** A desk with an administrator and a directory of files. */
async function openOffice() {
  const desk = await openDesk({ now });
  const files = await filesWith({});
  const place = { desk, filesDirectory: files.path('') };
  const { administrator } = desk.organisation.officers;
  const by = { kind: 'officer' as const, officerId: administrator.id };
  const rowOf = async (id: number): Promise<ImportFileRow> => {
    const row = await importFileById(desk.database.db, id);
    if (row === null) throw new Error('No such file');
    return row;
  };
  return {
    desk,
    place,
    by,
    rowOf,
    start: (id: number) => act(desk, by, (current) => startImport(current, id)),
    async brings(noun: ImportNoun, source: string | { text: string }): Promise<number> {
      const bytes = typeof source === 'string' ? createReadStream(source) : Readable.from([Buffer.from(source.text)]);
      const upload = await keepUpload(place.filesDirectory, bytes);
      return act(desk, by, (current) => bringFile(current, { noun, name: 'danh sách.csv', upload }));
    },
    kept: async () => (await readdir(join(place.filesDirectory, 'imports'))).toSorted(),
    async [Symbol.asyncDispose]() {
      await files[Symbol.asyncDispose]();
      await desk[Symbol.asyncDispose]();
    },
  };
}

/** Of every table but those that tell of the files themselves and of who did what. */
async function digestOfTables({ database: { sql } }: TestDesk): Promise<string> {
  const digest = createHash('sha256');
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'
      and tablename not in ('import_files', 'ledger', 'ledger_heads') order by tablename`;
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select to_jsonb(t)::text as row from "${name}" t order by 1`);
    digest.update(`${name} ${JSON.stringify(rows)}`);
  }
  return digest.digest('hex');
}

test('a preview shows what would come of a messy list and changes nothing; the import does what the command does', async () => {
  await using office = await openOffice();
  await using other = await openDesk({ now });
  const { desk, place } = office;
  const before = await digestOfTables(desk);

  const id = await office.brings('enterprises', payload('enterprises-messy.csv'));
  expect(await workOnImports(place)).toBe(1);
  const tried = await office.rowOf(id);
  const afterTrial = await digestOfTables(desk);
  await office.start(id);
  await workOnImports(place);
  const done = await office.rowOf(id);
  const { counts, told } = await importing(other, enterpriseList, payload('enterprises-messy.csv'));

  expect(afterTrial).toBe(before);
  expect(tried).toMatchObject({ state: 'read', preview: { counts } });
  expect(tried.preview?.rejected.map(({ line }) => `dòng ${line}`)).toEqual(told.map((text) => text.split(':')[0]));
  expect(tried.preview?.added[0]).toMatchObject({
    fields: expect.arrayContaining([expect.objectContaining({ field: 'name', before: null })]),
  });
  expect(tried.recognition?.columns.find(({ name }) => name === 'taxCode')?.header).not.toBeNull();
  expect(done).toMatchObject({ state: 'imported', counts, path: null, taken: { added: counts.added, changed: 0 } });
  const withoutIds = (rows: readonly object[]) => rows.map((row) => ({ ...row, id: 0, enterprise_id: 0 }));
  const [ours, theirs] = [await registryOf(desk), await registryOf(other)];
  expect(withoutIds(ours.enterprises)).toEqual(withoutIds(theirs.enterprises));
  expect(withoutIds(ours.phones)).toEqual(withoutIds(theirs.phones));

  expect(desk.sentJobs.map(({ name }) => name)).toContain('remove-files');
  const report = await readFile(join(place.filesDirectory, done.rejectedPath ?? ''), 'utf16le');
  expect(report.split('\r\n')).toHaveLength(counts.rejected + 2);
  const stream = await desk.database
    .sql`select type, by, detail from ledger where stream = 'registry' order by ordinal`;
  expect(stream.map(({ type }) => type)).toEqual(['importBrought', 'importStarted', 'imported']);
  expect(stream[2]).toMatchObject({ by: { kind: 'officer' }, detail: { sha256: done.sha256, added: counts.added } });
});

test('the same file brought again changes nothing, and a corrected one shows old beside new', async () => {
  await using office = await openOffice();
  const { desk, place } = office;
  const list = (address: string) => ({ text: `Mã số thuế,Tên DN,Địa chỉ\n0100109106,Công ty A,${address}\n` });
  const first = await office.brings('enterprises', list('=cmd()'));
  await workOnImports(place);
  await office.start(first);
  await workOnImports(place);
  const before = await digestOfTables(desk);

  const again = await office.brings('enterprises', list('=cmd()'));
  const corrected = await office.brings('enterprises', list('Số 2'));
  expect(await workOnImports(place)).toBe(2);

  expect(await digestOfTables(desk)).toBe(before);
  expect((await office.rowOf(again)).preview?.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  expect((await office.rowOf(corrected)).preview?.changed).toEqual([
    { name: '0100109106', fields: [{ field: 'address', before: '=cmd()', after: 'Số 2' }] },
  ]);
});

test.each([
  [
    'agreements',
    'Số thỏa thuận,Mã số thuế,Ngày ký,Mẫu\n1/TT,0100109106,17/02/2020,2018\n',
    'Số thỏa thuận,Mã số thuế,Ngày ký,Mẫu\n1/tt,0100109106,17/02/2020,17/2/2020\n',
    { field: 'templateVersion', before: '2018', after: '2020-02-17' },
  ],
  [
    'associations',
    'Tên hiệp hội,Thành viên\nHiệp hội A,0100109106\n',
    'Tên hiệp hội,Thành viên\nHiệp hội A,0201975599\n',
    null,
  ],
  [
    'declarations',
    'Số tờ khai,MST,Ngày ĐK,Luồng\n104722599000,0201975599,05/03/2026 08:15,Vàng\n',
    'Số tờ khai,MST,Ngày ĐK,Luồng\n104722599001,0201975599,05/03/2026 08:15,Vàng\n',
    { field: 'number', before: '104722599000', after: '104722599001' },
  ],
  [
    'organisation',
    'Họ và tên,Email,Mã đơn vị\nPhạm Thị Mới,moi@haiquan.vidu.vn,DINHVU\n',
    'Họ và tên,Email,Mã đơn vị\nPhạm Thị Mới Hơn,moi@haiquan.vidu.vn,DINHVU\n',
    { field: 'name', before: 'Phạm Thị Mới', after: 'Phạm Thị Mới Hơn' },
  ],
] as const)('of %s, what changes is shown old beside new', async (noun, first, second, difference) => {
  await using office = await openOffice();
  const { desk, place } = office;
  const [unit] = await desk.database.sql<
    { code: string }[]
  >`select u.code from officers o join units u on u.id = o.unit_id limit 1`;
  const text = (rows: string) => ({ text: rows.replaceAll('DINHVU', unit?.code ?? '') });
  const one = await office.brings(noun, text(first));
  await workOnImports(place);
  const trial = await office.rowOf(one);
  await office.start(one);
  await workOnImports(place);

  const two = await office.brings(noun, text(second));
  await workOnImports(place);

  expect(trial.preview).toMatchObject({ counts: { added: 1, rejected: 0 } });
  expect(trial.preview?.added[0]?.fields.length).toBeGreaterThan(1);
  expect(await office.rowOf(one)).toMatchObject({ state: 'imported', counts: { added: 1 } });
  const { preview } = await office.rowOf(two);
  expect(preview?.changed[0]?.fields).toEqual(
    difference === null ? expect.anything() : expect.arrayContaining([difference]),
  );
});

test('an attempt that dies in the middle is taken up again, what it took counts once, and the dead one can write no more', async () => {
  await using office = await openOffice();
  const { desk, place } = office;
  const part = declarationList.batchRows;
  const all = part * 2 + 500;
  const lines = Array.from({ length: all }, (_, at) => `1${1_000_000_000 + at}0,0201975599,05/03/2026 08:15,Vàng`);
  const id = await office.brings('declarations', { text: `Số tờ khai,MST,Ngày ĐK,Luồng\n${lines.join('\n')}\n` });
  await workOnImports(place);
  await office.start(id);
  let parts = 0;
  const dying = {
    ...place,
    desk: {
      ...desk,
      // The second part wakes nobody any more: the process is gone.
      announcements: {
        ...desk.announcements,
        announce: () => {
          parts += 1;
          if (parts === 2) throw new Error('The process died');
        },
      },
    },
  };
  await expect(workOnImports(dying)).rejects.toThrow('The process died');
  const { db, sql } = desk.database;
  // A process that is killed does not even give its lease back.
  const dead = await office.rowOf(id);
  await sql`update import_files set leased_until = ${new Date(desk.clock.now().getTime() + 60_000)} where id = ${id}`;
  const whileLeased = await workOnImports(place);
  desk.clock.advanceBy(61_000);

  const afterwards = await workOnImports(place);

  expect(dead).toMatchObject({ state: 'importing', taken: { added: part * 2, changed: 0 } });
  expect([whileLeased, afterwards]).toEqual([0, 1]);
  const done = await office.rowOf(id);
  expect(done).toMatchObject({ state: 'imported', attempt: 3, taken: { added: all }, counts: { added: 500 } });
  if (done.counts === null) throw new Error('No counts');
  expect(overAttempts(done.counts, done.takenBefore)).toMatchObject({ read: all, added: all, unchanged: 0 });
  expect((await registryOf(desk)).declarations).toHaveLength(all);
  expect(await db.transaction((tx) => countTaken(tx, dead, { added: 1, changed: 0 }))).toBe(false);
});

test('work that keeps failing stops with a sentence, can be begun again by hand, and be taken off the table', async () => {
  await using office = await openOffice();
  const { desk, place } = office;
  const id = await office.brings('enterprises', payload('enterprises-messy.csv'));
  await workOnImports(place);
  await office.start(id);
  for (let at = desk.clock.now(), tries = 0; tries < 5; tries += 1) {
    await claimImportWork(desk.database.db, { at, until: at });
    desk.clock.advanceBy(1000);
    at = desk.clock.now();
  }

  await workOnImports(place);
  const stopped = await office.rowOf(id);
  await office.start(id);
  await act(desk, office.by, (current) => expect(discardFile(current, id)).rejects.toThrow('đang được nhập'));
  await workOnImports(place);

  expect(stopped).toMatchObject({ state: 'stopped', refusal: expect.stringContaining('Đã thử nhiều lần') });
  expect(await office.rowOf(id)).toMatchObject({ state: 'imported', refusal: null });
});

test('a list with headers of its own is refused until a person says which is which', async () => {
  await using office = await openOffice();
  const { desk, place } = office;
  const id = await office.brings('enterprises', { text: 'Mã khách,Tên DN\n0100109106,Công ty A\n' });
  await workOnImports(place);
  const refused = await office.rowOf(id);
  await act(desk, office.by, (current) => expect(startImport(current, id)).rejects.toThrow('không đọc được'));

  const columns = { form: 'Doanh nghiệp', headers: { taxCode: 'Mã khách', name: 'Tên DN' } };
  await act(desk, office.by, (current) => chooseColumns(current, { id, columns }));
  await workOnImports(place);

  expect(refused).toMatchObject({
    state: 'refused',
    refusal: expect.stringContaining('thiếu cột bắt buộc “Mã số thuế”'),
  });
  expect(refused.recognition?.columns.find(({ name }) => name === 'name')?.header).toBe('Tên DN');
  expect(await office.rowOf(id)).toMatchObject({ state: 'read', preview: { counts: { added: 1 } }, columns });
});

test('only who administers brings files, pages and programs of another kind leave nothing behind, and what is old goes', async () => {
  await using office = await openOffice();
  const { desk, place } = office;
  const { lan } = desk.organisation.officers;
  const page = Readable.from([Buffer.from('<!doctype html><script>1</script>')]);
  await expect(keepUpload(place.filesDirectory, page)).rejects.toThrow('trang web');
  const upload = await keepUpload(place.filesDirectory, Readable.from([Buffer.from('Mã số thuế,Tên DN\n1,\n')]));
  const asLan = { kind: 'officer' as const, officerId: lan.id };
  const attempt = act(desk, asLan, (current) => bringFile(current, { noun: 'enterprises', name: 'a', upload }));
  await expect(attempt).rejects.toThrow('không có quyền');
  const id = await act(desk, office.by, (current) => bringFile(current, { noun: 'enterprises', name: 'a', upload }));
  await workOnImports(place);
  const before = await office.kept();

  desk.clock.advanceBy(8 * day);
  await applyRetention(desk);

  expect(before).toHaveLength(2);
  expect(await office.rowOf(id)).toMatchObject({ path: null, rejectedPath: null, preview: null, recognition: null });
  const { data } = desk.sentJobs.findLast(({ name }) => name === 'remove-files') ?? {};
  expect(data).toEqual({ paths: before.map((name) => join('imports', name)) });
});
