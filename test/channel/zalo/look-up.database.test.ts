import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { installDemonstrationTexts } from '../../../src/desk/library/install-demonstration.ts';
import { openDesk } from '../../support/desk.ts';
import { openZaloOa } from '../../support/zalo-oa.ts';
import { zaloPerson } from '../../support/zalo-person.ts';

test('on Zalo an article is found without diacritics, read on by buttons and numbers, and asked about', async () => {
  await using desk = await openDesk({ now: '2026-11-25T09:00:00+07:00' });
  await act(desk, { kind: 'schedule', name: 'installation' }, installDemonstrationTexts);
  await using oa = await openZaloOa(desk);
  const mai = zaloPerson(oa, '8274619301845517203', 'Trần Thị Mai');
  await mai.does('(quan tâm OA)', (person) => person.follows());
  await mai.presses('Đồng ý');

  await mai.writes('tra cuu phu luc');
  await mai.writes('lam thu bay phai dang ky truoc may gio');
  await mai.presses('Toàn văn Điều 4');
  await mai.writes('tiep');
  await mai.writes('danh muc phu luc');
  await mai.writes('7');
  await mai.writes('dieu 4');
  await mai.writes('phu luc quy dinh hang bi dung thi bao lau phai bao');
  await mai.presses('Chưa đúng, hỏi cán bộ');
  await mai.writes('gui');

  await expect(mai.transcript()).toMatchFileSnapshot('../../transcripts/zalo/look-up.txt');
  const [opened] = await desk.database.sql`
    select c.kind, c.description, l.helpful, l.case_id = c.id as carried from cases c join lookups l on l.case_id = c.id`;
  expect(opened).toMatchObject({ kind: 'question', helpful: false, carried: true });
  expect(opened?.description).toContain('PL03 Điều 4');
});
