import { printAddress } from '../address.ts';
import type { Article } from '../document.ts';
import { featuresOf } from '../search/features.ts';
import type { Hit } from '../search/look-up.ts';
import { wordsIn } from '../search/spelling.ts';

/** Words of a stored version, letter for letter, and where they stand. */
export interface Quoted {
  /** `PL06 Điều 4 khoản 1`. */
  address: string;
  /** As printed before the words: `1.`, `a)`; empty where nothing is. */
  label: string;
  text: string;
  /** Whether words were left out before or behind. */
  isCutBefore: boolean;
  isCutBehind: boolean;
}

const longestQuote = 600;
const mostClauses = 3;

/**
 * What of an article answers: its best clause and those that fit about as well, or the whole article where it is short.
 * A long clause is cut to the sentences around what was asked for. Never empty unless the article is.
 */
export function quoteHit(
  { document, article, clause, alike }: Hit,
  wanted: ReadonlyMap<string, number>,
): readonly Quoted[] {
  const all = piecesOf(document.code, article);
  const length = all.reduce((sum, { text }) => sum + text.length, 0);
  const fits = all.filter(
    (piece) => piece.clause !== null && (piece.clause === clause || alike.includes(piece.clause)),
  );
  const chosen = fits.length === 0 || (alike.length > 1 && length <= longestQuote) ? all : fits;
  const clauses = [...new Set(chosen.map((piece) => piece.clause))];
  const kept = clause !== null && clauses.length > mostClauses ? [clause] : clauses.slice(0, mostClauses + 2);
  return chosen
    .filter((piece) => kept.includes(piece.clause))
    .map(({ address, label, text }) => ({ address, label, ...around(text, wanted) }));
}

/** Every piece of an article with words of its own, in reading order, uncut. */
export function quoteArticle(code: string, article: Article): readonly Quoted[] {
  return piecesOf(code, article).map(({ address, label, text }) => ({
    address,
    label,
    text,
    isCutBefore: false,
    isCutBehind: false,
  }));
}

/** A clause with its points, or the one point; the whole article where it has no such clause. */
export function quoteClause(code: string, article: Article, clause: string, point: string | null): readonly Quoted[] {
  const all = piecesOf(code, article);
  const within = all.filter((piece) => piece.clause === clause && (point === null || piece.point === point));
  const kept = new Set((within.length === 0 ? all : within).map(({ address }) => address));
  return quoteArticle(code, article).filter(({ address }) => kept.has(address));
}

interface Piece {
  clause: string | null;
  point: string | null;
  address: string;
  label: string;
  text: string;
}

function piecesOf(code: string, { number, text, clauses }: Article): readonly Piece[] {
  const at = (clause: string | null, point: string | null) =>
    printAddress({ code, article: number, clause: clause === '' ? null : clause, point });
  const own = { clause: null, point: null, address: at(null, null), label: '', text };
  const below = clauses.flatMap((clause): Piece[] => [
    {
      clause: clause.number,
      point: null,
      address: at(clause.number, null),
      label: clause.number === '' ? '' : `${clause.number}.`,
      text: clause.text,
    },
    ...clause.points.map((point) => ({
      clause: clause.number,
      point: point.number,
      address: at(clause.number, point.number),
      label: `${point.number})`,
      text: point.text,
    })),
  ]);
  return [own, ...below].filter(({ text: words }) => words !== '');
}

function around(
  text: string,
  wanted: ReadonlyMap<string, number>,
): Pick<Quoted, 'text' | 'isCutBefore' | 'isCutBehind'> {
  if (text.length <= longestQuote) return { text, isCutBefore: false, isCutBehind: false };
  const sentences = sentencesIn(text).map(({ from, until }) => ({
    from,
    until,
    fit: fitOf(text.slice(from, until), wanted),
  }));
  const best = sentences.reduce(
    (a, b) => (b.fit > a.fit ? b : a),
    sentences[0] ?? { from: 0, until: text.length, fit: 0 },
  );
  let { from, until } = best;
  // The sentences behind explain more often than those before.
  for (const next of sentences) if (next.from >= until && next.until - from <= longestQuote) until = next.until;
  for (const before of sentences.toReversed()) {
    if (before.until <= from && until - before.from <= longestQuote) from = before.from;
  }
  return { text: text.slice(from, until).trim(), isCutBefore: from > 0, isCutBehind: until < text.length };
}

/** Where sentences and the parts of lists begin and end; one that is very long is cut between words. */
function sentencesIn(text: string): readonly { from: number; until: number }[] {
  const found: { from: number; until: number }[] = [];
  for (const { 0: whole, index } of text.matchAll(/[^.;\n]+(?:[.;](?=\S)[^.;\n]*)*[.;\n]*\s*/gu)) {
    const ends = index + whole.length;
    let from = index;
    while (ends - from > longestQuote) {
      const blank = text.lastIndexOf(' ', from + longestQuote);
      const until = blank > from ? blank + 1 : from + longestQuote;
      found.push({ from, until });
      from = until;
    }
    if (from < ends) found.push({ from, until: ends });
  }
  return found;
}

function fitOf(sentence: string, wanted: ReadonlyMap<string, number>): number {
  return [...new Set(featuresOf(wordsIn(sentence)))].reduce((sum, feature) => sum + (wanted.get(feature) ?? 0), 0);
}
