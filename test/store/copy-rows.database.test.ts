import { expect, test } from 'vitest';
import { fold } from '../../src/rules/identity/fold.ts';
import { type CopyValue, copyRows } from '../../src/store/copy-rows.ts';
import { openDesk } from '../support/desk.ts';

const now = '2026-11-23T09:15:00+07:00';
const columns = ['tax_code', 'name', 'is_broker', 'created_at'];

test('what is copied comes back as it was, whatever characters it has, and is found without its marks', async () => {
  await using desk = await openDesk({ now });
  const { db, sql } = desk.database;
  const at = desk.clock.now();
  const names = [
    'Công ty TNHH Đình Vũ',
    'Công ty “A\\tB” \\N',
    'dòng\nhai\tba\r',
    '\\.',
    'Ｃông ty 한국 ①',
    'CÔNG TY ĐỖ Ừ'.normalize('NFD'),
    'x'.repeat(300_000),
  ];

  await db.transaction((tx) =>
    copyRows(
      tx,
      'enterprises',
      columns,
      names.map((name, place) => [`copied-${place}`, name, place === 0, at]),
    ),
  );

  const rows =
    await sql`select name, is_broker, created_at, folded from enterprises where tax_code like 'copied-%' order by id`;
  expect(rows.map(({ name }) => name)).toEqual(names);
  expect(rows[0]).toMatchObject({ is_broker: true, created_at: at });
  expect(rows.map(({ folded }) => folded)).toEqual(names.map((name, place) => `copied-${place} ${fold(name)}`));
});

test('rows that the server refuses end the transaction with its reason, and nothing of them stays', async () => {
  await using desk = await openDesk({ now });
  const { db, sql } = desk.database;
  const row: CopyValue[] = ['refused-1', 'Công ty A', false, desk.clock.now()];
  const copying = (rows: (typeof row)[]) => db.transaction((tx) => copyRows(tx, 'enterprises', columns, rows));

  const few = copying([row, row]);
  await expect(few).rejects.toMatchObject({ code: '23505' });
  const many = copying(
    Array.from({ length: 20_000 }, (_, place) => (place < 2 ? row : [`refused-${place}`, 'B', false, row[3] ?? null])),
  );
  await expect(many).rejects.toMatchObject({ code: '23505' });
  const unreadable = copying([['refused-1', 'Công ty A', 'có', desk.clock.now()]]);
  await expect(unreadable).rejects.toMatchObject({ code: '22P02' });

  const [left] = await sql`select count(*)::int as n from enterprises where tax_code like 'refused-%'`;
  expect(left).toEqual({ n: 0 });
});
