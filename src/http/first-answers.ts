import type { Hono } from 'hono';

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

const patienceMs = 500;

/**
 * The answers that this request's own session gets to these reads, by address, as text for a page. What is refused, or takes
 * longer than half a second, is left out: the page asks for it itself.
 */
export async function firstAnswers(
  api: Hono,
  request: Request,
  env: unknown,
  reads: readonly string[],
): Promise<string> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const limit = setTimeout(() => resolve(null), patienceMs);
  const parts = await Promise.all(
    reads.map(async (read) => {
      const path = `/api/v1/${read}`;
      const text = await Promise.race([answerTo(api, new URL(path, request.url), request.headers, env), late]);
      return text === null ? [] : [`${JSON.stringify(path)}:${text}`];
    }),
  );
  clearTimeout(limit);
  // Nothing that people wrote ends the element that this stands in.
  return `{${parts.flat().join(',')}}`.replaceAll('<', '\\u003c');
}

async function answerTo(api: Hono, url: URL, headers: Headers, env: unknown): Promise<string | null> {
  const answer = await api.fetch(new Request(url, { headers }), env as object);
  return answer.status === 200 ? answer.text() : null;
}
