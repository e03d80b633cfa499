import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekdays } from '../../../src/rules/working-time/calendar.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import { formatDatedDays, parseDatedDays } from '../../../src/rules/working-time/dated-days-table.ts';

describe('a table of dated days', () => {
  test('is read as an administrator writes it', () => {
    const text = [
      'Ngày;Loại;Tên;Độ tin cậy;Giờ làm việc',
      '17/02/2026;Nghỉ lễ;Tết Nguyên đán;2+;',
      '2026-08-22;làm bù;"Làm bù cho thứ Hai; 31/08";1;như thứ Hai',
      '12/9/2026;NGHI DOT XUAT;Bão số 3;;07:30-09:00 22:00–06:00',
    ].join('\r\n');

    const { days, errors } = parseDatedDays(`\uFEFF${text}`);

    expect(errors).toEqual([]);
    expect(days).toEqual([
      { date: '2026-02-17', kind: 'holiday', name: 'Tết Nguyên đán', confidence: '2+' },
      {
        date: '2026-08-22',
        kind: 'makeupDay',
        name: 'Làm bù cho thứ Hai; 31/08',
        confidence: '1',
        likeWeekday: 'monday',
      },
      {
        date: '2026-09-12',
        kind: 'closure',
        name: 'Bão số 3',
        confidence: 'unverified',
        openings: [
          { from: '07:30', until: '09:00' },
          { from: '22:00', until: '06:00' },
        ],
      },
    ]);
  });

  test('tells each row at fault by its line, and keeps the others', () => {
    const text = [
      'Ngày,Loại,Tên,Độ tin cậy,Giờ làm việc',
      '29/02/2026,nghỉ lễ,Ngày không có,2+',
      '2026-03-01,nghỉ mát,Đi biển,2+',
      '2026-03-02,nghỉ lễ,,2+',
      '2026-03-03,nghỉ lễ,Ngày thử,chắc chắn',
      '',
      '2026-03-04,làm bù,"Ngày',
      'thử",1,7h30-11h',
      '2026-03-05,nghỉ lễ,Ngày đúng,1',
      '05/03/2026,nghỉ lễ,Ngày lặp lại,1',
    ].join('\n');

    const { days, errors } = parseDatedDays(text);

    expect(days.map(({ name }) => name)).toEqual(['Ngày đúng']);
    expect(errors).toEqual([
      { line: 2, message: 'Ngày "29/02/2026" không hợp lệ; hãy viết như 17/02/2026 hoặc 2026-02-17.' },
      { line: 3, message: 'Loại ngày "nghỉ mát" không có; hãy dùng: nghỉ lễ, làm bù, tạm ngừng.' },
      { line: 4, message: 'Ngày 2026-03-02 chưa có tên.' },
      { line: 5, message: 'Độ tin cậy "chắc chắn" không có; hãy dùng: 2+, 1, chưa xác minh.' },
      {
        line: 7,
        message: 'Giờ làm việc "7h30-11h" không hợp lệ; hãy viết như 07:30-11:30 13:00-17:00 hoặc như thứ Sáu.',
      },
      { line: 10, message: 'Ngày 2026-03-05 đã có ở dòng trên.' },
    ]);
  });

  test('nothing is nothing', () => {
    expect(parseDatedDays('')).toEqual({ days: [], errors: [] });
    expect(parseDatedDays('\n\n')).toEqual({ days: [], errors: [] });
  });

  test('the shipped calendar survives being written and read', () => {
    const { days, errors } = parseDatedDays(formatDatedDays(haiPhong20252027.datedDays));

    expect(errors).toEqual([]);
    expect(days).toEqual(haiPhong20252027.datedDays);
  });

  test('so does any name, whatever commas, quotes and line breaks it holds', () => {
    const name = fc.string({ unit: fc.constantFrom('ễ', 'a', ' ', ',', ';', '"', '\n', '\t', '-') });
    const day = fc.record(
      {
        date: fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        kind: fc.constantFrom('holiday' as const, 'makeupDay' as const, 'closure' as const),
        name: name.map((text) => text.trim()).filter((text) => text !== ''),
        confidence: fc.constantFrom('2+' as const, '1' as const, 'unverified' as const),
        likeWeekday: fc.constantFrom(...weekdays),
      },
      { requiredKeys: ['date', 'kind', 'name', 'confidence'] },
    );
    const table = fc.uniqueArray(
      day.map((written) => ({ ...written, date: written.date.toISOString().slice(0, 10) })),
      { selector: ({ date }) => date },
    );

    fc.assert(
      fc.property(table, (days) => {
        expect(parseDatedDays(formatDatedDays(days))).toEqual({ days, errors: [] });
      }),
    );
  });
});
