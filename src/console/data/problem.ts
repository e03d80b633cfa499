import type { ProblemView } from '../../http/views.ts';
import type { Phrases } from '../language/phrases.vi.ts';

/** A refusal or a failure of the server. `detail` is the sentence to show beside the button; null when it sent none. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;

  constructor(status: number, code: string, detail: string | null) {
    super(detail ?? code);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

/** The problem that an answer carries. Anything else than problem+json has a status and no sentence. */
export async function problemOf(response: Pick<Response, 'status' | 'json'>): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new Problem(response.status, body.code ?? 'unknown', body.detail ?? body.title ?? null);
  return new Problem(response.status, 'unknown', null);
}

/** What to tell the officer about a failed request, in one language where the server said it in both. */
export function sentenceFor(error: unknown, phrases: Phrases): string {
  if (!(error instanceof Problem)) return phrases.noConnection;
  if (error.detail === null) return phrases.unexpected;
  const [, vietnamese = '', english = ''] = /^(.*) \(([A-Z][^()]*\.)\)$/su.exec(error.detail) ?? [];
  return vietnamese === '' ? error.detail : phrases.ofBoth(vietnamese, english);
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof Problem && error.status === 401;
}

/** Whether the same request will be answered the same: nothing is there, or it is not for this reader. */
export function isFinal(error: unknown): boolean {
  return error instanceof Problem && (error.status === 403 || error.status === 404);
}

function isProblem(body: unknown): body is Partial<ProblemView> {
  return typeof body === 'object' && body !== null && ('detail' in body || 'title' in body);
}
