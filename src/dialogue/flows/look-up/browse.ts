import type { Choice } from '../../../channel/port.ts';
import type { AppendixDocument } from '../../../knowledge/document.ts';
import { illustrationNotice } from '../../../knowledge/notice.ts';
import { type AppendixVersionRow, appendixVersion } from '../../../store/library.ts';
import { libraryOn } from '../../../store/library-index.ts';
import { answeredQuestions } from '../../../store/lookups.ts';
import { commandValues } from '../../command-values.ts';
import type { Turn } from '../../turn.ts';
import { goOn, today, wordsOf } from './context.ts';
import { lookUpValues } from './values.ts';

/** The menu's button and /tracuu: asks what is sought and shows what there is. */
export async function startLookUp(turn: Turn): Promise<void> {
  const [frequent] = await answeredQuestions(turn.act.tx, 1);
  const beside = frequent === undefined ? [] : [{ value: lookUpValues.frequent, label: wordsOf(turn).frequent }];
  await listAppendices(turn, { said: wordsOf(turn).ask, day: null, beside });
  goOn(turn, { isAsked: true, code: null, article: null, query: null, lookupId: null, day: null });
}

/** Every appendix that applies on the day, each with a button that `opens` it: its list of articles, or one article. */
export async function listAppendices(
  turn: Turn,
  {
    said,
    day,
    article,
    beside = [],
  }: { said?: string; day: string | null; article?: string; beside?: readonly Choice[] },
): Promise<void> {
  const words = wordsOf(turn);
  const { index, versions } = await libraryOn(turn.act.tx, day ?? today(turn));
  goOn(turn, { day });
  const back: Choice = { value: commandValues.menu, label: words.back };
  if (versions.length === 0) {
    await turn.say({ text: words.nothingInForce(day ?? today(turn)), choices: [[back]] });
    return;
  }
  const lines = index.documents.map(({ code, title }) => `• ${code}. ${title}`);
  const notice = index.documents.map(({ status }) => illustrationNotice(status, turn.phrases.language)).find(Boolean);
  const buttons = versions.map(({ id, code }) => ({
    value: article === undefined ? lookUpValues.appendix(id) : lookUpValues.article(id, article),
    label: code,
  }));
  await turn.say({
    text: [said, [words.appendices(day), ...lines].join('\n'), notice].filter((part) => part != null).join('\n\n'),
    choices: [...inRows(buttons, buttonsInARow), [...beside, back]],
  });
}

const buttonsInARow = 5;

/** The articles of one appendix. */
export async function listArticles(turn: Turn, version: AppendixVersionRow, said?: string): Promise<void> {
  const words = wordsOf(turn);
  const { document } = version;
  goOn(turn, { code: version.code, article: null });
  const lines = document.articles.map(({ number, heading }) =>
    heading === '' ? `• ${words.article(number)}` : `• ${words.article(number)}. ${heading}`,
  );
  const text = [
    said,
    [words.articlesOf(version.code, document.title), ...lines].join('\n'),
    `${words.chooseArticle}\n${versionLine(turn, version)}`,
  ];
  const buttons = document.articles.map(({ number }) => ({
    value: lookUpValues.article(version.id, number),
    label: words.article(number),
  }));
  await turn.say({
    text: text.filter((part) => part !== undefined).join('\n\n'),
    choices: [...inRows(buttons, 3), [{ value: lookUpValues.list, label: words.browse }]],
  });
}

/** The articles of an appendix that a question named. */
export async function listArticlesOf(turn: Turn, versionId: number, said?: string): Promise<void> {
  const version = await publishedVersion(turn, versionId);
  return version === null ? sayGone(turn) : listArticles(turn, version, said);
}

/** A published version by the key that a button carries; a draft is nobody's to read here. */
export async function publishedVersion(turn: Turn, id: number): Promise<AppendixVersionRow | null> {
  const version = await appendixVersion(turn.act.tx, id);
  return version?.state === 'published' ? version : null;
}

export async function sayGone(turn: Turn): Promise<void> {
  const words = wordsOf(turn);
  await turn.say({ text: words.gone, choices: [[{ value: lookUpValues.list, label: words.browse }]] });
}

/** Which version it is and since when, and that it is a demonstration where it is one. */
export function versionLine(
  turn: Turn,
  { document, validFrom, validUntil }: { document: AppendixDocument; validFrom: string; validUntil: string | null },
): string {
  const lastDay = validUntil === null ? null : Temporal.PlainDate.from(validUntil).subtract({ days: 1 }).toString();
  const line = wordsOf(turn).version(document.version, validFrom, lastDay);
  return [line, illustrationNotice(document.status, turn.phrases.language)].filter((part) => part !== null).join('\n');
}

function inRows(buttons: readonly Choice[], length: number): Choice[][] {
  return buttons.flatMap((_, at) => (at % length === 0 ? [buttons.slice(at, at + length)] : []));
}
