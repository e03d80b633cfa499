import { type LookedUp, lookUpIn } from '../../../desk/look-ups/look-up-in.ts';
import { quoteClause } from '../../../knowledge/answers/quote.ts';
import type { Place } from '../../../knowledge/search/look-up.ts';
import type { LibraryIndex } from '../../../store/library-index.ts';
import { commandValues } from '../../command-values.ts';
import type { Turn } from '../../turn.ts';
import { readAsOf } from './as-of.ts';
import { asksForList } from './asks-for-list.ts';
import { listAppendices, listArticlesOf, publishedVersion, sayGone } from './browse.ts';
import { goOn, lookUpGoingOn, today, wordsOf } from './context.ts';
import { passagesPicked } from './picked-passages.ts';
import { addressSaid, inContext, isOnlyAddress, withoutAddress } from './said-address.ts';
import { showArticle } from './show-article.ts';
import { passagesOf, sayPassages } from './show-passages.ts';
import { lookUpValues } from './values.ts';

interface Context {
  code: string | null;
  article: string | null;
  query: string | null;
  day: string | null;
}

/** Answers what somebody wants to know from the appendices: by quotation, by a list to choose from, or "not found". */
export async function answerQuestion(
  turn: Turn,
  text: string,
  context: Context = lookUpGoingOn(turn) ?? { code: null, article: null, query: null, day: null },
): Promise<void> {
  const asOf = await readAsOf(turn, text);
  const { question, said } = asOf;
  const day = asOf.day ?? context.day;
  if (asksForList(question)) return listAppendices(turn, { day, ...(said === undefined ? {} : { said }) });

  const asked = inContext(question, context);
  const address = addressSaid(asked);
  if (address?.article != null && address.code === null)
    return listAppendices(turn, { said: wordsOf(turn).whichAppendix(address.article), day, article: address.article });
  // "Còn phụ lục 4?" asks the question before of another appendix.
  if (context.query !== null && address?.article === null && address.code !== null && isOnlyAddress(asked))
    return answerQuestion(turn, `${withoutAddress(context.query)} ${address.code}`, { ...context, query: null });

  const lookedUp = await lookUpIn(turn.act, {
    text: asked,
    day: day ?? today(turn),
    conversationId: turn.conversation.id,
    mayKeepWords: turn.consent === 'given',
  });
  goOn(turn, { day, lookupId: lookedUp.lookupId, query: turn.consent === 'given' ? asked : null });
  return lookedUp.library.versions.length === 0 ? listAppendices(turn, { day }) : sayFound(turn, asked, lookedUp, said);
}

async function sayFound(
  turn: Turn,
  asked: string,
  { found, library, lookupId }: LookedUp,
  said: string | undefined,
): Promise<void> {
  const address = addressSaid(asked);
  // Words that fit another appendix are no answer to whoever asked of one that is not there.
  if (address?.code != null && !library.versions.some(({ code }) => code === address.code))
    return listAppendices(turn, { said: wordsOf(turn).noSuchAppendix(address.code), day: null });
  switch (found.kind) {
    case 'passages':
      return sayPassages(turn, passagesOf(found), { library, lookupId, said });
    case 'place':
      return showPlace(turn, found.at, { library, lookupId, said });
    case 'appendix': {
      const { code } = found.document;
      const words = wordsOf(turn);
      const missing = address?.article == null ? undefined : words.noSuchArticle(code, address.article);
      const notFound = found.near.length > 0 ? words.notFoundIn(code) : said;
      return listArticlesOf(turn, idIn(library, code), missing ?? notFound);
    }
    case 'notFound': {
      const picked = passagesPicked(turn.understood?.picked ?? [], library);
      if (picked.length > 0) return sayPassages(turn, picked, { library, lookupId, said });
      return sayNotFound(turn, said);
    }
  }
}

/** A named clause is quoted; a named article is shown whole. */
async function showPlace(
  turn: Turn,
  at: Place,
  { library, lookupId, said }: { library: LibraryIndex; lookupId: number; said: string | undefined },
): Promise<void> {
  const { document, article, clause, point } = at;
  if (clause !== null) {
    const quoted = quoteClause(document.code, article, clause, point);
    return sayPassages(turn, [{ at, quoted }], { library, lookupId, said });
  }
  const version = await publishedVersion(turn, idIn(library, document.code));
  return version === null ? sayGone(turn) : showArticle(turn, version, article.number, 1, said);
}

/** Not found is an answer: nothing is guessed, and an officer is one press away. */
async function sayNotFound(turn: Turn, said: string | undefined): Promise<void> {
  const words = wordsOf(turn);
  await turn.say({
    text: [said, words.notFound].filter((part) => part !== undefined).join('\n\n'),
    choices: [
      [
        { value: lookUpValues.askOfficer, label: words.askOfficer },
        { value: lookUpValues.list, label: words.browse },
      ],
      [{ value: commandValues.menu, label: words.back }],
    ],
  });
}

function idIn({ versions }: LibraryIndex, code: string): number {
  return versions.find((version) => version.code === code)?.id ?? 0;
}
