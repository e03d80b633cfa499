import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClockRun, clocksOf } from '../../../src/rules/escalation/clocks.ts';
import type { CaseRules } from '../../../src/rules/escalation/in-force.ts';
import { compile } from '../../../src/rules/working-time/compile.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import type { WorkingTime } from '../../../src/rules/working-time/working-time.ts';
import { aCalendar, aDay, at, haiPhong, hour, wall, years } from '../working-time/samples.ts';
import { events, type Happening, procedure } from './samples.ts';

// The swap under consultation: Monday 23/11 off before Culture Day.
const bridged = compile({
  ...haiPhong20252027,
  version: '2026.2',
  datedDays: [...haiPhong20252027.datedDays, aDay({ date: '2026-11-23', kind: 'holiday' })],
});

/** The answer clock, two working hours, of a case that changes from calendar 1 to calendar 2. */
function answer(now: string, happenings: Happening[], before: WorkingTime = haiPhong, after: WorkingTime = bridged) {
  return theAnswer(clocksOf(events(...happenings), rules(before, after), at(now)));
}

function rules(before: WorkingTime, after: WorkingTime): CaseRules {
  return { policyOf: () => procedure, workingTimeOf: (id) => (id === 1 ? before : after) };
}

function theAnswer(runs: readonly ClockRun[], kind: ClockRun['kind'] = 'firstResponse'): ClockRun {
  const run = runs.findLast((each) => each.kind === kind);
  if (run === undefined) throw new Error('The clock never started');
  return run;
}

function due({ dueAt }: ClockRun): string | null {
  return dueAt === null ? null : wall(dueAt);
}

const change = (when: string): Happening => [when, 'calendarChanged', { calendarId: 2 }];

test.each<[situation: string, opened: string, changed: string, due: string]>([
  ['crosses the new holiday', '2026-11-20T16:00', '2026-11-20T16:30', '2026-11-25T08:30'],
  ['ends before the new holiday', '2026-11-20T14:00', '2026-11-20T15:00', '2026-11-20T16:00'],
  ['was due already when the edit was made', '2026-11-23T07:30', '2026-11-23T10:00', '2026-11-23T09:30'],
  [
    'has used an hour that the new calendar would not count',
    '2026-11-23T09:00',
    '2026-11-23T10:00',
    '2026-11-25T08:30',
  ],
  ['begins at the very instant of the edit', '2026-11-23T09:00', '2026-11-23T09:00', '2026-11-25T09:30'],
])('a promise that %s', (_, opened, changed, expected) => {
  const run = answer(changed, [[opened, 'opened'], change(changed)]);

  expect(due(run)).toBe(expected);
});

test('time used before a pause stays used, and a paused clock goes on by the new calendar', () => {
  const happenings: Happening[] = [
    ['2026-11-20T15:00', 'opened'],
    ['2026-11-20T16:30', 'informationRequested'],
    change('2026-11-20T16:40'),
    ['2026-11-20T16:45', 'enterpriseWrote'],
  ];

  const resolution = theAnswer(
    clocksOf(events(...happenings), rules(haiPhong, bridged), at('2026-11-20T16:50')),
    'resolution',
  );

  // 22 hours: 1.5 before the pause, 0.25 after it on Friday, then Wednesday 8, Thursday 8, Friday 4.25.
  expect(due(resolution)).toBe('2026-11-27T13:15');
});

test('a promise that was kept before the edit keeps the time it was due', () => {
  const run = answer('2026-11-20T17:00', [
    ['2026-11-20T16:00', 'opened'],
    ['2026-11-20T16:10', 'replyDelivered'],
    change('2026-11-20T16:30'),
  ]);

  expect([run.state, due(run)]).toEqual(['met', '2026-11-23T08:30']);
});

test('two edits in a row each count their own part', () => {
  const happenings: Happening[] = [
    ['2026-11-20T16:00', 'opened'],
    change('2026-11-20T16:30'),
    ['2026-11-20T16:45', 'calendarChanged', { calendarId: 1 }],
  ];

  expect(due(answer('2026-11-20T16:50', happenings))).toBe('2026-11-23T08:30');
});

test('a year that an edit approves gives a due time to what had none, and one it withdraws takes it away', () => {
  const short = compile(aCalendar());
  const long = compile(aCalendar({ years: years(2026, 2027) }));
  const opened: Happening = ['2026-12-31T16:00', 'opened'];

  const before = answer('2026-12-31T16:30', [opened], short, long);
  const approved = answer('2026-12-31T16:30', [opened, change('2026-12-31T16:30')], short, long);
  const withdrawn = answer('2026-12-31T16:30', [opened, change('2026-12-31T16:30')], long, short);

  expect([due(before), due(approved), due(withdrawn)]).toEqual([null, '2027-01-01T09:00', null]);
});

test('a clock that ran into a year nobody had approved is told the time of it once somebody does', () => {
  const short = compile(aCalendar());
  const long = compile(aCalendar({ years: years(2026, 2027) }));

  const run = answer('2027-01-01T08:30', [['2026-12-31T16:00', 'opened'], change('2027-01-01T08:30')], short, long);

  // An hour of the old year and half an hour of the new one are used.
  expect(due(run)).toBe('2027-01-01T09:00');
});

const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));

test(`an edit at any moment moves a promise as counting its two parts by hand does (seed ${seed})`, () => {
  const first = at('2026-01-02T00:00').getTime();
  const days = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 300 }),
      kind: fc.constantFrom('holiday' as const, 'makeupDay' as const),
    }),
    { maxLength: 25 },
  );

  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 0, max: 300 * 24 * 60 }),
      fc.integer({ min: 0, max: 5 * 24 * 60 }),
      (list, opens, edits) => {
        const after = compile(editedBy(list));
        const openedAt = new Date(first + opens * 60_000);
        const editAt = new Date(openedAt.getTime() + edits * 60_000);
        const [opened, changed] = events(['2026-01-01T00:00', 'opened'], change('2026-01-01T00:00'));
        if (opened === undefined || changed === undefined) throw new Error('There are two events');
        const history = [
          { ...opened, at: openedAt },
          { ...changed, at: editAt },
        ];

        const runs = clocksOf(history, rules(haiPhong, after), editAt);

        for (const run of runs) {
          const promised = run.allowedMinutes * 60_000;
          const used = haiPhong.between(openedAt, editAt);
          const expected =
            used < promised ? after.dueAfter(editAt, promised - used) : haiPhong.dueAfter(openedAt, promised);
          expect(run.dueAt).toEqual(expected);
        }
      },
    ),
    { seed, numRuns: 2_000 },
  );
});

function editedBy(list: readonly { day: number; kind: 'holiday' | 'makeupDay' }[]) {
  const dated = new Map(haiPhong20252027.datedDays.map((day) => [day.date, day]));
  for (const { day, kind } of list) {
    const date = new Date(Date.UTC(2026, 0, 2) + day * 24 * hour).toISOString().slice(0, 10);
    dated.set(date, aDay({ date, kind }));
  }
  return { ...haiPhong20252027, datedDays: [...dated.values()] };
}
