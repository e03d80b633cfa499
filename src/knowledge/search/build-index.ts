import type { AppendixDocument, Article } from '../document.ts';
import { featuresOf } from './features.ts';
import { type Mender, menderOf } from './mend.ts';
import { wordsIn } from './spelling.ts';
import { weights as tuned, type Weights } from './weights.ts';

/** The places that have a feature, ascending, and what it is worth in each before the question weighs it. */
export interface Postings {
  places: Uint32Array;
  worth: Float32Array;
}

/** One clause by the numbers of its features; `counts` says how often it has each. */
export interface IndexedClause {
  /** Null for words of the article before its first clause. */
  number: string | null;
  features: Uint32Array;
  counts: Uint8Array;
}

export interface IndexedArticle {
  /** The place of its document. */
  appendix: number;
  article: Article;
  clauses: readonly IndexedClause[];
}

/** Everything that looking up needs of one set of versions, held in memory. Never changes once built. */
export interface SearchIndex {
  weights: Weights;
  documents: readonly AppendixDocument[];
  articles: readonly IndexedArticle[];
  /** Features are numbered: text compared once is text no longer carried. */
  numbers: ReadonlyMap<string, number>;
  /** By the feature's number. */
  inArticles: readonly (Postings | undefined)[];
  inAppendices: readonly (Postings | undefined)[];
  /** The features of each appendix's own title and keywords. */
  titled: readonly ReadonlySet<number>[];
  /** How telling each feature is over all articles. */
  rarity: Float32Array;
  /** How telling a word is that no article has. */
  rarest: number;
  mender: Mender;
}

/** Reads documents into an index. The same documents in the same order give the same answers. */
export function buildIndex(documents: readonly AppendixDocument[], weights: Weights = tuned): SearchIndex {
  const numbers = new Map<string, number>();
  const counted = (texts: readonly string[]) => count(texts, numbers);
  const articles = documents.flatMap((document, appendix) =>
    document.articles.map((article) => ({ appendix, article, clauses: clausesOf(article, counted) })),
  );
  const titles = documents.map(({ title, keywords }) => ({ counts: counted([title, ...keywords]), discounted: null }));
  const titled = titles.map(({ counts }) => new Set(counts.keys()));
  const bodies = articles.map(({ appendix, article: { heading }, clauses }) => ({
    counts: together(counted([heading]), clauses, weights),
    discounted: titled[appendix] ?? null,
  }));
  const words = new Set([...numbers].filter(([feature]) => feature.startsWith('w')).map(([, number]) => number));
  const inArticles = post(bodies, words, weights);
  return {
    weights,
    documents,
    articles,
    numbers,
    inArticles,
    inAppendices: post(titles, words, weights),
    titled,
    rarity: Float32Array.from({ length: numbers.size }, (_, feature) =>
      idf(inArticles[feature]?.places.length ?? 0, articles.length),
    ),
    rarest: idf(0, articles.length),
    mender: menderOf(numbers.keys(), (feature) => inArticles[numbers.get(feature) ?? -1]?.places.length ?? 0),
  };
}

type Counted = (texts: readonly string[]) => Map<number, number>;

function clausesOf({ text, clauses }: Article, counted: Counted): IndexedClause[] {
  const all = clauses.map(({ number, text: words, points }) => ({
    number,
    texts: [words, ...points.map((point) => point.text)],
  }));
  const own = text === '' ? [] : [{ number: null, texts: [text] }];
  return [...own, ...all].map(({ number, texts }) => {
    const counts = counted(texts);
    return { number, features: Uint32Array.from(counts.keys()), counts: Uint8Array.from(counts.values()) };
  });
}

function together(heading: Map<number, number>, clauses: readonly IndexedClause[], { field }: Weights) {
  const all = new Map([...heading].map(([feature, times]) => [feature, times * field.heading]));
  for (const { features, counts } of clauses) {
    for (const [at, feature] of features.entries()) {
      all.set(feature, (all.get(feature) ?? 0) + field.body * (counts[at] ?? 0));
    }
  }
  return all;
}

interface Place {
  counts: ReadonlyMap<number, number>;
  discounted: ReadonlySet<number> | null;
}

// BM25F: the fields of one place are weighed together before repetition is discounted.
function post(places: readonly Place[], words: ReadonlySet<number>, { k1, b, titled }: Weights): Postings[] {
  const lengths = places.map(({ counts }) => lengthOf(counts, words));
  const usual = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, places.length));
  const found: { places: number[]; worth: number[] }[] = [];
  for (const [place, { counts, discounted }] of places.entries()) {
    const longer = 1 - b + (b * (lengths[place] ?? 0)) / usual;
    for (const [feature, times] of counts) {
      const weighed = ((discounted?.has(feature) ? titled : 1) * times) / longer;
      const at = found[feature] ?? { places: [], worth: [] };
      found[feature] = at;
      at.places.push(place);
      at.worth.push(weighed / (k1 + weighed));
    }
  }
  return found.map(({ places: at, worth }) => {
    const telling = idf(at.length, places.length);
    return { places: Uint32Array.from(at), worth: Float32Array.from(worth, (each) => each * telling) };
  });
}

function idf(places: number, all: number): number {
  return Math.log(1 + (all - places + 0.5) / (places + 0.5));
}

function count(texts: readonly string[], numbers: Map<string, number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const feature of texts.flatMap((text) => featuresOf(wordsIn(text)))) {
    const number = numbers.get(feature) ?? numbers.size;
    numbers.set(feature, number);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

function lengthOf(counts: ReadonlyMap<number, number>, words: ReadonlySet<number>): number {
  let length = 0;
  for (const [feature, times] of counts) if (words.has(feature)) length += times;
  return length;
}
