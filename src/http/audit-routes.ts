import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { NotPermitted } from '../errors.ts';
import { ledgerStreams } from '../rules/audit/streams.ts';
import { lastVerification, ledgerSize } from '../store/audit-status.ts';
import { ledgerRows } from '../store/ledger.ts';
import { latestRoot } from '../store/roots.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { requirePermission } from './permitted.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json } from './view-schemas.ts';

const instant = z.iso.datetime();

const statusSchema = z
  .object({
    ledgers: z.number(),
    rows: z.number(),
    lastRoot: z.object({ date: z.iso.date(), sealedAt: instant, rows: z.number(), hash: z.string() }).nullable(),
    lastVerification: z.object({ at: instant, rows: z.number(), breaks: z.number() }).nullable(),
  })
  .openapi('AuditStatus');

const ledgerSchema = z
  .object({
    items: z.array(
      z.object({
        ordinal: z.number(),
        type: z.string(),
        by: z.record(z.string(), z.unknown()),
        at: instant,
        detail: z.record(z.string(), z.unknown()),
        hash: z.string(),
      }),
    ),
    /** The next page is what stands before this ordinal. */
    nextBefore: z.number().nullable(),
  })
  .openapi('LedgerPage');

const status = createRoute({
  method: 'get',
  path: '/audit/status',
  summary: 'How much is in the ledgers, when they were last sealed and verified',
  responses: { 200: json(statusSchema, 'The newest root and the last verification') },
});

const page = createRoute({
  method: 'get',
  path: '/audit/ledger',
  summary: 'What was done that belongs to no case, newest first',
  request: {
    query: z.object({
      stream: z.enum(ledgerStreams),
      before: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: { 200: json(ledgerSchema, 'A page of the stream') },
});

const counted = z.object({ rows: z.number(), breaks: z.number() });

export function auditRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(status, async (context) => {
      requireAuditor(context.var.reader);
      const root = await latestRoot(db);
      const verified = await lastVerification(db);
      return context.json(
        {
          ...(await ledgerSize(db)),
          lastRoot:
            root === null
              ? null
              : { date: root.date, sealedAt: root.sealedAt.toISOString(), rows: root.rows, hash: root.hash },
          lastVerification:
            verified === null ? null : { at: verified.at.toISOString(), ...counted.parse(verified.detail) },
        },
        200,
      );
    })
    .openapi(page, async (context) => {
      requireAuditor(context.var.reader);
      const { stream, before, limit } = context.req.valid('query');
      // Whoever reads may be rated: when somebody rated, and who was told of it, no officer learns here.
      if (stream === 'ratings' && context.var.reader.kind === 'officer') throw new NotPermitted('xem sổ đánh giá');
      const rows = await ledgerRows(db, stream, { before: before ?? null, limit });
      const items = rows.map(({ ordinal, type, by, at, detail, hash }) => ({
        ordinal,
        type,
        by,
        at: at.toISOString(),
        detail,
        hash,
      }));
      const last = rows.at(-1);
      return context.json({ items, nextBefore: last !== undefined && last.ordinal > 1 ? last.ordinal : null }, 200);
    });
}

function requireAuditor(reader: Reader): void {
  requirePermission(reader, 'readAuditLog', 'xem sổ kiểm toán');
}
