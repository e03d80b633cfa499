import { expect, test } from 'vitest';
import { lettersCsv } from '../../src/console/links/letters-csv.ts';

const item = {
  id: 1,
  enterprise: { name: 'Công ty "Đại Dương"; chi nhánh 2', taxCode: '0299101121', address: null },
  code: 'DN-7KXP-2MRA-9QWT',
  telegramLink: null,
  webchatLink: 'https://example.vn/chat?ma=DN-7KXP-2MRA-9QWT',
  expiresAt: '2027-02-20T17:00:00.000Z',
};

test('the table of letters opens in a spreadsheet with marks, semicolons and the day of the desk', () => {
  const [header, row] = lettersCsv([item]).split('\r\n');

  expect(header).toMatch(/^\uFEFFMã số thuế;Tên doanh nghiệp;/);
  expect(row).toBe(
    '0299101121;"Công ty ""Đại Dương""; chi nhánh 2";;DN-7KXP-2MRA-9QWT;;https://example.vn/chat?ma=DN-7KXP-2MRA-9QWT;21/02/2027',
  );
});

test.each(['=1+1', '+84', '-1', '@SUM(A1)'])('a name like %s is no formula', (name) => {
  const table = lettersCsv([{ ...item, enterprise: { ...item.enterprise, name } }]);

  expect(table).toContain(`;'${name};`);
});
