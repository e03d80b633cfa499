import { expect, test } from 'vitest';
import { asOf, changeFrom, endOn, overlap, type Span } from '../../../src/rules/organisation/spans.ts';
import { circleFrom } from '../../../src/rules/organisation/tree.ts';

const first = span('2025-03-15', '2026-07-01');
const second = span('2026-07-01', null);

test.each([
  ['nothing holds the day before the first', '2025-03-14', null],
  ['the first day belongs to the span', '2025-03-15', first],
  ['the last day before a change belongs to what was before', '2026-06-30', first],
  ['the day of a change belongs to what comes after', '2026-07-01', second],
])('%s', (_, day, expected) => {
  expect(asOf([first, second], day)).toEqual(expected);
});

test('spans that touch do not share a day', () => {
  expect(overlap(first, second)).toBe(false);
  expect(overlap(first, span('2026-06-30', null))).toBe(true);
});

test('a change closes what held and opens what will hold on the same day', () => {
  const outcome = changeFrom([second], span('2026-09-01', null));

  expect(outcome).toEqual({ ok: true, write: [span('2026-07-01', '2026-09-01'), span('2026-09-01', null)] });
});

test('a second change for the same day puts the first right', () => {
  expect(changeFrom([first, second], span('2026-07-01', null))).toEqual({ ok: true, write: [second] });
});

test.each([
  ['before a change that stands', [first, second], '2026-06-30', 'laterSpanStands'],
  ['after the end', [first], '2026-08-01', 'ended'],
])('a change %s is refused', (_, spans, from, refusal) => {
  expect(changeFrom(spans, span(from, null))).toMatchObject({ ok: false, refusal });
});

test('whatever ends has held for a day at least', () => {
  expect(endOn([second], '2026-07-01')).toMatchObject({ ok: false, refusal: 'laterSpanStands' });
  expect(endOn([second], '2026-07-02')).toEqual({ ok: true, write: [span('2026-07-01', '2026-07-02')] });
});

test('a circle that closes only through the planned move of another unit is found', () => {
  const placements = [
    { unitId: 1, parentId: null, ...span('2020-01-01', null) },
    { unitId: 2, parentId: 3, ...span('2026-01-01', null) },
    { unitId: 3, parentId: 1, ...span('2020-01-01', '2026-07-01') },
    { unitId: 3, parentId: 2, ...span('2026-07-01', null) },
  ];

  expect(circleFrom(placements, 2, '2026-01-01')).toBe('2026-07-01');
  expect(circleFrom(placements.slice(0, 3), 2, '2026-01-01')).toBeNull();
});

function span(validFrom: string, validTo: string | null): Span {
  return { validFrom, validTo };
}
