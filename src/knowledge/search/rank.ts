import type { Postings, SearchIndex } from './build-index.ts';
import type { Question } from './read-question.ts';

export interface Ranked {
  /** The place of the article in the index. */
  place: number;
  /** The number of the clause that fits best; null where the article stands as a whole. */
  clause: string | null;
  /** The numbers of those that fit about as well, and of the best, in reading order. */
  alike: readonly string[];
  score: number;
}

// So many articles are read clause by clause.
const looked = 40;
// A clause that fits this much of the best is quoted beside it.
const leastOfNamed = 1e-6;
// The features of a clause of some thirty words.
const usualFeatures = 110;
const likeTheBest = 0.62;

/** The articles that fit a question, best first; at most `limit`. */
export function rank(index: SearchIndex, { wanted, named }: Question, limit: number): readonly Ranked[] {
  const { weights, articles, documents, numbers } = index;
  const scores = new Float64Array(articles.length);
  const appendices = new Float64Array(documents.length);
  const worths = new Float32Array(numbers.size);
  for (const [feature, worth] of wanted) {
    const number = numbers.get(feature);
    if (number === undefined) continue;
    worths[number] = worth;
    add(scores, index.inArticles[number], worth);
    add(appendices, index.inAppendices[number], weights.appendix * worth);
  }
  // An appendix that is named outright is the one that is meant.
  const codes = new Set(named.map(({ code }) => code));
  const isNamed = documents.map(({ code }) => codes.has(code));
  const isAnyNamed = isNamed.includes(true);
  for (let place = 0; place < articles.length; place++) {
    const appendix = articles[place]?.appendix ?? 0;
    const isOut = isAnyNamed && isNamed[appendix] !== true;
    // Of a named appendix every article is a candidate, however little fits.
    scores[place] = isOut ? 0 : (scores[place] ?? 0) + (appendices[appendix] ?? 0) + (isAnyNamed ? leastOfNamed : 0);
  }
  return best(scores, Math.max(looked, limit))
    .map((place) => withClause(index, worths, place, scores[place] ?? 0))
    .toSorted((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, limit);
}

function add(scores: Float64Array, postings: Postings | undefined, worth: number): void {
  if (postings === undefined) return;
  const { places, worth: each } = postings;
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0;
    scores[place] = (scores[place] ?? 0) + worth * (each[at] ?? 0);
  }
}

// One pass with a small sorted hand: sorting ten thousand scores would cost more than everything else.
function best(scores: Float64Array, count: number): number[] {
  const hand: number[] = [];
  let least = 0;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score <= least) continue;
    let at = hand.length;
    while (at > 0 && (scores[hand[at - 1] ?? 0] ?? 0) < score) at--;
    hand.splice(at, 0, place);
    if (hand.length > count) hand.pop();
    if (hand.length === count) least = scores[hand[count - 1] ?? 0] ?? 0;
  }
  return hand;
}

function withClause(index: SearchIndex, worths: Float32Array, place: number, score: number): Ranked {
  const { k1, b, titled, clause: worthOfClause } = index.weights;
  const article = index.articles[place];
  const inTitle = index.titled[article?.appendix ?? 0];
  const fits = (article?.clauses ?? []).map(({ number, features, counts }) => {
    let fit = 0;
    // A long clause mentions more; what it says about each is less.
    const longer = 1 - b + (b * features.length) / usualFeatures;
    for (let at = 0; at < features.length; at++) {
      const feature = features[at] ?? 0;
      const worth = worths[feature] ?? 0;
      if (worth === 0) continue;
      const times = ((inTitle?.has(feature) ? titled : 1) * (counts[at] ?? 0)) / longer;
      fit += (worth * (index.rarity[feature] ?? 0) * times) / (k1 + times);
    }
    return { number, fit };
  });
  const highest = Math.max(0, ...fits.map(({ fit }) => fit));
  const alike = fits.filter(({ fit, number }) => number !== null && fit > 0 && fit >= likeTheBest * highest);
  return {
    place,
    clause: highest === 0 ? null : (fits.find(({ fit }) => fit === highest)?.number ?? null),
    alike: alike.map(({ number }) => number ?? ''),
    score: score + worthOfClause * highest,
  };
}
