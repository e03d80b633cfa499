import { expect, test } from 'vitest';
import { shortSpan } from '../../src/console/time/moments.ts';

/** An instant of January 2026, in Hải Phòng's time. */
function at(day: number, time = '00:00'): number {
  return Date.parse(`2026-01-${day}T${time}+07:00`);
}

const now = at(12, '09:00');

test('whole days away are said from the first to the last, and a broken day with its hours', () => {
  const said = (from: number, until: number) => shortSpan(from, until, now, 'vi');

  const spans = [
    said(at(21), at(28)),
    said(at(21), at(22)),
    said(at(21), at(28, '12:00')),
    said(at(12, '13:00'), at(14)),
    said(Date.parse('2025-12-29T00:00+07:00'), at(14)),
  ];

  expect(spans).toEqual([
    '21/01 – 27/01',
    '21/01',
    '00:00 21/01 – 12:00 28/01',
    '13:00 – 00:00 14/01',
    '29/12/2025 – 13/01',
  ]);
});
