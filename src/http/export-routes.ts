import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { compliance } from '../reports/compliance/compliance.ts';
import { complianceTables, ratingsTable } from '../reports/exports/figure-tables.ts';
import type { ExportTable } from '../reports/exports/table.ts';
import { casesTable, todayTables, wallTable } from '../reports/exports/work-tables.ts';
import { workbookOf } from '../reports/exports/workbook.ts';
import { ratingBreakdown } from '../reports/ratings/breakdown.ts';
import { today } from '../reports/today/today.ts';
import { wall } from '../reports/today/wall.ts';
import { dateAfter } from '../rules/rating/figures-period.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { type CaseCardRow, caseCards, type Sight } from '../store/case-lists.ts';
import { type CaseOrder, endOfPage } from '../store/case-order.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { caseFilterOf, caseOrderOf, listQuery } from './case-list-query.ts';
import { complianceQuery, complianceQuestion } from './compliance-routes.ts';
import { day } from './organisation-schemas.ts';
import { requirePermission } from './permitted.ts';
import { by } from './rating-schemas.ts';
import { refuseMalformed } from './refuse-malformed.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = {
  200: {
    description: 'An XLSX file',
    content: { [spreadsheet]: { schema: z.string().openapi({ format: 'binary' }) } },
  },
};

// More is no list that somebody reads, and the file is made in memory.
const mostCases = 5_000;
const pageOfCases = 500;

const cases = createRoute({
  method: 'get',
  path: '/exports/cases',
  summary: 'The list of cases as a spreadsheet',
  description: `At most the first ${mostCases}.`,
  request: { query: listQuery },
  responses: file,
});

const wallFile = createRoute({
  method: 'get',
  path: '/exports/wall',
  summary: 'The escalation wall as a spreadsheet',
  responses: file,
});

const todayFile = createRoute({
  method: 'get',
  path: '/exports/today',
  summary: 'How the work stands as a spreadsheet',
  responses: file,
});

const complianceFile = createRoute({
  method: 'get',
  path: '/exports/compliance',
  summary: 'Which promises were kept as a spreadsheet',
  request: { query: complianceQuery },
  responses: file,
});

const ratings = createRoute({
  method: 'get',
  path: '/exports/ratings',
  summary: 'The figures of ratings by their parts as a spreadsheet',
  request: {
    query: z.object({
      ...{ from: day.optional(), to: day.optional(), unit: z.string().max(100).optional() },
      by: by.default('unit'),
    }),
  },
  responses: file,
});

/** What is on a page, as a file: the same reports, asked with the same sight. */
export function exportRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  const answer = async (context: Context<ApiEnv>, name: string, tables: readonly ExportTable[]) => {
    const day = localDate(desk.clock.now(), desk.zone);
    return context.body(await workbookOf(tables, desk.zone), 200, {
      'content-type': spreadsheet,
      'content-disposition': `attachment; filename="${name}-${day}.xlsx"`,
      'cache-control': 'no-store',
    });
  };
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(cases, async (context) => {
      const asked = context.req.valid('query');
      const now = desk.clock.now();
      const filter = caseFilterOf(asked, now, desk.zone);
      const cards = await allCards(context.var.reader.sight, filter, now, caseOrderOf(asked));
      context.set(
        'shownCaseIds',
        cards.map(({ row }) => row.id),
      );
      return answer(context, 'vu-viec', [casesTable(cards)]);
    })
    .openapi(wallFile, async (context) => {
      const columns = await wall(db, context.var.reader.sight, desk.clock.now());
      context.set(
        'shownCaseIds',
        columns.flatMap(({ cards }) => cards.map(({ card }) => card.row.id)),
      );
      return answer(context, 'bang-chuyen-cap', [wallTable(columns)]);
    })
    .openapi(todayFile, async (context) =>
      answer(context, 'hom-nay', todayTables(await today(db, context.var.reader.sight, desk.clock.now()))),
    )
    .openapi(complianceFile, async (context) => {
      const question = complianceQuestion(context.req.valid('query'), desk);
      return answer(
        context,
        'giu-thoi-han',
        complianceTables(await compliance(db, context.var.reader.sight, question)),
      );
    })
    .openapi(ratings, async (context) => {
      const { from, to, unit, by: parts } = context.req.valid('query');
      const last = to ?? localDate(desk.clock.now(), desk.zone);
      const range = { from: from ?? `${last.slice(0, 4)}-01-01`, until: dateAfter(last, { days: 1 }) };
      requirePermission(context.var.reader, 'readRatings', 'xem kết quả đánh giá');
      const table = await ratingBreakdown(db, context.var.reader.sight, { ...range, unit, by: parts });
      return answer(context, 'danh-gia', [ratingsTable(table)]);
    });

  async function allCards(
    sight: Sight,
    filter: Parameters<typeof caseCards>[2],
    now: Date,
    order: CaseOrder,
  ): Promise<CaseCardRow[]> {
    const cards: CaseCardRow[] = [];
    for (;;) {
      const end = cards.at(-1)?.row;
      const after = end === undefined ? null : endOfPage(end, order);
      const page = await caseCards(db, sight, filter, { after, limit: pageOfCases, now, order });
      cards.push(...page);
      if (page.length < pageOfCases || cards.length >= mostCases) return cards;
    }
  }
}
