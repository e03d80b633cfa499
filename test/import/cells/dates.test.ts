import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../../src/import/cells/cell.ts';
import { readDate, readDateTime, readLastDay } from '../../../src/import/cells/date.ts';
import { wallsOf } from '../../../src/import/cells/instant-of.ts';
import { context } from '../reading.ts';

test.each<[Cell, string]>([
  ['05/03/2026', '2026-03-05'],
  ['5/3/26', '2026-03-05'],
  ['5/3/98', '1998-03-05'],
  ['05-03-2026', '2026-03-05'],
  ['05.03.2026', '2026-03-05'],
  ['2026-03-05', '2026-03-05'],
  ['2026/3/5', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['Ngày 5 tháng 3 năm 2026', '2026-03-05'],
  [" '05/03/2026 ", '2026-03-05'],
  ['05/03/2026 14:30', '2026-03-05'],
  [{ serial: 46086 }, '2026-03-05'],
  [46086.99, '2026-03-05'],
  ['46086', '2026-03-05'],
  ['29/02/2024', '2024-02-29'],
])('%j is the date %s', (cell, date) => {
  expect(readDate(cell, context)).toEqual({ ok: true, value: date, note: null });
});

test.each([
  ['05/03/2026 14:30', '14:30:00'],
  ['05/03/2026 14:30:59', '14:30:59'],
  ['05/03/2026 14h30', '14:30:00'],
  ['05/03/2026 lúc 14 giờ 30 phút', '14:30:00'],
  ['05/03/2026 2:30 CH', '14:30:00'],
  ['05/03/2026 2:30:15 PM', '14:30:15'],
  ['05/03/2026 12:05 SA', '00:05:00'],
  ['05/03/2026 12:05 CH', '12:05:00'],
  ['05/03/2026, 9h', '09:00:00'],
  ['14:30 05/03/2026', '14:30:00'],
  ['14h30 ngày 5/3/2026', '14:30:00'],
  ['2026-03-05T14:30:00', '14:30:00'],
  ['2026-03-05T07:30:00Z', '14:30:00'],
  ['2026-03-05 16:30:00.250+09:00', '14:30:00'],
])('%s is a moment on the walls of Hải Phòng', (cell, time) => {
  const read = readDateTime(cell, context);

  expect(read).toEqual({ ok: true, value: new Date(`2026-03-05T${time}+07:00`), note: null });
});

test.each<[Cell, string]>([
  ['31/02/2026', 'Tháng 2/2026 không có ngày 31.'],
  ['29/02/2026', 'Tháng 2/2026 không có ngày 29.'],
  ['05/23/2026', 'Không có tháng 23; có vẻ ngày và tháng bị đảo. Hãy ghi ngày trước, tháng sau.'],
  ['15/13/2026', 'Không có tháng 13.'],
  ['00/03/2026', 'Tháng 3/2026 không có ngày 0.'],
  ['05/03/0206', 'Năm 206 ngoài khoảng 1990–2099.'],
  ['05/03/20260', 'Không đọc được ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/03/2026 hoặc 05/03/2026 14:30.'],
  ['05/03-2026', 'Không đọc được ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/03/2026 hoặc 05/03/2026 14:30.'],
  ['hôm qua', 'Không đọc được ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/03/2026 hoặc 05/03/2026 14:30.'],
  ['05/03/2026 24:00', 'Giờ trong ngày phải từ 00:00 đến 23:59.'],
  ['05/03/2026 chiều mai', 'Không đọc được giờ. Hãy ghi giờ:phút sau ngày, ví dụ 05/03/2026 14:30.'],
  ['05/03/2026 7', 'Không đọc được giờ. Hãy ghi giờ:phút sau ngày, ví dụ 05/03/2026 14:30.'],
  [2026, 'Số 2026 không phải ngày của bảng tính.'],
  [true, 'Ô không phải ngày.'],
])('%j is no date, and the reason says why', (cell, because) => {
  expect(readDate(cell, context)).toEqual({ ok: false, because });
});

test('a date without a time of day begins at midnight, and says so', () => {
  const read = readDateTime('05/03/2026', context);

  expect(read).toEqual({
    ok: true,
    value: new Date('2026-03-05T00:00:00+07:00'),
    note: 'Chỉ có ngày, không có giờ; tính từ 00:00.',
  });
});

test('a last day ends where the next begins', () => {
  expect(readLastDay('31/12/2026', context)).toMatchObject({ value: '2027-01-01' });
});

test('a workbook that counts from 1904 has its own number for the same day', () => {
  const from1904 = { ...context, epoch: 1904 } as const;

  expect(readDate({ serial: 44624 }, from1904)).toEqual(readDate({ serial: 46086 }, context));
});

test('walls that change between summer and winter are read by their own rule', () => {
  const paris = { ...context, instantOf: wallsOf('Europe/Paris') };

  expect(readDateTime('05/03/2026 12:00', paris)).toMatchObject({ value: new Date('2026-03-05T11:00:00Z') });
  expect(readDateTime('05/07/2026 12:00', paris)).toMatchObject({ value: new Date('2026-07-05T10:00:00Z') });
});

const moments = fc
  .date({ min: new Date('1990-01-02T00:00:00Z'), max: new Date('2099-12-30T00:00:00Z'), noInvalidDate: true })
  .map(wholeSecond);

test('every moment is read back from every way of writing it', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom('/', '-', '.'), fc.boolean(), (moment, separator, padded) => {
      const [year = '', month = '', day = '', time = ''] = walls(moment);
      const written = (text: string) => (padded ? text : String(Number(text)));
      const dayFirst = `${written(day)}${separator}${written(month)}${separator}${year} ${time}`;
      const yearFirst = `${year}${separator}${month}${separator}${day} ${time}`;
      const serial = (moment.getTime() + 7 * 3_600_000 - Date.UTC(1899, 11, 30)) / 86_400_000;

      for (const cell of [dayFirst, yearFirst, { serial }, moment.toISOString(), `${time} ${dayFirst.split(' ')[0]}`]) {
        expect(readDateTime(cell, context)).toMatchObject({ ok: true, value: moment });
      }
    }),
  );
});

test('no text makes the reader fail: it reads a date or gives a reason', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-.: hSACH') }), (text) => {
      const read = readDateTime(text, context);

      expect(read.ok ? Number.isFinite(read.value.getTime()) : read.because.length > 0).toBe(true);
    }),
  );
});

function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

function walls(moment: Date): string[] {
  const text = new Date(moment.getTime() + 7 * 3_600_000).toISOString();
  return [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10), text.slice(11, 19)];
}
