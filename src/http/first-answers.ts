import type { Hono } from 'hono';
import type { CaseListPage } from './views.ts';

/** What the page of an address reads before anything else, below `/api/v1/`: known without running it. */
export function firstReads(address: URL): string[] {
  const { pathname, searchParams } = address;
  if (/^\/console\/(?:sign-in|invitation)/u.test(pathname)) return [];
  if (!/^\/console\/cases(?:\/|$)/u.test(pathname)) return ['session'];
  const box = searchParams.get('box') ?? 'mine';
  // An address that filters reads its list itself, as the page words it.
  const isPlainList = /^(?:mine|unassigned|all)$/u.test(box) && searchParams.size <= (searchParams.has('box') ? 1 : 0);
  return [
    ...['session', 'case-reminders', 'cases/counts', 'saved-filters'],
    ...(isPlainList ? [`cases?box=${box}`] : []),
  ];
}

/** An answer's path, and its JSON. */
type AnswerText = [path: string, json: string];

/** Whether that is all that a list of cases shows before anything is chosen in it. */
export function isListWhole(address: URL, reads: readonly string[], answers: readonly AnswerText[]): boolean {
  const isList = /^\/console\/cases\/?$/u.test(address.pathname) && reads.some((read) => read.startsWith('cases?'));
  const paths = new Set(answers.map(([path]) => path));
  return isList && reads.every((read) => paths.has(`/api/v1/${read}`));
}

const patienceMs = 500;

/**
 * The answers that this request's own session gets to these reads, and to what a list read next. What is refused, or takes
 * longer than half a second, is left out: the page asks for it itself.
 */
export async function firstAnswers(
  api: Hono,
  request: Request,
  env: unknown,
  reads: readonly string[],
): Promise<AnswerText[]> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const limit = setTimeout(() => resolve(null), patienceMs);
  const ask = async (read: string): Promise<AnswerText[]> => {
    const path = `/api/v1/${read}`;
    const json = await Promise.race([answerTo(api, new URL(path, request.url), request.headers, env), late]);
    return json === null ? [] : [[path, json]];
  };
  const answers = (await Promise.all(reads.map(ask))).flat();
  const list = answers.find(([path]) => path.startsWith('/api/v1/cases?'));
  const marks = list === undefined ? [] : await Promise.all(marksRead(list[1]).map(ask));
  clearTimeout(limit);
  return [...answers, ...marks.flat()];
}

/** What the page asks of the cases in its list, worded as the page does. */
function marksRead(list: string): string[] {
  const { items }: Pick<CaseListPage, 'items'> = JSON.parse(list);
  const references = items.map(({ reference }) => reference).join(',');
  return references === '' ? [] : [`case-marks?${new URLSearchParams({ references })}`];
}

export function parsed(answers: readonly AnswerText[]): Record<string, unknown> {
  return Object.fromEntries(answers.map(([path, json]) => [path, JSON.parse(json)]));
}

/** The element in which a page finds them. */
export function answersElement(answers: readonly AnswerText[]): string {
  const json = `{${answers.map(([path, text]) => `${JSON.stringify(path)}:${text}`).join(',')}}`;
  // Nothing that people wrote ends the element that this stands in.
  return `<script id="first-answers" type="application/json">${json.replaceAll('<', '\\u003c')}</script>`;
}

async function answerTo(api: Hono, url: URL, headers: Headers, env: unknown): Promise<string | null> {
  const answer = await api.fetch(new Request(url, { headers }), env as object);
  return answer.status === 200 ? answer.text() : null;
}
