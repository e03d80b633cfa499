import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absorb, firstTold } from '../../../src/rules/declarations/absorb.ts';
import type { Declaration, DeclarationState } from '../../../src/rules/declarations/declaration.ts';
import type { StepName } from '../../../src/rules/routing/step-in-question.ts';

const registered = telling({ state: 'registered', stateAt: at(8, 15) });
const cleared = telling({ state: 'cleared', stateAt: at(10, 40), steps: [step('cleared', at(10, 40))] });
const cancelled = telling({ state: 'cancelled', stateAt: at(9, 30) });

test('a row that comes late adds its step and leaves the newer state alone', () => {
  const checked = telling({ state: 'inspecting', stateAt: at(9), steps: [step('documentCheck', at(9))] });

  const { known, movedFrom, isChanged } = absorb(cleared, checked);

  expect(known).toMatchObject({ state: 'cleared', stateAt: at(10, 40) });
  expect(known.steps.map(({ step: name }) => name)).toEqual(['documentCheck', 'cleared']);
  expect({ movedFrom, isChanged }).toEqual({ movedFrom: null, isChanged: true });
});

test('a newer state is a move from the earlier one', () => {
  expect(absorb(registered, cleared)).toMatchObject({ known: { state: 'cleared' }, movedFrom: 'registered' });
});

test('of two states at one instant the further one holds', () => {
  const released = telling({ state: 'released', stateAt: at(10, 40) });

  expect(absorb(cleared, released).known.state).toBe('cleared');
  expect(absorb(released, cleared).known.state).toBe('cleared');
});

test('a cancelled declaration stays cancelled whatever else is told of its registration', () => {
  const { known } = absorb(cancelled, cleared);

  expect(known).toMatchObject({ state: 'cancelled', stateAt: at(9, 30) });
  expect(known.steps).toHaveLength(1);
});

test('a registration after the cancellation counts again', () => {
  const again = telling({ state: 'registered', registeredAt: at(14), stateAt: at(14) });

  expect(absorb(cancelled, again)).toMatchObject({ known: { state: 'registered' }, movedFrom: 'cancelled' });
  expect(absorb(again, cancelled)).toMatchObject({ known: { state: 'registered' }, movedFrom: null });
});

test('the digit of amendments only grows', () => {
  const amended = telling({ number: '104722599002', stateAt: at(8) });

  expect(absorb(amended, cleared).known.number).toBe('104722599002');
  expect(absorb(cleared, amended).known.number).toBe('104722599002');
});

test('what a newer row leaves open stays as it was told before', () => {
  const terse = telling({ state: 'cleared', stateAt: at(11), channel: null, officeCode: null, typeCode: null });

  expect(absorb(registered, terse).known).toMatchObject({ channel: 'yellow', officeCode: '03EE', typeCode: 'A11' });
  expect(absorb(terse, registered).known).toMatchObject({ channel: 'yellow', officeCode: '03EE', typeCode: 'A11' });
});

test('a step that named nobody is replaced by the same step with its officer, and two officers may share one', () => {
  const nameless = telling({ steps: [step('documentCheck', at(9))] });
  const lan = telling({ steps: [{ ...step('documentCheck', at(9)), officerEmail: 'lan@haiquan.vidu.vn' }] });
  const team = telling({ steps: [{ ...step('documentCheck', at(9)), team: 'Đội Thủ tục' }] });

  const { known } = absorb(absorb(lan, nameless).known, team);

  expect(known.steps.map(({ officerEmail, team: by }) => officerEmail ?? by)).toEqual([
    'lan@haiquan.vidu.vn',
    'Đội Thủ tục',
  ]);
});

test('rows in any order and any number of times give the same end', () => {
  fc.assert(
    fc.property(shuffledTwice(fc.array(anyTelling, { minLength: 1, maxLength: 7 })), ([one, other]) => {
      expect(told(other)).toEqual(told(one));
    }),
    { numRuns: 400 },
  );
});

test('so do rows of a declaration that was cancelled and registered again', () => {
  fc.assert(
    fc.property(shuffledTwice(lives), ([one, other]) => {
      expect(told(other)).toEqual(told(one));
    }),
    { numRuns: 400 },
  );
});

test('telling again what is known changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyTelling, { minLength: 1, maxLength: 6 }), (rows) => {
      const known = told(rows);
      for (const row of rows) expect(absorb(known, row)).toMatchObject({ isChanged: false, movedFrom: null });
    }),
  );
});

test('the first telling is known as it would be if it were told twice', () => {
  fc.assert(
    fc.property(anyTelling, (row) => {
      expect(firstTold(row)).toEqual(absorb(row, row).known);
    }),
  );
});

const states: DeclarationState[] = ['registered', 'inspecting', 'released', 'stored', 'cleared', 'cancelled'];
const stepNames: StepName[] = ['documentCheck', 'physicalInspection', 'channelChange', 'released', 'cleared'];
// Few minutes, so that rows often meet at one instant.
const minute = fc.integer({ min: 0, max: 5 }).map((minutes) => at(9, minutes));
const anyStep = fc.record({
  step: fc.constantFrom(...stepNames),
  at: minute.map((instant) => instant.toISOString()),
  officerEmail: fc.constantFrom(null, 'a@haiquan.vidu.vn', 'b@haiquan.vidu.vn'),
  team: fc.constant(null),
});
const anyTelling: fc.Arbitrary<Declaration> = fc.record({
  number: fc.integer({ min: 0, max: 9 }).map((digit) => `10472259900${digit}`),
  officeCode: fc.constantFrom('03EE', '03CC'),
  typeCode: fc.constantFrom('A11', 'E31'),
  channel: fc.constantFrom('green' as const, 'yellow' as const, 'red' as const),
  registeredAt: fc.constant(at(8, 15)),
  state: fc.constantFrom(...states),
  stateAt: minute,
  steps: fc.array(anyStep, { maxLength: 3 }),
});

/** Three registrations of one number, one after the other; all but the last were cancelled. */
const lives = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 2 }), anyTelling), { minLength: 1, maxLength: 8 })
  .map((rows) =>
    rows.map(([life, row]): Declaration => {
      const startsAt = at(8 + life * 2);
      const isCancelled = row.state === 'cancelled' && life < 2;
      const during = new Date(startsAt.getTime() + (row.stateAt.getTime() - at(9).getTime()));
      const state = row.state === 'cancelled' && !isCancelled ? 'cleared' : row.state;
      return { ...row, state, registeredAt: startsAt, stateAt: isCancelled ? at(9 + life * 2) : during };
    }),
  );

function shuffledTwice(rows: fc.Arbitrary<Declaration[]>) {
  return rows.chain((all) => {
    const some = fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 });
    return fc.tuple(some, some);
  });
}

function told(rows: readonly Declaration[]): Declaration {
  const [first, ...rest] = rows;
  if (first === undefined) throw new Error('No rows');
  return rest.reduce((known, row) => absorb(known, row).known, absorb(first, first).known);
}

function telling(facts: Partial<Declaration>): Declaration {
  return {
    number: '104722599000',
    officeCode: '03EE',
    typeCode: 'A11',
    channel: 'yellow',
    registeredAt: at(8, 15),
    state: 'registered',
    stateAt: at(8, 15),
    steps: [],
    ...facts,
  };
}

function step(name: StepName, when: Date) {
  return { step: name, at: when.toISOString(), officerEmail: null, team: null };
}

function at(hour: number, minutes = 0): Date {
  return new Date(Date.UTC(2026, 2, 5, hour - 7, minutes));
}
