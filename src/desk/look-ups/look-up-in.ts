import { printAddress } from '../../knowledge/address.ts';
import { choosePassages } from '../../knowledge/answers/choose-passages.ts';
import { type Found, lookUp } from '../../knowledge/search/look-up.ts';
import { questionWords } from '../../knowledge/search/question-words.ts';
import { type LibraryIndex, libraryOn } from '../../store/library-index.ts';
import { insertLookup } from '../../store/lookups.ts';
import type { Act } from '../act.ts';

export interface LookUpInput {
  text: string;
  /** The local day as of which it is asked. */
  day: string;
  conversationId: number;
  /** Whether the person agreed that words of theirs are kept. */
  mayKeepWords: boolean;
}

export interface LookedUp {
  found: Found;
  library: LibraryIndex;
  lookupId: number;
}

/**
 * Looks a question up and keeps what became of it for those who write the texts. Whoever has not agreed to keeping leaves
 * the matter of the question without words of theirs and without the conversation. Reading is no deed: the library's
 * ledger, which every act on the library would have to wait for, does not grow by it.
 */
export async function lookUpIn({ tx, at }: Act, input: LookUpInput): Promise<LookedUp> {
  const { text, day, conversationId, mayKeepWords } = input;
  const library = await libraryOn(tx, day);
  const found = lookUp(library.index, text);
  const lookupId = await insertLookup(tx, {
    query: mayKeepWords ? text : null,
    tokens: questionWords(text).join(' '),
    asOf: day,
    conversationId: mayKeepWords ? conversationId : null,
    shown: addressesIn(found),
    isFound: found.kind !== 'notFound',
    helpful: null,
    at,
    caseId: null,
  });
  return { found, library, lookupId };
}

function addressesIn(found: Found): readonly string[] {
  if (found.kind === 'appendix') return [found.document.code];
  const places = found.kind === 'place' ? [found.at] : found.kind === 'passages' ? choosePassages(found.hits) : [];
  return places.map(({ document, article, clause, point }) =>
    printAddress({ code: document.code, article: article.number, clause: clause === '' ? null : clause, point }),
  );
}
