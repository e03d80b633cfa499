import { expect, test } from 'vitest';
import { findMessages } from '../../src/store/search.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';

const said = 20_000;

test('the newest words that an officer may read are found, however often and however long ago they were said', async () => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });
  const { sql, db } = desk.database;
  const { row: own } = await openACase(desk);
  const { row: other } = await openACase(desk, { officeCode: '03CC' });
  const { lan } = desk.organisation.officers;
  const sight = { officerId: lan.id, role: lan.role, unitIds: new Set([lan.unitId]) } as const;
  // “tham vấn” is said everywhere else, and on a case of the officer's own only at the very beginning.
  await sql`
    insert into messages (case_id, author, text, at)
    select case when n % 5 = 0 and n > 3 then ${own.id}::bigint when n = 2 then ${own.id} else ${other.id} end, 'person',
      case when n = 1 then 'kho ngoại quan' when n = 5 then 'kho CFS số 7' when n = 2 then 'xin tham vấn giá'
        when n % 5 = 0 then 'đã nộp đủ hồ sơ ' || n when n % 2 = 0 then 'chờ tham vấn ' || n else 'đã thông quan ' || n end,
      ${desk.clock.now()}
    from generate_series(1, ${said}) n`;
  const found = async (q: string) => (await findMessages(db, sight, q)).map(({ text }) => text);

  expect(await found('ho so')).toEqual([20_000, 19_995, 19_990, 19_985, 19_980].map((n) => `đã nộp đủ hồ sơ ${n}`));
  expect(await found('hồ sơ 7777')).toEqual([]);
  expect(await found('hồ sơ 7770')).toEqual(['đã nộp đủ hồ sơ 7770']);
  expect(await found('tham van')).toEqual(['xin tham vấn giá']);
  expect(await found('thong quan')).toEqual([]);
  expect(await found('kho')).toEqual(['kho CFS số 7']);
  expect(await found('không ai nói')).toEqual([]);
  expect((await findMessages(db, 'everything', 'kho')).map(({ text }) => text)).toEqual([
    'kho CFS số 7',
    'kho ngoại quan',
  ]);
});
