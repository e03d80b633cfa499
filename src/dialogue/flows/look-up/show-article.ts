import type { Choice } from '../../../channel/port.ts';
import { type Quoted, quoteArticle } from '../../../knowledge/answers/quote.ts';
import type { AppendixVersionRow } from '../../../store/library.ts';
import type { Turn } from '../../turn.ts';
import { listArticles, versionLine } from './browse.ts';
import { goOn, wordsOf } from './context.ts';
import { promiseLine } from './promise-line.ts';
import { lookUpValues } from './values.ts';

// What stands comfortably in one bubble, below what the platform would cut by itself.
const pageLengths = { telegram: 3200, webchat: 2400, zalo: 1500, zaloBot: 1500 } as const;

/** One page of a whole article, with the ways on: its next page, its neighbours, an officer. */
export async function showArticle(turn: Turn, version: AppendixVersionRow, number: string, page = 1, said?: string) {
  const words = wordsOf(turn);
  const { articles } = version.document;
  const at = articles.findIndex((each) => each.number === number);
  const article = articles[at];
  if (article === undefined) return listArticles(turn, version, words.noSuchArticle(version.code, number));

  goOn(turn, { code: version.code, article: number });
  const pages = pagesOf(quoteArticle(version.code, article), pageLengths[turn.conversation.channel]);
  const current = Math.min(Math.max(1, page), Math.max(1, pages.length));
  const heading = article.heading === '' ? '' : `. ${article.heading}`;
  const ofPages = pages.length > 1 ? ` ${words.page(current, pages.length)}` : '';
  const promise = current === pages.length ? await promiseLine(turn, version.code, number, null) : null;
  const text = [
    said,
    `*${version.code} Điều ${number}${heading}*${ofPages}\n${pages[current - 1] ?? ''}`,
    promise,
    versionLine(turn, version),
  ];
  const before = articles[at - 1]?.number;
  const after = articles[at + 1]?.number;
  const rows: Choice[][] = [
    current < pages.length
      ? [
          {
            value: lookUpValues.article(version.id, number, current + 1),
            label: words.nextPage(current + 1, pages.length),
          },
        ]
      : [],
    [
      ...(before === undefined
        ? []
        : [{ value: lookUpValues.article(version.id, before), label: words.previous(before) }]),
      ...(after === undefined ? [] : [{ value: lookUpValues.article(version.id, after), label: words.next(after) }]),
    ],
    [
      { value: lookUpValues.appendix(version.id), label: version.code },
      { value: lookUpValues.askOfficer, label: words.askOfficer },
    ],
  ];
  await turn.say({
    text: text.filter((part) => part != null).join('\n\n'),
    choices: rows.filter((row) => row.length > 0),
  });
}

/** A page holds whole clauses, as many as fit; one that is longer than a page is a page, and the platform cuts it. */
function pagesOf(pieces: readonly Quoted[], longest: number): readonly string[] {
  const pages: string[] = [];
  for (const piece of pieces) {
    const line = labelled(piece);
    const last = pages.at(-1);
    if (last !== undefined && last.length + line.length < longest) pages[pages.length - 1] = `${last}\n${line}`;
    else pages.push(line);
  }
  return pages;
}

/** A clause or point as it is printed. */
export function labelled({ label, text }: Pick<Quoted, 'label' | 'text'>): string {
  const indent = /^\p{L}\)$/u.test(label) ? '   ' : '';
  return label === '' ? text : `${indent}${label} ${text}`;
}
