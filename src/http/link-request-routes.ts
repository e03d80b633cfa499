import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { approveLinkRequest, refuseLinkRequest } from '../desk/enterprises/decide-request.ts';
import { keptBy, type LinkKeeper, linkKeeper } from '../desk/enterprises/link-keeper.ts';
import { NotFound } from '../errors.ts';
import { isCurrent } from '../rules/linking/represented.ts';
import type { Db, Tx } from '../store/database.ts';
import { enterpriseById, linksOfEnterprise, phonesOfEnterprise } from '../store/enterprise-links.ts';
import { type LinkRequestCard, linkRequestCards, proofsOf } from '../store/link-requests.ts';
import { fileById } from '../store/messages.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { contactRole, type LinkRequestView, linkRequestSchema, requestView } from './link-views.ts';
import { idParam, instant, line, pageOf, paging } from './organisation-schemas.ts';
import { placeCursor, readPlace } from './page-cursor.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { sendStoredFile } from './send-stored-file.ts';
import { json, jsonBody } from './view-schemas.ts';

const list = createRoute({
  method: 'get',
  path: '/link-requests',
  summary: 'People who say that they speak for an enterprise, with what they send as proof',
  request: { query: paging.extend({ state: z.enum(['open', 'decided']).default('open') }) },
  responses: {
    200: json(pageOf(linkRequestSchema), 'Open ones in the order in which they came, decided ones newest first'),
  },
});

const approval = createRoute({
  method: 'post',
  path: '/link-requests/{id}/approval',
  summary: 'The person speaks for the enterprise',
  request: {
    params: idParam,
    body: jsonBody(
      z.object({
        role: contactRole.default('staff'),
        validUntil: instant.nullable().default(null).openapi({ description: 'The first instant at which it ends' }),
      }),
    ),
  },
  responses: { 200: json(linkRequestSchema, 'The person has been told') },
});

const refusal = createRoute({
  method: 'post',
  path: '/link-requests/{id}/refusal',
  summary: 'The proof does not suffice',
  request: { params: idParam, body: jsonBody(z.object({ because: line })) },
  responses: { 200: json(linkRequestSchema, 'The person reads the reason') },
});

const fileParam = z.object({ id: z.coerce.number().int().positive(), fileId: z.coerce.number().int().positive() });

export function linkRequestRoutes({ desk, config }: Pick<HttpParts, 'desk' | 'config'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const keeper = await linkKeeper({ tx: db, by: context.var.reader.actor }, 'xem yêu cầu xác minh doanh nghiệp');
      const { state, cursor, limit } = context.req.valid('query');
      const past = readPlace(cursor, 1)?.[0] ?? null;
      const { cards, end } = await keptPage(db, keeper, { state, past, limit });
      const items = await views(db, cards, desk.clock.now());
      return context.json({ items, nextCursor: end === null ? null : placeCursor(end) }, 200);
    })
    .openapi(approval, async (context) => {
      const { id: requestId } = context.req.valid('param');
      const { role, validUntil } = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        const until = validUntil === null ? null : new Date(validUntil);
        await approveLinkRequest(current, { requestId, role, validUntil: until });
        return viewOf(current.tx, requestId, current.at);
      });
      return context.json(view, 200);
    })
    .openapi(refusal, async (context) => {
      const { id: requestId } = context.req.valid('param');
      const { because } = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        await refuseLinkRequest(current, { requestId, because });
        return viewOf(current.tx, requestId, current.at);
      });
      return context.json(view, 200);
    })
    .get('/link-requests/:id/files/:fileId', async (context) => {
      const keeper = await linkKeeper({ tx: db, by: context.var.reader.actor }, 'xem yêu cầu xác minh doanh nghiệp');
      const param = fileParam.safeParse(context.req.param()).data;
      const [card] = param === undefined ? [] : await linkRequestCards(db, { id: param.id }, 1);
      const file = param === undefined ? null : await fileById(db, param.fileId);
      if (card === undefined || file === null || file.state !== 'stored' || file.path === null)
        throw new NotFound('tệp');
      const isTheirs = (await keptBy(db, keeper, [card.enterprise.id])).has(card.enterprise.id);
      if (!isTheirs || !card.row.messageIds.includes(file.messageId)) throw new NotFound('tệp');
      return sendStoredFile(context, config.filesDirectory, { ...file, path: file.path });
    });
}

interface Page {
  state: 'open' | 'decided';
  past: number | null;
  limit: number;
}

/** A page of what this officer decides about: requests of other units are passed over without a trace. */
async function keptPage(
  db: Db,
  keeper: LinkKeeper,
  { state, past, limit }: Page,
): Promise<{ cards: LinkRequestCard[]; end: number | null }> {
  const cards: LinkRequestCard[] = [];
  let from = past;
  for (;;) {
    const rows = await linkRequestCards(db, { state, past: from }, limit + 1);
    const ids = [...new Set(rows.map(({ enterprise }) => enterprise.id))];
    const kept = await keptBy(db, keeper, ids);
    for (const row of rows) {
      if (!kept.has(row.enterprise.id)) continue;
      if (cards.length === limit) return { cards, end: cards.at(-1)?.row.id ?? null };
      cards.push(row);
    }
    if (rows.length <= limit) return { cards, end: null };
    from = rows.at(-1)?.row.id ?? null;
  }
}

async function viewOf(tx: Tx, requestId: number, now: Date): Promise<LinkRequestView> {
  const [view] = await views(tx, await linkRequestCards(tx, { id: requestId }, 1), now);
  if (view === undefined) throw new NotFound('yêu cầu này');
  return view;
}

async function views(db: Db | Tx, cards: readonly LinkRequestCard[], now: Date): Promise<LinkRequestView[]> {
  const proofs = await proofsOf(
    db,
    cards.flatMap(({ row }) => row.messageIds),
  );
  const found: LinkRequestView[] = [];
  for (const card of cards) {
    const { email, address } = await enterpriseById(db, card.enterprise.id);
    const current = (await linksOfEnterprise(db, card.enterprise.id)).filter((link) => isCurrent(link, now));
    found.push(
      requestView(card, {
        proofs,
        phones: await phonesOfEnterprise(db, card.enterprise.id, now),
        email,
        address,
        speaking: current.map(({ contactName, role }) => ({ name: contactName, role })),
      }),
    );
  }
  return found;
}
