import type { ChatKnownPerson, ChatPageView, ChatSessionView } from '../view.ts';

/** The server answered and said no; `sentence` is for people. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly sentence: string;
  constructor(status: number, sentence: string) {
    super(`${status} ${sentence}`);
    this.status = status;
    this.sentence = sentence;
  }
}

export function readSession(): Promise<ChatSessionView> {
  return ask('session');
}

export function openSession(contactId: number | null): Promise<ChatSessionView> {
  return ask('session', { contactId });
}

export async function knownPeople(): Promise<ChatKnownPerson[]> {
  const { people } = await ask<{ people: ChatKnownPerson[] }>('people');
  return people;
}

export function readMessages(bounds: { before?: number } = {}): Promise<ChatPageView> {
  return ask(bounds.before === undefined ? 'messages' : `messages?before=${bounds.before}`);
}

export function postMessage(body: object): Promise<unknown> {
  return ask('messages', body);
}

/** Moves the clock of a demonstration. False where it cannot be moved. */
export async function advanceClock(
  by: { advanceMinutes: number } | { advanceWorkingMinutes: number },
): Promise<boolean> {
  const response = await fetch('/demo/clock', post(by)).catch(() => null);
  return response?.ok === true;
}

export function fileAddress(ref: string): string {
  return `/chat/api/files/${encodeURIComponent(ref)}`;
}

export const liveAddress = '/chat/api/live';
export const uploadAddress = '/chat/api/files';

async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(`/chat/api/${path}`, body === undefined ? {} : post(body));
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(response.status, sentenceIn(answer));
  // The server of this page is built together with it and answers in the shapes of view.ts.
  return answer as Answer;
}

/** The words of a problem for people; empty where something in between answered in its own way. */
export function sentenceIn(answer: unknown): string {
  const detail: unknown = Reflect.get(Object(answer), 'detail');
  return typeof detail === 'string' ? detail : '';
}

function post(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
