import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { decideQuestion } from '../desk/look-ups/decide-question.ts';
import { repeatedQuestions } from '../desk/look-ups/repeated-questions.ts';
import { NotPermitted } from '../errors.ts';
import { mayKeepLibrary } from '../rules/visibility/may-keep-library.ts';
import { frequentQuestionRows, lookupFigures, unansweredLookups } from '../store/lookups.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody } from './view-schemas.ts';

const mostRows = 50;
const days = 30;

const lookUpsSchema = z
  .object({
    figures: z.object({ asked: z.number(), notFound: z.number(), helpful: z.number(), unhelpful: z.number() }),
    repeated: z
      .array(
        z.object({
          tokens: z.string(),
          question: z.string(),
          times: z.number(),
          alsoAsked: z.array(z.string()).readonly(),
          address: z.string().nullable(),
        }),
      )
      .readonly(),
    unanswered: z.array(
      z.object({
        id: z.number(),
        /** As asked, by somebody who agreed to keeping; otherwise the bare words. */
        question: z.string(),
        isInOwnWords: z.boolean(),
        shown: z.array(z.string()).readonly(),
        isFound: z.boolean(),
        at: z.iso.datetime(),
      }),
    ),
    nextBefore: z.number().nullable(),
    accepted: z.array(
      z.object({
        tokens: z.string(),
        question: z.string(),
        address: z.string().nullable(),
        decidedAt: z.iso.datetime(),
      }),
    ),
  })
  .openapi('LookUps');
export type LookUpsView = z.infer<typeof lookUpsSchema>;

const list = createRoute({
  method: 'get',
  path: '/look-ups',
  summary: 'What people look up and do not find, and what they ask again and again, over thirty days',
  request: { query: z.object({ before: z.coerce.number().int().positive().optional() }) },
  responses: { 200: json(lookUpsSchema, 'For those who write the texts') },
});

const decision = createRoute({
  method: 'post',
  path: '/look-ups/questions',
  summary: 'Take a repeated question into the frequent ones, or leave it out',
  request: {
    body: jsonBody(
      z.strictObject({
        tokens: z.string().min(1).max(1000),
        question: z.string().trim().min(1).max(500),
        address: z.string().max(60).nullable(),
        accepted: z.boolean(),
      }),
    ),
  },
  responses: { 204: { description: 'Decided' } },
});

export function lookUpRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      keeperOnly(context.var.reader);
      const now = desk.clock.now();
      const since = new Date(now.getTime() - days * 86_400_000);
      const before = context.req.valid('query').before ?? null;
      const rows = await unansweredLookups(db, { since, before, limit: mostRows + 1 });
      const shown = rows.slice(0, mostRows);
      const decided = await frequentQuestionRows(db);
      const view: LookUpsView = {
        figures: await lookupFigures(db, since),
        repeated: await repeatedQuestions(db, now),
        unanswered: shown.map(({ id, query, tokens, shown: addresses, isFound, at }) => ({
          id,
          question: query ?? tokens,
          isInOwnWords: query !== null,
          shown: addresses,
          isFound,
          at: at.toISOString(),
        })),
        nextBefore: rows.length > mostRows ? (shown.at(-1)?.id ?? null) : null,
        accepted: decided
          .filter(({ state }) => state === 'accepted')
          .map(({ tokens, question, address, decidedAt }) => ({
            tokens,
            question,
            address,
            decidedAt: (decidedAt ?? now).toISOString(),
          })),
      };
      return context.json(view, 200);
    })
    .openapi(decision, async (context) => {
      const body = context.req.valid('json');
      await writeOnce(context, desk, (current) => decideQuestion(current, body));
      return context.body(null, 204);
    });
}

function keeperOnly(reader: Reader): void {
  if (reader.kind === 'officer' && !mayKeepLibrary(reader.sight.role)) throw new NotPermitted('xem nội dung tra cứu');
}
