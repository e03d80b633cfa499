import { stepNamedIn } from '../../dialogue/understanding/entities/rating.ts';
import type { Entities } from '../../dialogue/understanding/entities.ts';
import type { Understanding } from '../../dialogue/understanding/understand.ts';
import type { LookedUp } from './look-up.ts';

export type Expected = {
  id: string;
  text: string;
  intent: string;
  category: string | null;
  entities: Readonly<Record<string, unknown>>;
  style: string;
  /** `PL06/4` for a question that an article answers. */
  article: string | null;
  /** Which part of the file it belongs to, where the file has parts. */
  part: string | null;
};
export type Answered = {
  expected: Expected;
  understood: Understanding;
  milliseconds: number /** Null where nothing was looked up. */;
  lookedUp: LookedUp | null;
};

export type Figures = {
  n: number;
  intentAccuracy: number;
  intentMacroF1: number;
  categoryAccuracy: number;
  /** Of the questions that an article answers: whether it came first, or among the first three. Null without such questions. */
  appendixRecallAt1: number | null;
  appendixRecallAt3: number | null;
  referenceRecallAt1: number | null;
  referenceRecallAt3: number | null;
  /** Of the questions that no article answers, the share answered all the same; of the others, the share refused. */
  wronglyAnswered: number | null;
  wronglyRefused: number | null;
  entityF1: number;
  msP50: number;
  msP95: number;
  lookUpMsP95: number;
};

/** The figures of the contract over a set of answered questions. A share of nothing is 1. */
export function measure(answered: readonly Answered[]): Figures {
  const issues = answered.filter(({ expected }) => expected.category !== null);
  const milliseconds = answered.map((each) => each.milliseconds).toSorted((a, b) => a - b);
  return {
    n: answered.length,
    intentAccuracy: share(answered, ({ expected, understood }) => expected.intent === understood.intent.value),
    intentMacroF1: macroF1(answered),
    categoryAccuracy: share(issues, ({ expected, understood }) => expected.category === understood.category.value),
    ...measureLookUp(answered),
    entityF1: entityF1(answered),
    msP50: quantile(milliseconds, 0.5),
    msP95: quantile(milliseconds, 0.95),
    lookUpMsP95: quantile(
      answered.map(({ lookedUp }) => lookedUp?.milliseconds ?? 0).toSorted((a, b) => a - b),
      0.95,
    ),
  };
}

function measureLookUp(answered: readonly Answered[]) {
  const lookedUp = answered.flatMap(({ expected, lookedUp: found }) => (found === null ? [] : [{ expected, found }]));
  const inScope = lookedUp.filter(({ expected }) => expected.article !== null);
  const outside = lookedUp.filter(({ expected }) => expected.article === null && expected.intent === 'other');
  const recall = (by: 'ours' | 'reference', among: number) =>
    shareOf(inScope, ({ expected, found }) => found[by].slice(0, among).includes(expected.article ?? ''));
  return {
    appendixRecallAt1: recall('ours', 1),
    appendixRecallAt3: recall('ours', 3),
    referenceRecallAt1: recall('reference', 1),
    referenceRecallAt3: recall('reference', 3),
    wronglyAnswered: shareOf(outside, ({ found }) => found.isAnswered),
    wronglyRefused: shareOf(inScope, ({ found }) => !found.isAnswered),
  };
}

function shareOf<One>(all: readonly One[], isSo: (one: One) => boolean): number | null {
  return all.length === 0 ? null : rounded(all.filter(isSo).length / all.length);
}

function share(answered: readonly Answered[], isRight: (one: Answered) => boolean): number {
  return answered.length === 0 ? 1 : rounded(answered.filter(isRight).length / answered.length);
}

// Over the intents that the file asks for; an intent answered but never asked for shows as a miss of another.
function macroF1(answered: readonly Answered[]): number {
  const intents = [...new Set(answered.map(({ expected }) => expected.intent))];
  const scores = intents.map((intent) => {
    const asked = answered.filter(({ expected }) => expected.intent === intent);
    const given = answered.filter(({ understood }) => understood.intent.value === intent);
    const right = asked.filter(({ understood }) => understood.intent.value === intent).length;
    return f1(right, given.length, asked.length);
  });
  return scores.length === 0 ? 1 : rounded(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}

function entityF1(answered: readonly Answered[]): number {
  let right = 0;
  let given = 0;
  let asked = 0;
  for (const { expected, understood } of answered) {
    const wanted = Object.entries(expected.entities).map(pair);
    const found = new Set(Object.entries(inFileKeys(understood.entities)).map(pair));
    right += wanted.filter((each) => found.has(each)).length;
    given += found.size;
    asked += wanted.length;
  }
  return rounded(f1(right, given, asked));
}

/** The entities under the keys of the question file; what the file has no key for is left out. */
export function inFileKeys(entities: Entities): Readonly<Record<string, unknown>> {
  const { declarationNos: _all, ...one } = entities;
  return Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`), value]),
  );
}

function pair([key, value]: [string, unknown]): string {
  return `${key}=${JSON.stringify(key === 'ratings' ? withSteps(value) : value)}`;
}

// A file may name the rated step in words; the step is what is compared.
function withSteps(ratings: unknown): unknown {
  if (!Array.isArray(ratings)) return ratings;
  return ratings
    .map(({ target, rating }: { target: string; rating: number }) => [stepNamedIn(target) ?? target, rating] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function f1(right: number, given: number, asked: number): number {
  return given + asked === 0 ? 1 : (2 * right) / (given + asked);
}

function quantile(sorted: readonly number[], part: number): number {
  return rounded(sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0);
}

function rounded(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}
