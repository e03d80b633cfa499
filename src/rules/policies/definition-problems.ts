import type { Level } from '../case/words.ts';
import type { Answerer, Policy } from '../escalation/policy.ts';

type AnsweringLevel = Exclude<Level, 1>;

/** A policy as somebody writes it: levels may still be without an answerer. */
export type PolicyDraft = Omit<Policy, 'answerers'> & {
  answerers: Partial<Record<AnsweringLevel, Answerer | undefined>>;
};

export type DefinitionProblem =
  | { problem: 'noAnswerer'; level: AnsweringLevel }
  | { problem: 'unknownAnswerer'; level: AnsweringLevel; code: string }
  | { problem: 'noClock' }
  | { problem: 'clockTwice'; clock: string }
  | { problem: 'stepTwice'; clock: string; step: string }
  | { problem: 'neverBroken'; clock: string };

const answeringLevels: readonly AnsweringLevel[] = [2, 3, 4];

/**
 * What is wrong with a draft, or the policy it makes. Each level names who answers, by a unit that stands on the day on
 * which the policy begins; each clock has a step at its own end, or a broken promise would pass unheard.
 */
export function policyOf(
  draft: PolicyDraft,
  standingCodes: ReadonlySet<string>,
): { ok: true; policy: Policy } | { ok: false; problem: DefinitionProblem } {
  const { 2: second, 3: third, 4: fourth } = draft.answerers;
  if (second === undefined || third === undefined || fourth === undefined)
    return fail({
      problem: 'noAnswerer',
      level: answeringLevels.find((level) => draft.answerers[level] === undefined) ?? 4,
    });
  const answerers = { 2: second, 3: third, 4: fourth };
  for (const level of answeringLevels) {
    const answerer = answerers[level];
    if (answerer.unit === 'named' && !standingCodes.has(answerer.code))
      return fail({ problem: 'unknownAnswerer', level, code: answerer.code });
  }
  const clockProblem = problemOfClocks(draft);
  return clockProblem === null ? { ok: true, policy: { ...draft, answerers } } : fail(clockProblem);
}

function problemOfClocks({ clocks }: PolicyDraft): DefinitionProblem | null {
  if (clocks.length === 0) return { problem: 'noClock' };
  const seen = new Set<string>();
  for (const { kind, ladder } of clocks) {
    if (seen.has(kind)) return { problem: 'clockTwice', clock: kind };
    seen.add(kind);
    const names = ladder.map(({ name }) => name);
    const twice = names.find((name, place) => names.indexOf(name) !== place);
    if (twice !== undefined) return { problem: 'stepTwice', clock: kind, step: twice };
    if (!ladder.some(({ percent, act }) => percent === 100 && (act === 'raise' || act === 'tellManager')))
      return { problem: 'neverBroken', clock: kind };
  }
  return null;
}

function fail(problem: DefinitionProblem): { ok: false; problem: DefinitionProblem } {
  return { ok: false, problem };
}
