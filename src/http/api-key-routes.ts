import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { createApiKey, revokeApiKey } from '../desk/access/api-keys.ts';
import { apiScopes } from '../rules/visibility/scopes.ts';
import { type ApiKeyRow, allApiKeys } from '../store/api-keys.ts';
import { administratorOnly } from './administrator-only.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { iso } from './case-views.ts';
import { writeOnce } from './idempotency.ts';
import { idParam, instant, line, pageOf, paging } from './organisation-schemas.ts';
import { cutPage, readPlace } from './page-cursor.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody } from './view-schemas.ts';

const mostRequestsPerMinute = 60_000;

const scope = z.enum(apiScopes);

export const apiKeySchema = z
  .object({
    id: z.number(),
    name: z.string(),
    /** Null: everything, for a key of the installation. */
    scopes: z.array(scope).nullable(),
    requestsPerMinute: z.number().nullable(),
    createdAt: instant,
    lastUsedAt: instant.nullable(),
    expiresAt: instant.nullable(),
    revokedAt: instant.nullable(),
    isUsable: z.boolean(),
  })
  .openapi('ApiKey');
export type ApiKeyView = z.infer<typeof apiKeySchema>;

const createdSchema = apiKeySchema
  .extend({
    /** Null when the same request was answered before: a key is said once. */
    key: z.string().nullable(),
  })
  .openapi('CreatedApiKey');

const list = createRoute({
  method: 'get',
  path: '/api-keys',
  summary: 'Keys of programs, revoked ones included, newest first',
  request: { query: paging },
  responses: { 200: json(pageOf(apiKeySchema), 'One page; never a key itself') },
});

const creation = createRoute({
  method: 'post',
  path: '/api-keys',
  summary: 'Make a key for a program',
  description: 'The key is said in this answer only. The same Idempotency-Key again is answered without it.',
  request: {
    body: jsonBody(
      z.object({
        name: line,
        scopes: z.array(scope).min(1),
        expiresAt: instant.nullable().default(null),
        requestsPerMinute: z.number().int().min(1).max(mostRequestsPerMinute).default(600),
      }),
    ),
  },
  responses: { 201: json(createdSchema, 'The key, once') },
});

const revocation = createRoute({
  method: 'post',
  path: '/api-keys/{id}/revocation',
  summary: 'Make a key useless',
  request: { params: idParam },
  responses: { 200: json(apiKeySchema, 'It opens nothing any more') },
});

export function apiKeyRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      administratorOnly(context.var.reader, 'xem khóa API');
      const { cursor, limit } = context.req.valid('query');
      const [before = null] = readPlace(cursor, 1) ?? [];
      const rows = await allApiKeys(db, { before, limit: limit + 1 });
      const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id]);
      const now = desk.clock.now();
      return context.json({ items: items.map((row) => keyView(row, now)), nextCursor }, 200);
    })
    .openapi(creation, async (context) => {
      const input = context.req.valid('json');
      const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
      let said: string | null = null;
      // What is kept for a repeated request holds no key: those are kept as digests only.
      const kept = await writeOnce(context, desk, async (current) => {
        const { row, key } = await createApiKey(current, { ...input, expiresAt });
        said = key;
        return { ...keyView(row, current.at), key: null };
      });
      return context.json({ ...kept, key: said }, 201);
    })
    .openapi(revocation, async (context) => {
      const { id } = context.req.valid('param');
      const view = await writeOnce(context, desk, async (current) =>
        keyView(await revokeApiKey(current, { id }), current.at),
      );
      return context.json(view, 200);
    });
}

function keyView(row: ApiKeyRow, now: Date): ApiKeyView {
  const { id, name, scopes, requestsPerMinute, createdAt, lastUsedAt, expiresAt, revokedAt } = row;
  return {
    id,
    name,
    scopes: scopes === null ? null : [...scopes],
    requestsPerMinute,
    createdAt: createdAt.toISOString(),
    lastUsedAt: iso(lastUsedAt),
    expiresAt: iso(expiresAt),
    revokedAt: iso(revokedAt),
    isUsable: revokedAt === null && (expiresAt === null || expiresAt.getTime() > now.getTime()),
  };
}
