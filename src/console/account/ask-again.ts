import { firstAnswer } from '../data/first-answers.ts';

/** The question that is open: who answers it, and whom to tell that it changed. One page asks one thing at a time. */
let asked: { answer: (isRight: boolean) => void } | null = null;
let waiting: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function change(next: typeof asked): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** Asks the person to say again who they are; false when they would rather not. Two who ask at once get one answer. */
function askAgain(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => change({ answer: resolve })).finally(() => {
    waiting = null;
  });
  return waiting;
}

export function answerAsked(isRight: boolean): void {
  const open = asked;
  change(null);
  open?.answer(isRight);
}

export function isAsked(): boolean {
  return asked !== null;
}

export function onAsked(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes what the page brought along, or fetches; where the server wants to know again who asks, asks the person and sends the same once more. */
export async function fetchAskingAgain(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const answer = firstAnswer(input, init) ?? (await fetch(input, init));
  if (
    answer.status !== 403 ||
    !isAsking(
      await answer
        .clone()
        .json()
        .catch(() => null),
    )
  )
    return answer;
  return (await askAgain()) ? fetch(input, init) : answer;
}

function isAsking(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'stepUpNeeded';
}
