import fc, { type AsyncCommand } from 'fast-check';
import type { CaseKind } from '../../../src/rules/case/words.ts';
import { anyDeed, type Deed, type LifeSystem } from './deeds.ts';
import { type Expectation, isAllowed, mayTimeLead, stateAfter } from './person-in-charge.ts';

/** What many lives together have shown: every state, every deed done and refused, every code. */
export interface Seen {
  states: Set<string>;
  done: Set<string>;
  refusals: Set<string>;
  attempts: number;
}

export function nothingSeen(): Seen {
  return { states: new Set(), done: new Set(), refusals: new Set(), attempts: 0 };
}

// Refused for what only a calendar or a roster knows; the person in charge has no opinion on them.
const beyondTheRules = new Set([
  'newDateNotLater',
  'newDateTooFar',
  'reopeningIsOver',
  'alreadyTaken',
  'alreadyTheirs',
  'onlyInternalControl',
]);

/** One random deed after another on one case, each held against what a person who knows the rules expects. */
export function anyLife(seen: Seen, longest: number) {
  return fc.commands([anyDeed.map((deed) => commandFor(deed, seen))], { maxCommands: longest, size: 'max' });
}

export async function live(
  kind: CaseKind,
  system: LifeSystem,
  commands: Iterable<AsyncCommand<Expectation, LifeSystem>>,
): Promise<void> {
  const where = await system.where();
  const expected: Expectation = { kind, where, hasAnswer: false, hasNewDate: false };
  await fc.asyncModelRun(() => ({ model: expected, real: system }), commands);
}

function commandFor(deed: Deed, seen: Seen): AsyncCommand<Expectation, LifeSystem> {
  return {
    check: () => true,
    toString: () => JSON.stringify(deed),
    async run(expected, system) {
      const before = expected.where;
      const outcome = await system.attempt(deed);
      if (outcome === 'skipped') return;
      seen.attempts += 1;
      const after = await system.where();
      const allowed = isAllowed(expected, deed);

      if (outcome === null) {
        if (allowed === false) throw new Error(`${JSON.stringify(deed)} was allowed from ${JSON.stringify(before)}`);
        const isTimeAlone = deed.do === 'pass' || deed.do === 'acknowledge';
        const isAsExpected = after.state === stateAfter(expected, deed) || wasPassedOver(expected, deed, after);
        if (isTimeAlone ? !mayTimeLead(before, after) : !isAsExpected)
          throw new Error(`${JSON.stringify(deed)} led from ${JSON.stringify(before)} to ${JSON.stringify(after)}`);
        seen.done.add(deed.do);
      } else {
        if (allowed === true && !beyondTheRules.has(outcome))
          throw new Error(`${JSON.stringify(deed)} was refused (${outcome}) from ${JSON.stringify(before)}`);
        if (JSON.stringify(before) !== JSON.stringify(after)) throw new Error(`Refused, ${outcome}, and yet changed`);
        seen.refusals.add(outcome);
      }
      seen.states.add(after.state);
      remember(expected, deed, outcome === null, after);
      await system.audit();
    },
  };
}

/**
 * What was due at once when the deed was done: a stricter unit's time, or a date that was named, was over by then. The
 * top has no level above it and is asked to act all the same.
 */
function wasPassedOver({ where }: Expectation, deed: Deed, after: Expectation['where']): boolean {
  const isRaised =
    after.level > where.level || (where.level === 4 && (deed.do === 'deliver' || deed.do === 'transfer'));
  return deed.do !== 'raise' && deed.do !== 'ask' && isRaised && after.state === 'open';
}

function remember(expected: Expectation, deed: Deed, wasDone: boolean, after: Expectation['where']): void {
  if (wasDone && deed.do === 'deliver' && deed.arrives) expected.hasAnswer = true;
  if (wasDone && deed.do === 'interim') expected.hasNewDate = true;
  const isFresh = wasDone && deed.do === 'notSolved';
  if (after.level > expected.where.level) {
    expected.hasAnswer = false;
    expected.hasNewDate = false;
  } else if (isFresh) expected.hasNewDate = false;
  expected.where = after;
}
