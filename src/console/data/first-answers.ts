const elementId = 'first-answers';
const ownOrigin = /^(?:https?:\/\/[^/]+)?(?=\/)/u;

let answers: Record<string, unknown> | null = null;

/** For whoever draws the page without a document: these are its answers, and none of an earlier drawing. */
export function bringAnswers(given: Readonly<Record<string, unknown>>): void {
  answers = { ...given };
}

/** What the page brought along as the answer to this read, once; null where it has to be asked for. */
export function firstAnswer(input: RequestInfo | URL, init?: RequestInit): Response | null {
  if (typeof input !== 'string' || (init?.method ?? 'GET') !== 'GET') return null;
  answers ??= JSON.parse(document.getElementById(elementId)?.textContent || '{}') as Record<string, unknown>;
  const path = input.replace(ownOrigin, '');
  const value = answers[path];
  if (value === undefined) return null;
  delete answers[path];
  // Not assigned: the server that draws the page has a Response of its own, whose properties are only read.
  return Object.defineProperty(new Response(), 'json', { value: async () => value });
}

/** From here on everything is asked for: what was brought along is no longer new. */
export function forgetFirstAnswers(): void {
  answers = {};
}
