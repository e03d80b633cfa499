import type { SaidAddress } from '../address.ts';
import type { AppendixDocument, Article } from '../document.ts';
import type { SearchIndex } from './build-index.ts';
import { confidenceIn, sureEnough, sureEnoughWhereNamed } from './confidence.ts';
import { rank } from './rank.ts';
import { type Question, readQuestion } from './read-question.ts';

/** A place in the library. */
export interface Place {
  document: AppendixDocument;
  article: Article;
  /** The clause that fits or was named; null for the article as a whole. */
  clause: string | null;
  point: string | null;
}

export interface Hit extends Place {
  /** The clauses that fit about as well as the best, which is among them, in reading order. */
  alike: readonly string[];
  score: number;
}

export type Found =
  /** Best first; the best is likely to answer. */
  | { kind: 'passages'; hits: readonly Hit[]; confidence: number; wanted: Question['wanted'] }
  /** The question names a place and asks for nothing more. */
  | { kind: 'place'; at: Place }
  /** The question names an appendix and nothing in it, or nothing that it has. */
  | { kind: 'appendix'; document: AppendixDocument; near: readonly Hit[] }
  /** `near` is what came closest, for whoever writes the texts; it does not answer. */
  | { kind: 'notFound'; near: readonly Hit[] };

/**
 * Looks up one question in one set of versions. What was tried, as article recall at 1 / at 3 on the 16 development
 * questions and on 103 own ones held out (a third of them in English, Korean or chat spelling). No weight was fitted to the
 * held-out ones, but variants were chosen by them too; on 26 of another author, unread until then, this makes 0.85 / 0.96:
 *
 * | engine                                                     | development | held out    |
 * |------------------------------------------------------------|-------------|-------------|
 * | MiniSearch, marks folded, beginnings of words (reference)  | 0.69 / 0.81 | 0.69 / 0.75 |
 * | the same with whole words only                             | 0.63 / 0.88 | 0.67 / 0.77 |
 * | the same, fuzzy                                            | 0.50 / 0.63 | 0.57 / 0.69 |
 * | BM25 over folded words                                     | 0.56 / 0.69 | 0.68 / 0.75 |
 * | + headings, titles, keywords as fields of their own        | 0.63 / 0.81 | 0.67 / 0.78 |
 * | + the number of an appendix, words that only ask, marks    | 0.75 / 0.88 | 0.69 / 0.79 |
 * | + pairs of neighbouring words                              | 0.75 / 0.81 | 0.73 / 0.80 |
 * | + best clause, spans of time                               | 0.63 / 0.88 | 0.72 / 0.80 |
 * | + the vocabulary of the field in three languages           | 0.75 / 1.00 | 0.84 / 0.97 |
 * | + words of the title discounted inside its appendix        | 0.94 / 1.00 | 0.88 / 0.99 |
 * | + weights tuned, slips mended: this one                    | 0.94 / 1.00 | 0.91 / 0.97 |
 * | this one and MiniSearch by reciprocal rank                 | 0.88 / 0.94 | 0.81 / 0.91 |
 *
 * PostgreSQL's full text, without extensions, ranks by the same folded words; only its speed was measured, 12 questions a
 * second over 2,000 articles where this answers 650. Vectors need an endpoint that not every installation has.
 */
export function lookUp(index: SearchIndex, text: string, limit = 5): Found {
  const question = readQuestion(text, index.mender, index.weights);
  const named = placeNamed(index, question);
  if (named !== null && question.matter.length === 0) {
    const { document, article } = named;
    return article === null ? { kind: 'appendix', document, near: [] } : { kind: 'place', at: { ...named, article } };
  }
  const ranked = rank(index, question, limit);
  const hits = ranked.flatMap(({ place, clause, alike, score }): Hit[] => {
    const at = index.articles[place];
    const document = at === undefined ? undefined : index.documents[at.appendix];
    return at === undefined || document === undefined
      ? []
      : [{ document, article: at.article, clause, alike, point: null, score }];
  });
  // Whoever names an article means it, whatever else is asked.
  if (named?.article != null) return { kind: 'place', at: { ...named, article: named.article } };
  const confidence = confidenceIn(index, question, ranked[0]);
  if (confidence >= (named === null ? sureEnough : sureEnoughWhereNamed))
    return { kind: 'passages', hits, confidence, wanted: question.wanted };
  if (named !== null) return { kind: 'appendix', document: named.document, near: hits };
  return { kind: 'notFound', near: hits };
}

/** What the question names outright; null when it names no appendix that there is. An article that is not there is left out. */
function placeNamed(
  index: SearchIndex,
  { named }: Question,
): { document: AppendixDocument; article: Article | null; clause: string | null; point: string | null } | null {
  const said = named.find(({ code }) => code !== null);
  const document = index.documents.find(({ code }) => code === said?.code);
  if (said === undefined || document === undefined) return null;
  const article = document.articles.find(({ number }) => number === said.article) ?? null;
  return { document, article, ...within(article, said) };
}

function within(article: Article | null, said: SaidAddress): { clause: string | null; point: string | null } {
  const clause = article?.clauses.find(({ number }) => number === said.clause);
  const point = clause?.points.find(({ number }) => number === said.point);
  return { clause: clause?.number ?? null, point: point?.number ?? null };
}
