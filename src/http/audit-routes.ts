import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { act } from '../desk/act.ts';
import { askForCheck } from '../desk/audit/ask-for-check.ts';
import { NotPermitted } from '../errors.ts';
import { breakInWords, breakUnnamed } from '../rules/audit/breaks.ts';
import { ledgerStreams, streamsKeptFromOfficers } from '../rules/audit/streams.ts';
import { type AuditCheckRow, checkEndedAt, latestCheck } from '../store/audit-checks.ts';
import { type SeenBreaks, seenBreaks } from '../store/audit-sight.ts';
import { lastVerification, ledgerSize, unseenLedgers, unseenRows, unseenSealedRows } from '../store/audit-status.ts';
import type { Sight } from '../store/case-lists.ts';
import { type LedgerRow, ledgerRows } from '../store/ledger.ts';
import { latestRoot } from '../store/roots.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { requirePermission } from './permitted.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json } from './view-schemas.ts';

const instant = z.iso.datetime();
const breaksShown = 20;

const checkSchema = z
  .object({
    id: z.number(),
    askedAt: instant,
    /** Rows looked at so far, of how many. */
    done: z.number(),
    all: z.number(),
    finishedAt: instant.nullable(),
    breakCount: z.number(),
    /** The first places that do not fit, in words. */
    breaks: z.array(z.string()),
  })
  .openapi('AuditCheck');

type AuditCheckView = z.infer<typeof checkSchema>;

const statusSchema = z
  .object({
    ledgers: z.number(),
    rows: z.number(),
    lastRoot: z.object({ date: z.iso.date(), sealedAt: instant, rows: z.number(), hash: z.string() }).nullable(),
    lastVerification: z.object({ at: instant, rows: z.number(), breaks: z.number() }).nullable(),
    /** The newest that somebody asked for here. */
    lastCheck: checkSchema.nullable(),
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

const asking = createRoute({
  method: 'post',
  path: '/audit/checks',
  summary: 'Verify all ledgers now',
  description:
    'How far it is and what came of it stands in the status. While one is under way, that one is the answer.',
  responses: { 202: json(checkSchema, 'The check that waits or runs') },
});

const counted = z.object({ rows: z.number(), breaks: z.number() });

export function auditRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(status, async (context) => {
      requireAuditor(context.var.reader);
      const { sight } = context.var.reader;
      const root = await latestRoot(db);
      const verified = await lastVerification(db);
      const check = await latestCheck(db);
      return context.json(
        {
          ...(await ledgerSize(db, sight)),
          lastRoot:
            root === null
              ? null
              : {
                  date: root.date,
                  sealedAt: root.sealedAt.toISOString(),
                  rows: root.rows - (await unseenSealedRows(db, sight, root.date)),
                  hash: root.hash,
                },
          lastVerification:
            verified === null
              ? null
              : { at: verified.at.toISOString(), ...counted.parse(await seenDetail(verified, sight)) },
          lastCheck: check === null ? null : await viewOf(check, sight),
        },
        200,
      );
    })
    .openapi(asking, async (context) => {
      requireAuditor(context.var.reader);
      const { actor, sight } = context.var.reader;
      return context.json(await viewOf(await act(desk, actor, askForCheck), sight), 202);
    })
    .openapi(page, async (context) => {
      requireAuditor(context.var.reader);
      const { stream, before, limit } = context.req.valid('query');
      if (context.var.reader.kind === 'officer' && streamsKeptFromOfficers.includes(stream))
        throw new NotPermitted('xem sổ này');
      const rows = await ledgerRows(db, stream, { before: before ?? null, limit });
      const items = [];
      for (const row of rows) {
        const { ordinal, type, by, at, hash } = row;
        const detail = await seenDetail(row, context.var.reader.sight);
        items.push({ ordinal, type, by, at: at.toISOString(), detail, hash });
      }
      const last = rows.at(-1);
      return context.json({ items, nextBefore: last !== undefined && last.ordinal > 1 ? last.ordinal : null }, 200);
    });

  async function viewOf(check: AuditCheckRow, sight: Sight): Promise<AuditCheckView> {
    const unseen = await unseenRows(db, sight, check.finishedAt ?? check.askedAt);
    return checkView(check, unseen, await seenBreaks(db, sight, check.breaks));
  }

  /** The detail of a row without what the reader's own counts leave out: verifications say how many there were. */
  async function seenDetail({ stream, at, detail }: LedgerRow, sight: Sight): Promise<Record<string, unknown>> {
    if (stream !== 'audit' || sight === 'everything') return detail;
    const seen = { ...detail };
    if (typeof detail.rows === 'number') seen.rows = detail.rows - (await unseenRows(db, sight, at));
    if (typeof detail.ledgers === 'number') seen.ledgers = detail.ledgers - (await unseenLedgers(db, sight, at));
    if (typeof detail.breaks === 'number' && detail.breaks > 0) {
      const check = await checkEndedAt(db, at);
      seen.breaks = detail.breaks - (check === null ? 0 : (await seenBreaks(db, sight, check.breaks)).hidden);
    }
    return seen;
  }
}

function checkView(check: AuditCheckRow, unseen: number, { seen, hidden }: SeenBreaks): AuditCheckView {
  const { id, askedAt, finishedAt, breakCount } = check;
  const all = Math.max(0, check.all - unseen);
  return {
    ...{ id, all, breakCount: breakCount - hidden },
    done: Math.min(check.done, all),
    askedAt: askedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    breaks: seen
      .slice(0, breaksShown)
      .map(({ broken, isNamed }) => (isNamed ? breakInWords(broken) : breakUnnamed(broken))),
  };
}

function requireAuditor(reader: Reader): void {
  requirePermission(reader, 'readAuditLog', 'xem sổ kiểm toán');
}
