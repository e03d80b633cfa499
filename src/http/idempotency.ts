import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { type Act, act, type Desk } from '../desk/act.ts';
import { claimRequestKey, keepAnswer, type RequestKey } from '../store/access.ts';
import type { Tx } from '../store/database.ts';
import type { ApiEnv } from './api-env.ts';
import { HttpProblem } from './problems.ts';

/** The type under which files are sent to the API, whatever they are. */
export const fileType = 'application/octet-stream';

/**
 * Runs a write and answers what `deed` returns. With an `Idempotency-Key` the answer is kept in the same transaction as
 * its effect: the same request again gets the same answer and has no effect, even when both arrive at once. A refused
 * request keeps nothing, so it may be tried again. `mayHear` throws where a kept answer must no longer be given.
 */
export async function writeOnce<Answer>(
  context: Context<ApiEnv>,
  desk: Desk,
  deed: (current: Act) => Promise<Answer>,
  mayHear: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<Answer> {
  const { actor } = context.var.reader;
  const request = await requestKeyOf(context);
  if (request === null) return act(desk, actor, deed);
  return act(desk, actor, async (current) => {
    const kept = await claimRequestKey(current.tx, request, current.at);
    if (kept === null) {
      const answer = await deed(current);
      await keepAnswer(current.tx, request, { status: 200, body: answer ?? null });
      return answer;
    }
    if (kept.requestHash !== request.requestHash)
      throw new HttpProblem(
        422,
        'keyUsedForAnother',
        'Idempotency-Key này đã dùng cho một yêu cầu khác. (Key used for another request.)',
      );
    await mayHear(current.tx);
    // Kept by this very function for this very request: the hash covers method, path and body.
    return kept.body as Answer;
  });
}

async function requestKeyOf(context: Context<ApiEnv>): Promise<RequestKey | null> {
  const key = context.req.header('idempotency-key');
  if (key === undefined) return null;
  if (key.length === 0 || key.length > 200)
    throw new HttpProblem(
      400,
      'malformed',
      'Idempotency-Key dài từ 1 đến 200 ký tự. (Idempotency-Key takes 1 to 200 characters.)',
    );
  const { actor } = context.var.reader;
  const owner = actor.kind === 'officer' ? `officer:${actor.officerId}` : `apiKey:${actor.name}`;
  const said = [context.req.method, context.req.path, ...(await bodyOf(context))];
  return { owner, key, requestHash: createHash('sha256').update(JSON.stringify(said)).digest('hex') };
}

/** What tells two requests apart. A file is no text: it counts by its digest, with what the address says of it. */
async function bodyOf({ req }: Context<ApiEnv>): Promise<string[]> {
  if (req.header('content-type') !== fileType) return [await req.text()];
  const bytes = new Uint8Array(await req.arrayBuffer());
  return [new URL(req.url).search, createHash('sha256').update(bytes).digest('hex')];
}
