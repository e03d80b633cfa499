import { fold } from '../../rules/identity/fold.ts';
import type { Article, Clause, Point } from '../document.ts';
import {
  articleMarker,
  clauseMarker,
  followingLetter,
  followingNumber,
  isAllCapitals,
  isGroupHeading,
  type Marker,
  pointMarker,
  stepBetween,
} from './markers.ts';
import type { Leftover, LeftoverReason, Recognised, SourceLine } from './recognised.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] };
type GrowingClause = Omit<Growing<Clause>, 'points'> & { points: Growing<Point>[] };
type GrowingArticle = Omit<Growing<Article>, 'clauses'> & { clauses: GrowingClause[] };

// Numbers left out by mistake are few; what jumps further is a quotation or an amount.
const widestGap = 5;
const longestHeading = 200;

/**
 * The articles, clauses and points of a text. Every letter of every line is afterwards in the structure or among the
 * leftovers. Numbers are taken as they stand, repeated and missing ones too; dashes, rows of tables and lines without a
 * number go on the part before them. A clause with an empty number holds points that stand in an article directly.
 */
export function recognise(lines: readonly SourceLine[]): Recognised {
  const preamble: string[] = [];
  const articles: GrowingArticle[] = [];
  const leftovers: Leftover[] = [];
  const groups: string[] = [];
  let awaitsHeading = false;
  let isOver = false;
  let hasCountedNumbers = false;
  // The number of a list inside a clause that is numbered `1)` where clauses are numbered `1.`.
  let inner = 0;
  // How the clauses of the open article are numbered.
  let style = '';

  for (const line of lines) read(line);
  // A chapter without an article has no place.
  const last = lines.at(-1)?.line ?? 0;
  for (const text of groups) leftovers.push({ line: last, text, because: 'afterEnd', leftOutBy: null });
  return { preamble: preamble.join('\n'), articles, leftovers, hasCountedNumbers };

  function read(line: SourceLine): void {
    const { text, kind } = line;
    const isHeading = kind === 'heading';
    if (kind === 'footnote') leave(line, 'footnote');
    else if (kind === 'margin') leave(line, 'pageMargin');
    else if (isOver || (articles.length > 0 && beginsTheEnd(text))) {
      isOver = true;
      leave(line, 'afterEnd');
    } else if (kind === 'row' && articles.length > 0) append(text);
    else if (kind === 'row') leave(line, 'beforeFirstArticle');
    else if (kind === 'item') item(line);
    else if (isGroupHeading(text)) {
      groups.push(text);
      awaitsHeading = false;
    } else if (!tryArticle(text, isHeading)) {
      // The name of a chapter often stands on a line of its own.
      if (groups.length > 0 && (isHeading || isAllCapitals(text))) groups.push(text);
      else if (articles.length > 0) within(line);
      else if (isHeading || isAllCapitals(text) || /^(?:phu luc|pl\d)/u.test(fold(text))) preamble.push(text);
      else leave(line, 'beforeFirstArticle');
    }
  }

  function tryArticle(text: string, isHeading: boolean): boolean {
    const marker = articleMarker(text);
    if (marker === null || !continuesArticles(marker, isHeading)) return false;
    openArticle(marker);
    return true;
  }

  /** A line that belongs to the article that is open. */
  function within({ text, kind }: SourceLine): void {
    const open = articles.at(-1);
    if (open === undefined) return;
    const clause = clauseMarker(text);
    const point = pointMarker(text);
    const mayBeHeading = kind === 'heading' || (!/[.;:,]$/u.test(text) && text.length <= longestHeading);
    if (clause !== null && startsClause(open, clause)) openClause(open, clause);
    else if (point !== null && continuesPoints(open, point)) openPoint(open, point);
    else if (awaitsHeading && mayBeHeading && !/^[-–+•]/u.test(text)) {
      open.heading = text;
      awaitsHeading = false;
    } else append(text);
  }

  function continuesArticles({ number, mark, rest }: Marker, isHeading: boolean): boolean {
    const before = articles.at(-1)?.number;
    if (before === undefined || isHeading) return true;
    const step = stepBetween(before, number);
    return mark === '' && rest !== '' ? step === 1 : step !== null && step <= widestGap;
  }

  function startsClause({ clauses }: GrowingArticle, { number, mark, rest }: Marker): boolean {
    const before = clauses.at(-1)?.number ?? '0';
    const isOtherStyle = mark === ')' && clauses.length > 0 && style !== ')';
    if (isOtherStyle && Number(number) === inner + 1 && (inner > 0 || number === '1')) {
      inner += 1;
      return false;
    }
    const step = stepBetween(before === '' ? '0' : before, number);
    if (step === 1) return true;
    return step !== null && step <= widestGap && /^["'“(]?[\p{Lu}\d]/u.test(rest);
  }

  function continuesPoints({ clauses }: GrowingArticle, { number, mark }: Marker): boolean {
    const before = clauses.at(-1)?.points.at(-1)?.number;
    const isNext = before === undefined ? number === 'a' : number === followingLetter(before.slice(0, 1));
    // `e` after `d` where somebody leaves out đ.
    if (isNext || (before === 'd' && number === 'e')) return true;
    return mark === ')' && (before !== undefined || number === 'a');
  }

  function item(line: SourceLine): void {
    const { text, depth } = line;
    const open = articles.at(-1);
    // Who types "3." by hand in a numbered list has typed the number that is meant.
    const isTyped = clauseMarker(text) !== null || pointMarker(text) !== null;
    if (open === undefined) leave(line, 'beforeFirstArticle');
    else if (isTyped) within({ ...line, kind: 'text' });
    else {
      hasCountedNumbers = true;
      const clause = open.clauses.at(-1);
      const point = clause?.points.at(-1)?.number;
      const letter = point === undefined ? 'a' : followingLetter(point) || 'y';
      if (depth === 0) openClause(open, { number: followingNumber(clause?.number || '0'), mark: '', rest: text });
      else openPoint(open, { number: letter, mark: '', rest: text });
    }
  }

  function openArticle({ number, rest }: Marker): void {
    const chapter = groups.length > 0 ? groups.splice(0).join('\n') : null;
    articles.push({ number, heading: rest, chapter, text: '', clauses: [] });
    awaitsHeading = rest === '';
    inner = 0;
  }

  function openClause({ clauses }: GrowingArticle, { number, mark, rest }: Marker): void {
    clauses.push({ number, text: rest, points: [] });
    style = mark;
    awaitsHeading = false;
    inner = 0;
  }

  function openPoint({ clauses }: GrowingArticle, { number, rest }: Marker): void {
    if (clauses.length === 0) clauses.push({ number: '', text: '', points: [] });
    clauses.at(-1)?.points.push({ number, text: rest });
    awaitsHeading = false;
  }

  function append(text: string): void {
    const article = articles.at(-1);
    const clause = article?.clauses.at(-1);
    const part = clause?.points.at(-1) ?? clause ?? article;
    if (part === undefined) return;
    part.text = part.text === '' ? text : `${part.text}\n${text}`;
    awaitsHeading = false;
  }

  function leave({ line, text }: Pick<SourceLine, 'line' | 'text'>, because: LeftoverReason): void {
    leftovers.push({ line, text, because, leftOutBy: null });
  }
}

// Recipients and signatures follow the last article.
function beginsTheEnd(text: string): boolean {
  return /^(?:noi nhan\s*:|(?:tm|kt|tl|tuq)\.\s?\p{L})/u.test(fold(text)) && text.length <= longestHeading;
}
