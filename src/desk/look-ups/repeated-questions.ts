import type { Db, Tx } from '../../store/database.ts';
import { type AskedWords, frequentQuestionRows, wordsAskedSince } from '../../store/lookups.ts';

export interface RepeatedQuestion {
  /** The words of the most frequent way of asking, by which it is decided about. */
  tokens: string;
  /** As somebody asked who agreed to keeping; the bare words where nobody did. */
  question: string;
  times: number;
  /** Other ways in which the same was asked. */
  alsoAsked: readonly string[];
  /** What was shown first. */
  address: string | null;
}

// PL01 Điều 8 khoản 4: three times in a month.
const oftenEnough = 3;
const days = 30;
const mostWays = 2_000;
// Of the words of two questions together, the share that both have.
const alikeFrom = 0.6;

/**
 * Questions repeated three times within thirty days that nobody has decided about, most frequent first. Ways of asking that
 * share most of their words are one question; one person who asks again and again is one repetition.
 */
export async function repeatedQuestions(db: Db | Tx, now: Date): Promise<readonly RepeatedQuestion[]> {
  const since = new Date(now.getTime() - days * 86_400_000);
  const decided = (await frequentQuestionRows(db)).map(({ tokens }) => wordsIn(tokens));
  const groups: { words: ReadonlySet<string>; asked: AskedWords[] }[] = [];
  for (const asked of await wordsAskedSince(db, since, mostWays)) {
    const words = wordsIn(asked.tokens);
    const group = groups.find((each) => likeness(each.words, words) >= alikeFrom);
    if (group === undefined) groups.push({ words, asked: [asked] });
    else group.asked.push(asked);
  }
  return groups
    .filter(({ words }) => !decided.some((other) => likeness(other, words) >= alikeFrom))
    .flatMap(({ asked }): RepeatedQuestion[] => {
      const named = new Set(asked.flatMap(({ conversationIds }) => conversationIds));
      const people = named.size + asked.reduce((sum, { unnamed }) => sum + unnamed, 0);
      const [first, ...others] = asked;
      if (first === undefined || people < oftenEnough) return [];
      const said = asked.find(({ example }) => example !== null);
      return [
        {
          tokens: first.tokens,
          question: said?.example ?? first.tokens,
          times: people,
          alsoAsked: others.filter((each) => each !== said).map(({ example, tokens }) => example ?? tokens),
          address: asked.find(({ address }) => address !== null)?.address ?? null,
        },
      ];
    })
    .toSorted((a, b) => b.times - a.times || (a.tokens < b.tokens ? -1 : 1));
}

function wordsIn(tokens: string): ReadonlySet<string> {
  return new Set(tokens.split(' '));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both);
}
