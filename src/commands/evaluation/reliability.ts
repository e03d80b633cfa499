import type { Answered } from './figures.ts';

/** Answers given with a confidence in [from, until): how sure they were on average, and how often right. */
export type Bin = { from: number; until: number; answers: number; confidence: number; right: number };

type Judged = { confidence: number; isRight: boolean };

const bounds = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1];

/** Answers about the intent by confidence; empty bins are left out. The last bin includes certainty. */
export function intentReliability(answered: readonly Answered[]): readonly Bin[] {
  return binsOf(
    answered.map(({ expected, understood }) => ({
      confidence: understood.intent.confidence,
      isRight: understood.intent.value === expected.intent,
    })),
  );
}

/** The same for the category, over the issues that were recognised as such. */
export function categoryReliability(answered: readonly Answered[]): readonly Bin[] {
  return binsOf(
    answered.flatMap(({ expected, understood }) =>
      expected.category === null || understood.category.value === null
        ? []
        : [{ confidence: understood.category.confidence, isRight: understood.category.value === expected.category }],
    ),
  );
}

/** How far confidence is from the share of right answers, on average over the answers. 0 is perfect; no answers count as perfect. */
export function calibrationError(bins: readonly Bin[]): number {
  const answers = bins.reduce((sum, bin) => sum + bin.answers, 0);
  const off = bins.reduce((sum, bin) => sum + bin.answers * Math.abs(bin.confidence - bin.right), 0);
  return answers === 0 ? 0 : off / answers;
}

function binsOf(judged: readonly Judged[]): readonly Bin[] {
  return bounds.slice(0, -1).flatMap((from, place) => {
    const until = bounds[place + 1] ?? 1;
    const inside = judged.filter(
      ({ confidence }) => confidence >= from && (confidence < until || (until === 1 && confidence <= 1)),
    );
    if (inside.length === 0) return [];
    const confidence = inside.reduce((sum, each) => sum + each.confidence, 0) / inside.length;
    const right = inside.filter(({ isRight }) => isRight).length / inside.length;
    return [{ from, until, answers: inside.length, confidence, right }];
  });
}
