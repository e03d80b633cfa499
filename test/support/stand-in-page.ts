import { renderPage, renderThread } from './stand-in-page/markup.ts';

export type PageButton =
  | { label: string; deed: string; body: Record<string, unknown> }
  | { label: string; href: string };

export interface PageLine {
  by: 'bot' | 'person';
  at: number;
  text: string;
  /** What hangs on the line beside text, in a few words. */
  attachment: { label: string; href: string | null } | null;
  buttons: readonly PageButton[];
}

export interface PagePerson {
  id: string;
  name: string;
  /** What stands under the name, such as a phone number. */
  note: string;
  /** What the person can do at any time, beside writing. */
  deeds: readonly { name: string; label: string }[];
  lines: readonly PageLine[];
}

/** What a stand-in lets a developer play by hand. */
export interface Stage {
  title: string;
  /** The kinds of people that can be added. */
  kinds: readonly { name: string; label: string }[];
  people(): readonly PagePerson[];
  /** Makes a person and answers the id. */
  add(kind: string, details: { name: string; phone: string }): string;
  /** Does `deed` as this person. Throws an `Error` with a sentence for people when that is impossible. */
  act(id: string, deed: string, body: Readonly<Record<string, unknown>>): unknown;
}

export interface PageRequest {
  httpMethod: string;
  path: string;
  query: URLSearchParams;
  isJson: boolean;
  body: Readonly<Record<string, unknown>>;
}

export interface PageAnswer {
  status: number;
  type: 'text/html' | 'application/json';
  body: string;
}

/** Answers the page and its control calls. A deed must come as JSON, so that no other site can post one. */
export function answerPage(stage: Stage, request: PageRequest): PageAnswer {
  const { httpMethod, path, body } = request;
  if (httpMethod === 'GET' && path === '/') return html(renderPage(stage, request.query.get('person')));
  const parts = /^\/__control\/people(?:\/([^/]+)\/([^/]+))?$/.exec(path);
  if (parts === null) return json(404, { error: 'Không có trang này' });
  const [, id = '', deed = ''] = parts;
  if (httpMethod === 'GET') return look(stage, decodeURIComponent(id), deed);
  if (!request.isJson) return json(415, { error: 'Cần nội dung JSON' });

  try {
    if (id === '') {
      const details = { name: String(body.name ?? ''), phone: String(body.phone ?? '') };
      return json(200, { id: stage.add(String(body.kind ?? stage.kinds[0]?.name), details) });
    }
    return json(200, { done: stage.act(decodeURIComponent(id), deed, body) ?? null });
  } catch (error) {
    return json(400, { error: error instanceof Error ? error.message : String(error) });
  }
}

function look(stage: Stage, id: string, deed: string): PageAnswer {
  if (id === '') return json(200, { people: stage.people() });
  const person = stage.people().find((known) => known.id === id);
  if (person === undefined || deed !== 'thread') return json(404, { error: 'Không có người này' });
  return html(renderThread(person));
}

function html(body: string): PageAnswer {
  return { status: 200, type: 'text/html', body };
}

function json(status: number, body: unknown): PageAnswer {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}
