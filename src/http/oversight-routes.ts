import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { viewTable } from '../reports/exports/view-table.ts';
import { workbookOf } from '../reports/exports/workbook.ts';
import { dateAfter } from '../rules/rating/figures-period.ts';
import { viewedParts } from '../rules/visibility/case-view.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { caseViewLog, type ViewFilter, viewsByCase, viewsByViewer } from '../store/case-views.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { dayWindow } from './day-window.ts';
import { caseKind, day } from './organisation-schemas.ts';
import { cutPage, readPlace } from './page-cursor.ts';
import { requirePermission } from './permitted.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json } from './view-schemas.ts';

const instant = z.iso.datetime();
const filterQuery = z.object({
  from: day.optional().openapi({ description: 'The first day; thirty days ago if none is given' }),
  to: day.optional().openapi({ description: 'The last day, included; today if none is given' }),
  reference: z.string().max(40).optional().openapi({ description: 'Looks at this case only' }),
  officer: z.coerce.number().int().positive().optional().openapi({ description: 'Looks of this officer only, by id' }),
  kind: caseKind.optional(),
  part: z.enum(viewedParts).optional(),
});

const officer = z.object({ id: z.number(), name: z.string(), title: z.string() });
const viewerFields = {
  /** Null for a program. */
  officer: officer.nullable(),
  unitName: z.string().nullable(),
  /** The program's key; null for an officer in the console. */
  keyName: z.string().nullable(),
};
const caseFields = { reference: z.string(), kind: caseKind };

const logSchema = z
  .object({
    items: z.array(z.object({ at: instant, part: z.enum(viewedParts), ...caseFields, ...viewerFields })),
    nextCursor: z.string().nullable(),
  })
  .openapi('CaseViewPage');

const byCaseSchema = z
  .array(z.object({ ...caseFields, viewers: z.number(), views: z.number(), lastAt: instant }))
  .openapi('CaseViewsByCase');
export type ViewedCaseView = z.infer<typeof byCaseSchema>[number];

const byViewerSchema = z
  .array(
    z.object({
      ...viewerFields,
      ...{ cases: z.number(), protectedCases: z.number(), views: z.number(), lastAt: instant },
    }),
  )
  .openapi('CaseViewsByViewer');

const log = createRoute({
  method: 'get',
  path: '/oversight/views',
  summary: 'Who looked at which case, newest first',
  description: 'Looks within the same ten minutes are one. A case that the reader may not see is not among them.',
  request: {
    query: filterQuery.extend({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: { 200: json(logSchema, 'One page') },
});

const byCase = createRoute({
  method: 'get',
  path: '/oversight/viewed-cases',
  summary: 'Looks by case, reports and verifications first',
  request: { query: filterQuery },
  responses: { 200: json(byCaseSchema, 'At most two hundred') },
});

const byViewer = createRoute({
  method: 'get',
  path: '/oversight/viewers',
  summary: 'Looks by who looked, those first who opened reports and verifications',
  request: { query: filterQuery },
  responses: { 200: json(byViewerSchema, 'At most two hundred') },
});

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
// More is no list that somebody reads, and the file is made in memory.
const mostExported = 5_000;

const file = createRoute({
  method: 'get',
  path: '/oversight/views.xlsx',
  summary: 'Who looked at which case as a spreadsheet',
  description: `At most the newest ${mostExported}.`,
  request: { query: filterQuery },
  responses: {
    200: {
      description: 'An XLSX file',
      content: { [spreadsheet]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

/** What internal control reads about reading. */
export function oversightRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  function filterOf({ officer: officerId, from, to, ...rest }: z.infer<typeof filterQuery>): ViewFilter {
    const now = desk.clock.now();
    const last = to ?? localDate(now, desk.zone);
    const first = from ?? dateAfter(last, { days: -30 });
    const { from: begins, until } = dayWindow({ from: first, until: dateAfter(last, { days: 1 }) }, now, desk.zone);
    return { ...rest, officerId, from: begins, until: until ?? now };
  }

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(log, async (context) => {
      const { reader } = context.var;
      requirePermission(reader, 'readViews', 'xem ai đã xem vụ việc');
      const { cursor, limit, ...asked } = context.req.valid('query');
      const place = readPlace(cursor, 2);
      const after = place === null ? null : { at: new Date(place[0] ?? 0), id: place[1] ?? 0 };
      const rows = await caseViewLog(db, reader.sight, filterOf(asked), { after, limit: limit + 1 });
      const page = cutPage(rows, limit, ({ at, id }) => [at.getTime(), id]);
      const items = page.items.map(({ at, part, reference, kind, ...who }) => ({
        at: at.toISOString(),
        ...{ part, reference, kind },
        ...viewerView(who),
      }));
      return context.json({ items, nextCursor: page.nextCursor }, 200);
    })
    .openapi(byCase, async (context) => {
      const { reader } = context.var;
      requirePermission(reader, 'readViews', 'xem ai đã xem vụ việc');
      const rows = await viewsByCase(db, reader.sight, filterOf(context.req.valid('query')));
      return context.json(
        rows.map((row) => ({ ...row, lastAt: new Date(row.lastAt).toISOString() })),
        200,
      );
    })
    .openapi(byViewer, async (context) => {
      const { reader } = context.var;
      requirePermission(reader, 'readViews', 'xem ai đã xem vụ việc');
      const rows = await viewsByViewer(db, reader.sight, filterOf(context.req.valid('query')));
      return context.json(
        rows.map(({ cases, protectedCases, views, lastAt, ...who }) => ({
          ...viewerView(who),
          ...{ cases, protectedCases, views },
          lastAt: new Date(lastAt).toISOString(),
        })),
        200,
      );
    })
    .openapi(file, async (context) => {
      const { reader } = context.var;
      requirePermission(reader, 'readViews', 'xem ai đã xem vụ việc');
      const filter = filterOf(context.req.valid('query'));
      const rows = await caseViewLog(db, reader.sight, filter, { after: null, limit: mostExported });
      const table = viewTable(rows.map(({ viewer, ...row }) => ({ ...row, keyName: keyNameOf(viewer) })));
      return context.body(await workbookOf([table], desk.zone), 200, {
        'content-type': spreadsheet,
        'content-disposition': `attachment; filename="ai-da-xem-${localDate(desk.clock.now(), desk.zone)}.xlsx"`,
        'cache-control': 'no-store',
      });
    });
}

function viewerView(who: { viewer: string; officer: z.infer<typeof officer> | null; unitName: string | null }) {
  return { officer: who.officer, unitName: who.unitName, keyName: keyNameOf(who.viewer) };
}

function keyNameOf(viewer: string): string | null {
  return viewer.startsWith('key ') ? viewer.slice('key '.length) : null;
}
