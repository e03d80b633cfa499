import MiniSearch from 'minisearch';
import { demonstrationTexts } from '../../knowledge/demonstration/demonstration.ts';
import type { AppendixDocument } from '../../knowledge/document.ts';
import { buildIndex } from '../../knowledge/search/build-index.ts';
import { lookUp } from '../../knowledge/search/look-up.ts';
import { fold } from '../../rules/identity/fold.ts';

/** What a look-up made of one question. */
export interface LookedUp {
  /** Articles as `PL06/4`, best first, whether or not they were thought good enough to show. */
  ours: readonly string[];
  reference: readonly string[];
  isAnswered: boolean;
  milliseconds: number;
}

/** Looks questions up in the shipped texts, with our engine and beside it with the reference: MiniSearch, accents folded. */
export async function openLookUp(): Promise<(text: string) => LookedUp> {
  const documents = (await demonstrationTexts()).map(({ document }) => document);
  const index = buildIndex(documents);
  const reference = referenceOver(documents);
  return (text) => {
    const began = performance.now();
    const found = lookUp(index, text);
    const milliseconds = performance.now() - began;
    const places = found.kind === 'place' ? [found.at] : found.kind === 'passages' ? found.hits : found.near;
    return {
      ours: places.map(({ document, article }) => `${document.code}/${article.number}`),
      reference: reference(text),
      isAnswered: found.kind === 'passages' || found.kind === 'place',
      milliseconds,
    };
  };
}

/** MiniSearch over titles, headings and text, with the beginnings of words, as people set it up. */
export function referenceOver(documents: readonly AppendixDocument[]): (text: string) => readonly string[] {
  const reference = new MiniSearch({ fields: ['title', 'heading', 'body'], processTerm: fold });
  reference.addAll(
    documents.flatMap(({ code, title, articles }) =>
      articles.map(({ number, heading, text, clauses }) => ({
        id: `${code}/${number}`,
        title,
        heading,
        body: [text, ...clauses.flatMap((clause) => [clause.text, ...clause.points.map((point) => point.text)])].join(
          '\n',
        ),
      })),
    ),
  );
  return (text) => reference.search(text, { prefix: true }).map(({ id }) => String(id));
}
