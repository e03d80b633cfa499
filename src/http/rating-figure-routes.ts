import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ratingBreakdown } from '../reports/ratings/breakdown.ts';
import { ownFigures } from '../reports/ratings/own-figures.ts';
import { publicTable } from '../reports/ratings/public-table.ts';
import { ratingSummary } from '../reports/ratings/summary.ts';
import { type DayRange, dateAfter } from '../rules/rating/figures-period.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { day } from './organisation-schemas.ts';
import { requirePermission } from './permitted.ts';
import { HttpProblem } from './problems.ts';
import { ratingCsv } from './rating-csv.ts';
import { breakdownSchema, by, grain, ownSchema, publicSchema, summarySchema } from './rating-schemas.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json } from './view-schemas.ts';

const period = z.object({
  from: day.optional().openapi({ description: 'The first day; the first of the year if none is given' }),
  to: day.optional().openapi({ description: 'The last day, included; today if none is given' }),
  unit: z.string().max(100).optional().openapi({ description: 'Id or code of a unit, with all below it' }),
});

const stepName = z.enum([
  'registered',
  'documentCheck',
  'physicalInspection',
  'channelChange',
  'released',
  'stored',
  'cleared',
]);

const summary = createRoute({
  method: 'get',
  path: '/ratings/summary',
  summary: 'The figures of the department or of a unit in a period',
  request: {
    query: period.extend({
      step: stepName.optional(),
      grain: grain.optional(),
      compareFrom: day.optional().openapi({ description: 'The period before, as long, if none is given' }),
      compareTo: day.optional(),
    }),
  },
  responses: { 200: json(summarySchema, 'As of now, or of the months that came out, see `basis`') },
});

const breakdown = createRoute({
  method: 'get',
  path: '/ratings/breakdown',
  summary: 'The same by units, teams, steps, officers or associations',
  request: { query: period.extend({ by: by.default('unit') }) },
  responses: { 200: json(breakdownSchema, 'The highest shrunk share first; officers by quarters that came out') },
});

const own = createRoute({
  method: 'get',
  path: '/ratings/me',
  summary: "The officer's own figures",
  responses: { 200: json(ownSchema, 'Whole quarters of at least five ratings') },
});

const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u);

const published = createRoute({
  method: 'get',
  path: '/ratings/public/{month}',
  summary: 'The public table of a month',
  request: { params: z.object({ month: monthText }) },
  responses: { 200: json(publicSchema, 'PL08 Điều 7; add `.csv` at /ratings/public/{month}.csv for a table') },
});

const breakdownCsv = createRoute({
  method: 'get',
  path: '/ratings/breakdown.csv',
  summary: 'The breakdown as a table',
  request: { query: period.extend({ by: by.default('unit') }) },
  responses: { 200: { description: 'One row a part', content: { 'text/csv': { schema: z.string() } } } },
});

const reading = 'xem kết quả đánh giá';

export function ratingFigureRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  const rangeIn = (query: { from?: string | undefined; to?: string | undefined }) => rangeOf(query, desk);

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(summary, async (context) => {
      const { compareFrom, compareTo, unit, step, grain: parts, ...query } = context.req.valid('query');
      const compared =
        compareFrom === undefined || compareTo === undefined
          ? {}
          : { compareWith: rangeOf({ from: compareFrom, to: compareTo }, desk) };
      const question = { ...rangeIn(query), unit, step, grain: parts, ...compared };
      requirePermission(context.var.reader, 'readRatings', reading);
      return context.json(await ratingSummary(db, context.var.reader.sight, question), 200);
    })
    .openapi(breakdown, async (context) => {
      const { unit, by: parts, ...query } = context.req.valid('query');
      const question = { ...rangeIn(query), unit, by: parts };
      requirePermission(context.var.reader, 'readRatings', reading);
      return context.json(await ratingBreakdown(db, context.var.reader.sight, question), 200);
    })
    .openapi(breakdownCsv, async (context) => {
      const { unit, by: parts, ...query } = context.req.valid('query');
      requirePermission(context.var.reader, 'readRatings', reading);
      const { rows } = await ratingBreakdown(db, context.var.reader.sight, { ...rangeIn(query), unit, by: parts });
      return context.body(ratingCsv(rows.map(({ name, ...figures }) => ({ name, figures }))), 200, {
        'content-type': 'text/csv; charset=utf-8',
      });
    })
    .openapi(own, async (context) => {
      const { sight } = officerOnly(context.var.reader);
      return context.json(await ownFigures(db, sight.officerId), 200);
    })
    .openapi(published, async (context) => {
      const table = await publicTable(db, context.req.valid('param').month);
      if (table === null) throw new HttpProblem(404, 'notFound', 'Chưa có bảng công bố nào.');
      return context.json(table, 200);
    });
}

function rangeOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  desk: HttpParts['desk'],
): DayRange {
  const last = to ?? localDate(desk.clock.now(), desk.zone);
  const range = { from: from ?? `${last.slice(0, 4)}-01-01`, until: dateAfter(last, { days: 1 }) };
  if (range.from >= range.until)
    throw new HttpProblem(400, 'emptyPeriod', 'Ngày cuối phải từ ngày đầu trở đi. (The period is empty.)');
  return range;
}
