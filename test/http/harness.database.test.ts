import { expect, test } from 'vitest';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';

test('a case of port 3 is given to the officer there, with two working hours for the first answer', async () => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });

  const opened = await openACase(desk);

  expect(opened.row.reference).toBe('VM-2026-000001');
  expect(opened.officer?.name).toBe('Nguyễn Thị Lan');
  expect(opened.firstResponseDueAt).toEqual(new Date('2026-03-06T11:00+07:00'));
});
