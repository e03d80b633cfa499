import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { handleAgain } from '../desk/conversations/handle-again.ts';
import { sendAllAgain } from '../desk/conversations/send-all-again.ts';
import { NotPermitted } from '../errors.ts';
import { officersNamed } from '../rules/routing/named-officers.ts';
import { officerById } from '../store/organisation.ts';
import { troubledInbox } from '../store/troubled-inbox.ts';
import { excerptLength, troubledLadder, troubledOutbox } from '../store/troubles.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { isPermitted } from './permitted.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody, troublesSchema } from './view-schemas.ts';
import type { TroubleView } from './views.ts';

const mostOfEach = 200;

const list = createRoute({
  method: 'get',
  path: '/troubles',
  summary: 'What could not be read, delivered or fired',
  responses: { 200: json(troublesSchema, 'Newest first') },
});

const retryAll = createRoute({
  method: 'post',
  path: '/troubles/retry',
  summary: 'Send again every message that was given up for one reason',
  request: { body: jsonBody(z.object({ problem: z.string().min(1).max(2000) })) },
  responses: { 200: json(z.object({ count: z.number() }), 'So many are back in the queue, a thousand at most') },
});

const retryDelivery = createRoute({
  method: 'post',
  path: '/deliveries/{id}/retry',
  summary: 'Handle a delivery again that came in and failed',
  request: { params: z.object({ id: z.coerce.number().int().positive() }) },
  responses: { 204: { description: 'It waits to be handled' } },
});

export function troubleRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  async function troublesFor(reader: Reader): Promise<TroubleView[]> {
    const self = reader.kind === 'officer' ? await officerById(db, reader.sight.officerId) : null;
    const received = (await troubledInbox(db, mostOfEach)).map(({ body, ...row }): TroubleView => {
      // What could not be read has no case yet, and may be a report about whoever reads this.
      const isAboutReader = self !== null && officersNamed(unescaped(body), [self]).length > 0;
      const excerpt = isAboutReader ? '' : body.slice(0, excerptLength);
      return { ...row, ...timesOf(row), excerpt, where: 'inbox', isAsking: false, caseReference: null };
    });
    const sent = (await troubledOutbox(db, reader.sight, desk.clock.now(), mostOfEach)).map(
      (row): TroubleView => ({ ...row, ...timesOf(row), where: 'outbox' }),
    );
    const steps = (await troubledLadder(db, reader.sight, mostOfEach)).map(
      (row): TroubleView => ({ ...row, ...timesOf({ ...row, since: null }), where: 'ladder', isAsking: false }),
    );
    return [...received, ...sent, ...steps].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  }

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { reader } = context.var;
      if (!looksAfterTheSystem(reader)) throw new NotPermitted('xem danh sách sự cố');
      return context.json(await troublesFor(reader), 200);
    })
    .openapi(retryAll, async (context) => {
      const { problem } = context.req.valid('json');
      const count = await writeOnce(context, desk, (current) => sendAllAgain(current, { problem }));
      return context.json({ count }, 200);
    })
    .openapi(retryDelivery, async (context) => {
      const { id: inboxId } = context.req.valid('param');
      await writeOnce(context, desk, (current) => handleAgain(current, { inboxId }));
      return context.body(null, 204);
    });
}

function timesOf({ at, since }: { at: Date; since: Date | null }): { at: string; since: string } {
  return { at: at.toISOString(), since: (since ?? at).toISOString() };
}

/** Platforms write letters with marks as \\u escapes. */
function unescaped(body: string): string {
  return body.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function looksAfterTheSystem(reader: Reader): boolean {
  return isPermitted(reader, 'lookAfterDelivery');
}
