import { expect, test } from 'vitest';
import { compile } from '../../../src/rules/working-time/compile.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import { dueAcrossEdit, type OpenDeadline, previewEdit } from '../../../src/rules/working-time/preview-edit.ts';
import type { WorkingTime } from '../../../src/rules/working-time/working-time.ts';
import { aCalendar, aDay, at, haiPhong, hour, wall, years } from './samples.ts';

// The swap under consultation: Monday 23/11 off before Culture Day.
const bridged = compile({
  ...haiPhong20252027,
  version: '2026.2',
  datedDays: [...haiPhong20252027.datedDays, aDay({ date: '2026-11-23', kind: 'holiday' })],
});

function aDeadline(fields: Partial<OpenDeadline>): OpenDeadline {
  return {
    id: 'VM-2026-000001',
    runningSince: at('2026-11-20T16:00'),
    durationMilliseconds: 2 * hour,
    usedMilliseconds: 0,
    ...fields,
  };
}

function moves(deadlines: OpenDeadline[], edit: { before: WorkingTime; after: WorkingTime; editAt: Date }): string[] {
  return previewEdit(deadlines, edit).map(
    ({ id, fromDueAt, toDueAt }) => `${id}: ${fromDueAt && wall(fromDueAt)} → ${toDueAt && wall(toDueAt)}`,
  );
}

test('a new holiday moves what falls due after it, and nothing else', () => {
  const deadlines = [
    aDeadline({ id: 'today', durationMilliseconds: hour }),
    aDeadline({ id: 'monday' }),
    aDeadline({ id: 'later', runningSince: at('2026-11-25T09:00') }),
  ];

  const seen = moves(deadlines, { before: haiPhong, after: bridged, editAt: at('2026-11-20T16:30') });

  expect(seen).toEqual(['monday: 2026-11-23T08:30 → 2026-11-25T08:30']);
});

test('time used before the edit stays used, though the new calendar would not have counted it', () => {
  const editAt = at('2026-11-23T10:00');
  const monday = aDeadline({ runningSince: at('2026-11-23T09:00'), durationMilliseconds: 4 * hour });

  const seen = moves([monday], { before: haiPhong, after: bridged, editAt });

  // One hour of Monday is used; three are left, and they begin on Wednesday.
  expect(seen).toEqual(['VM-2026-000001: 2026-11-23T14:30 → 2026-11-25T10:30']);
});

test('time used before a pause stays used as well', () => {
  const paused = aDeadline({ usedMilliseconds: 90 * 60_000, runningSince: at('2026-11-20T16:45') });

  const seen = moves([paused], { before: haiPhong, after: bridged, editAt: at('2026-11-20T16:50') });

  expect(seen).toEqual(['VM-2026-000001: 2026-11-23T07:45 → 2026-11-25T07:45']);
});

test('a promise that fell due before the edit is not moved by it', () => {
  const broken = aDeadline({ runningSince: at('2026-11-23T07:30') });

  expect(moves([broken], { before: haiPhong, after: bridged, editAt: at('2026-11-23T09:30') })).toEqual([]);
  expect(moves([broken], { before: haiPhong, after: bridged, editAt: at('2026-11-23T11:00') })).toEqual([]);
});

test('a clock that starts after the edit counts by the new calendar alone', () => {
  const later = aDeadline({ runningSince: at('2026-11-23T09:00') });

  const dueAt = dueAcrossEdit(later, { before: haiPhong, after: bridged, editAt: at('2026-11-20T09:00') });

  expect(wall(dueAt)).toBe('2026-11-25T09:30');
});

test('a year that the edit approves gives a due time to what had none, and one it withdraws takes it away', () => {
  const short = compile(aCalendar());
  const long = compile(aCalendar({ years: years(2026, 2027) }));
  const newYear = aDeadline({ runningSince: at('2026-12-31T16:00') });
  const editAt = at('2026-12-31T16:30');

  expect(moves([newYear], { before: short, after: long, editAt })).toEqual([
    'VM-2026-000001: undefined → 2027-01-01T09:00',
  ]);
  expect(moves([newYear], { before: long, after: short, editAt })).toEqual([
    'VM-2026-000001: 2027-01-01T09:00 → undefined',
  ]);
});
