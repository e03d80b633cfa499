import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Calendar, type DatedDay, type Hours, weekdays } from '../../../src/rules/working-time/calendar.ts';
import { compile } from '../../../src/rules/working-time/compile.ts';
import { type MinuteOracle, minuteOracle } from '../../support/minute-oracle.ts';
import { minute, years } from './samples.ts';

const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));
const calendars = 500;
const casesEach = 200;

// Each window holds what breaks calendars: a turn of the year, clocks put forward, clocks put back, or nothing at all.
const windows = [
  { zone: 'Asia/Ho_Chi_Minh', from: '2025-12-18T17:00Z', until: '2026-01-13T17:00Z' },
  { zone: 'Asia/Ho_Chi_Minh', from: '2026-02-05T17:00Z', until: '2026-03-03T17:00Z' },
  { zone: 'Europe/Berlin', from: '2026-03-16T23:00Z', until: '2026-04-10T22:00Z' },
  { zone: 'America/St_Johns', from: '2026-10-20T02:30Z', until: '2026-11-14T03:30Z' },
].map(({ zone, from, until }) => ({ zone, from: new Date(from), until: new Date(until) }));

const time = fc.integer({ min: 0, max: 1439 }).map(asTime);
const hours: fc.Arbitrary<Hours> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ from: time, until: time }) },
  { weight: 1, arbitrary: fc.constant({ from: '00:00', until: '24:00' }) },
  { weight: 2, arbitrary: fc.constantFrom({ from: '07:30', until: '11:30' }, { from: '11:30', until: '17:00' }) },
);
const dayHours = fc.array(hours, { maxLength: 3 });

const calendarInWindow = fc.constantFrom(...windows).chain((window) => {
  const datedDay: fc.Arbitrary<DatedDay> = fc.record(
    {
      date: fc
        .integer({ min: window.from.getTime(), max: window.until.getTime() })
        .map((instant) => new Date(instant).toISOString().slice(0, 10)),
      kind: fc.constantFrom('holiday', 'makeupDay', 'closure'),
      name: fc.constant('Ngày thử'),
      confidence: fc.constant('2+'),
      likeWeekday: fc.constantFrom(...weekdays),
      openings: dayHours,
    },
    { requiredKeys: ['date', 'kind', 'name', 'confidence'] },
  );
  const calendar: fc.Arbitrary<Calendar> = fc.record({
    version: fc.constant(1),
    zone: fc.constant(window.zone),
    weekly: fc.record({
      monday: dayHours,
      tuesday: dayHours,
      wednesday: dayHours,
      thursday: dayHours,
      friday: dayHours,
      saturday: dayHours,
      sunday: dayHours,
    }),
    datedDays: fc.uniqueArray(datedDay, { maxLength: 6, selector: ({ date }) => date }),
    years: fc.constant(years(2025, 2026)),
  });
  return fc.record({ window: fc.constant(window), calendar });
});

const waits = fc.array(
  fc.record({
    startShare: fc.double({ min: 0, max: 0.9, noNaN: true }),
    // Whole minutes meet closing times exactly; milliseconds meet everything else.
    unit: fc.constantFrom(1, 1_000, minute),
    wait: fc.oneof(fc.integer({ min: 0, max: 3_600_000 }), fc.integer({ min: 0, max: 3 * 86_400_000 })),
  }),
  { minLength: casesEach, maxLength: casesEach },
);

test(`counting agrees with a watch read every minute (seed ${seed})`, { timeout: 60_000 }, () => {
  let compared = 0;
  let due = 0;

  fc.assert(
    fc.property(calendarInWindow, waits, ({ window, calendar }, cases) => {
      const oracle = minuteOracle(calendar, window);
      const workingTime = compile(calendar);
      for (const { startShare, unit, wait } of cases) {
        const length = window.until.getTime() - window.from.getTime();
        const start = new Date(window.from.getTime() + Math.floor((startShare * length) / unit) * unit);
        const milliseconds = Math.floor(wait / unit) * unit;
        compared += 1;
        if (agrees(start, milliseconds, workingTime, oracle)) due += 1;
      }
    }),
    // The limit also ends the shrinking of a failure, which would otherwise take minutes.
    { seed, numRuns: calendars, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: true },
  );

  console.info(
    `working time: ${compared} cases over ${calendars} calendars, ${due} due within the window, seed ${seed}`,
  );
  expect(compared).toBeGreaterThanOrEqual(calendars * casesEach);
  expect(due).toBeGreaterThan(compared / 2);
});

/** Compares one case and says whether it fell due within what the oracle can see. */
function agrees(start: Date, wait: number, workingTime: ReturnType<typeof compile>, oracle: MinuteOracle): boolean {
  const slow = oracle.dueAfter(start, wait);
  if (workingTime.isOpen(start) !== oracle.isOpen(start)) throw new Error(`isOpen differs at ${start.toISOString()}`);
  if (slow === undefined) {
    const rest = workingTime.between(start, oracle.until);
    if (rest !== oracle.between(start, oracle.until)) throw new Error(`between differs from ${start.toISOString()}`);
    return false;
  }
  const fast = workingTime.dueAfter(start, wait);
  if (fast.getTime() !== slow.getTime()) {
    throw new Error(
      `From ${start.toISOString()}, ${wait} ms: ${fast.toISOString()}, by the watch ${slow.toISOString()}`,
    );
  }
  const between = workingTime.between(start, fast);
  if (between !== wait || oracle.between(start, fast) !== wait) {
    throw new Error(`From ${start.toISOString()} to ${fast.toISOString()}: ${between} ms counted, ${wait} ms waited`);
  }
  return true;
}

function asTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
