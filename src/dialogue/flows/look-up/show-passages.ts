import type { Choice } from '../../../channel/port.ts';
import { choosePassages } from '../../../knowledge/answers/choose-passages.ts';
import { type Quoted, quoteHit } from '../../../knowledge/answers/quote.ts';
import type { Found, Place } from '../../../knowledge/search/look-up.ts';
import type { IndexedVersion, LibraryIndex } from '../../../store/library-index.ts';
import type { Turn } from '../../turn.ts';
import { mostZaloButtons } from '../../typed-choice.ts';
import { versionLine } from './browse.ts';
import { goOn, wordsOf } from './context.ts';
import { promiseLine } from './promise-line.ts';
import { lookUpValues } from './values.ts';

/** What is quoted from one article. */
export interface Passage {
  at: Place;
  quoted: readonly Quoted[];
}

/** The best one to three articles that answer a question, each by the words in it that do. */
export function passagesOf({ hits, wanted }: Extract<Found, { kind: 'passages' }>): readonly Passage[] {
  return choosePassages(hits).map((hit) => ({ at: hit, quoted: quoteHit(hit, wanted) }));
}

/** Quotes word for word, each passage under its address; then which versions they are from, and the ways on. */
export async function sayPassages(
  turn: Turn,
  passages: readonly Passage[],
  { library, lookupId, said }: { library: LibraryIndex; lookupId: number; said: string | undefined },
): Promise<void> {
  const words = wordsOf(turn);
  const best = passages[0]?.at;
  if (best === undefined) return;
  const { document, article, clause } = best;
  const promise = await promiseLine(turn, document.code, article.number, clause);
  const [first, ...others] = passages.map((passage) => printed(passage, words.cut));
  const text = [
    said,
    first,
    promise,
    ...(others.length === 0 ? [] : [words.alsoSee, ...others]),
    versionsOf(turn, passages, library.versions),
  ];
  goOn(turn, { code: document.code, article: article.number });
  await turn.say({
    text: text.filter((part) => part != null).join('\n\n'),
    choices: choicesFor(turn, passages, library.versions, lookupId),
  });
}

/** `*PL06 Điều 4. Cách đăng ký*` above the quoted words. */
function printed({ at: { document, article }, quoted }: Passage, cut: string): string {
  const [only] = quoted;
  const isOne = quoted.length === 1 && only !== undefined;
  const address = isOne ? only.address : `${document.code} Điều ${article.number}`;
  const heading = article.heading === '' ? '' : ` – ${article.heading}`;
  const lines = quoted.map(({ label, text, isCutBefore, isCutBehind }) => {
    const quote = `${isCutBefore ? `${cut} ` : ''}${text}${isCutBehind ? ` ${cut}` : ''}`;
    return isOne || label === '' ? quote : `${label} ${quote}`;
  });
  return `*${address}*${heading}\n“${lines.join('\n')}”`;
}

function versionsOf(turn: Turn, passages: readonly Passage[], versions: readonly IndexedVersion[]): string {
  const lines = passages.flatMap(({ at: { document } }) => {
    const version = versions.find(({ code }) => code === document.code);
    if (version === undefined) return [];
    const { validFrom, validUntil } = version;
    return versionLine(turn, { document, validFrom, validUntil }).split('\n');
  });
  // Passages of one day's texts mostly share their dates and the notice.
  return [...new Set(lines)].join('\n');
}

function choicesFor(
  turn: Turn,
  passages: readonly Passage[],
  versions: readonly IndexedVersion[],
  lookupId: number,
): Choice[][] {
  const words = wordsOf(turn);
  const idOf = (code: string) => versions.find((version) => version.code === code)?.id ?? 0;
  const [best, ...others] = passages.map(({ at }) => at);
  if (best === undefined) return [];
  const id = idOf(best.document.code);
  const { articles } = best.document;
  const place = articles.findIndex(({ number }) => number === best.article.number);
  const [before, after] = [articles[place - 1]?.number, articles[place + 1]?.number];
  const own: Choice[][] = [
    [{ value: lookUpValues.article(id, best.article.number), label: words.whole(best.article.number) }],
    [
      ...(before === undefined ? [] : [{ value: lookUpValues.article(id, before), label: words.previous(before) }]),
      ...(after === undefined ? [] : [{ value: lookUpValues.article(id, after), label: words.next(after) }]),
    ],
  ];
  const judged: Choice[] = [
    { value: lookUpValues.helpful(lookupId), label: words.helpful },
    { value: lookUpValues.unhelpful(lookupId), label: words.unhelpful },
  ];
  const further: Choice[] = others.map(({ document, article }) => ({
    value: lookUpValues.article(idOf(document.code), article.number),
    label: `${document.code} Điều ${article.number}`,
  }));
  const rows = [...own, further, judged].filter((row) => row.length > 0);
  // Five buttons are better than eight numbers; the other articles open by their address.
  const isTooMany = turn.conversation.channel === 'zalo' && rows.flat().length > mostZaloButtons;
  return isTooMany ? [...own, judged].filter((row) => row.length > 0) : rows;
}
