import type { Article, Clause, PartLevel, Point } from './document.ts';

/** A part as people correct it: a list in reading order, where the height of each says what it belongs to. */
export interface Row {
  level: PartLevel;
  number: string;
  heading: string;
  chapter: string | null;
  text: string;
}

/** The structure as a list. A clause that only holds the points of its article does not show. */
export function rowsOf(articles: readonly Article[]): readonly Row[] {
  const bare = { heading: '', chapter: null };
  return articles.flatMap(({ clauses, number, heading, chapter, text }) => [
    { level: 'article' as const, number, heading, chapter, text },
    ...clauses.flatMap((clause) => [
      ...(clause.number === '' && clause.text === ''
        ? []
        : [{ level: 'clause' as const, number: clause.number, text: clause.text, ...bare }]),
      ...clause.points.map((point) => ({ level: 'point' as const, ...point, ...bare })),
    ]),
  ]);
}

/** The list as a structure again; null where something stands before the first article. Headings belong to articles only. */
export function articlesOf(rows: readonly Row[]): readonly Article[] | null {
  const articles: (Omit<Article, 'clauses'> & { clauses: (Omit<Clause, 'points'> & { points: Point[] })[] })[] = [];
  for (const { level, number, heading, chapter, text } of rows) {
    if (level === 'article') {
      articles.push({ number, heading, chapter, text, clauses: [] });
      continue;
    }
    const clauses = articles.at(-1)?.clauses;
    if (clauses === undefined) return null;
    if (level === 'clause' || clauses.length === 0)
      clauses.push({ number: level === 'clause' ? number : '', text: level === 'clause' ? text : '', points: [] });
    if (level === 'point') clauses.at(-1)?.points.push({ number, text });
  }
  return articles;
}

/** The text as people read it from beginning to end, a part a line: what versions are compared by, and shown against a file. */
export function plainText({ preamble, articles }: { preamble: string; articles: readonly Article[] }): string {
  const lines = rowsOf(articles).map(({ level, number, heading, chapter, text }) => {
    if (level !== 'article') return `${number}${level === 'clause' ? '.' : ')'} ${text}`;
    const title = `Điều ${number}.${heading === '' ? '' : ` ${heading}`}`;
    return [chapter, title, text].filter((piece) => piece !== null && piece !== '').join('\n');
  });
  return [preamble, ...lines].filter((piece) => piece !== '').join('\n');
}
