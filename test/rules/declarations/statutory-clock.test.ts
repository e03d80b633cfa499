import { expect, test } from 'vitest';
import type { Declaration, DeclarationStep } from '../../../src/rules/declarations/declaration.ts';
import { statutoryClock } from '../../../src/rules/declarations/statutory-clock.ts';
import { compile } from '../../../src/rules/working-time/compile.ts';
import { aCalendar, at, haiPhong, hour, wall } from '../working-time/samples.ts';

const checked = step('documentCheck', '2026-11-23T09:00');

test('a yellow declaration waits two working hours for the check of its documents', () => {
  const clock = statutoryClock(yellow(), haiPhong, at('2026-11-23T09:00'));

  expect(clock).toMatchObject({ of: 'documentCheck', counted: { usedMilliseconds: hour, isCounting: true } });
  expect(wall(clock?.counted?.dueAt ?? new Date(0))).toBe('2026-11-23T10:00');
});

test('nights and holidays do not count', () => {
  const declaration = yellow({ registeredAt: at('2026-11-23T16:30') });

  // 24 November is a public holiday from 2026.
  const clock = statutoryClock(declaration, haiPhong, at('2026-11-24T10:00'));

  expect(clock?.counted).toMatchObject({ usedMilliseconds: hour / 2, isCounting: false });
  expect(wall(clock?.counted?.dueAt ?? new Date(0)).slice(0, 10)).toBe('2026-11-25');
});

test('a red declaration waits for its documents, then eight working hours for its goods', () => {
  const red = yellow({ channel: 'red' });

  expect(statutoryClock(red, haiPhong, at('2026-11-23T09:30'))?.of).toBe('documentCheck');
  expect(statutoryClock({ ...red, steps: [checked] }, haiPhong, at('2026-11-23T09:30'))).toMatchObject({
    of: 'physicalInspection',
    sinceAt: at('2026-11-23T09:00'),
    counted: { usedMilliseconds: hour / 2 },
  });
});

test('a change of channel begins anew', () => {
  const steps = [checked, step('channelChange', '2026-11-23T10:00')];

  expect(statutoryClock(yellow({ channel: 'red', steps }), haiPhong, at('2026-11-23T10:30'))).toMatchObject({
    of: 'physicalInspection',
    sinceAt: at('2026-11-23T10:00'),
  });
});

test.each<[string, Partial<Declaration>]>([
  ['green', { channel: 'green' }],
  ['cleared', { state: 'cleared' }],
  ['cancelled', { state: 'cancelled' }],
  ['yellow and checked', { steps: [checked] }],
  ['red and inspected', { channel: 'red', steps: [checked, step('physicalInspection', '2026-11-23T11:00')] }],
  ['without a channel yet', { channel: null }],
])('no limit runs for a declaration that is %s', (_, facts) => {
  expect(statutoryClock(yellow(facts), haiPhong, at('2026-11-23T11:30'))).toBeNull();
});

test('in a year without an approved calendar the limit is named and not counted', () => {
  const declaration = yellow({ registeredAt: at('2024-11-25T08:00') });

  expect(statutoryClock(declaration, compile(aCalendar()), at('2026-11-23T11:30'))).toMatchObject({ counted: null });
});

function yellow(facts: Partial<Declaration> = {}): Declaration {
  return {
    number: '107861377820',
    officeCode: '03TG',
    typeCode: 'A11',
    channel: 'yellow',
    registeredAt: at('2026-11-23T08:00'),
    state: 'registered',
    stateAt: at('2026-11-23T08:00'),
    steps: [],
    ...facts,
  };
}

function step(name: DeclarationStep['step'], when: string): DeclarationStep {
  return { step: name, at: at(when).toISOString(), officerEmail: null };
}
