import type { ClockKind, Level } from '../../../rules/case/words.ts';
import type { Policy } from '../data.ts';

export type PolicyDifference =
  | { what: 'minutes'; clock: ClockKind; level: Level; before: number; after: number }
  | { what: 'percent'; clock: ClockKind; step: string; before: number; after: number };

const levels = [1, 2, 3, 4] as const;

/** What a version times otherwise than the one before it: minutes of a level, percent of a step. */
export function policyDifferences(before: Policy, after: Policy): PolicyDifference[] {
  return after.clocks.flatMap((clock) => {
    const was = before.clocks.find(({ kind }) => kind === clock.kind);
    if (was === undefined) return [];
    const minutes = levels
      .filter((level) => was.minutes[level] !== clock.minutes[level])
      .map((level): PolicyDifference => {
        return { what: 'minutes', clock: clock.kind, level, before: was.minutes[level], after: clock.minutes[level] };
      });
    const steps = clock.ladder.flatMap(({ name, percent }): PolicyDifference[] => {
      const step = was.ladder.find((each) => each.name === name);
      if (step === undefined || step.percent === percent) return [];
      return [{ what: 'percent', clock: clock.kind, step: name, before: step.percent, after: percent }];
    });
    return [...minutes, ...steps];
  });
}
