import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { accuracy } from '../reports/compliance/accuracy.ts';
import { type ComplianceQuestion, compliance } from '../reports/compliance/compliance.ts';
import { type DayRange, dateAfter, periodBefore } from '../rules/rating/figures-period.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { accuracySchema, complianceSchema } from './figure-schemas.ts';
import { day } from './organisation-schemas.ts';
import { HttpProblem } from './problems.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json } from './view-schemas.ts';

export const complianceQuery = z.object({
  from: day.optional().openapi({ description: 'The first day; the first of the month if none is given' }),
  to: day.optional().openapi({ description: 'The last day, included; today if none is given' }),
  compareFrom: day.optional().openapi({ description: 'The period before, as long, if none is given' }),
  compareTo: day.optional(),
  unit: z.coerce.number().int().positive().optional().openapi({ description: 'Only cases of this unit, by id' }),
});

const read = createRoute({
  method: 'get',
  path: '/compliance',
  summary: 'Which promises were kept, by clock, unit, officer, agreement and time',
  description:
    'A promise counts on the day on which it was kept or broken, whichever came first. A case that the reader may not see is not counted.',
  request: { query: complianceQuery },
  responses: { 200: json(complianceSchema, 'Beside an earlier period') },
});

const trust = createRoute({
  method: 'get',
  path: '/compliance/accuracy',
  summary: 'How far the figures can be trusted',
  responses: { 200: json(accuracySchema, 'Of the last seven days') },
});

export function complianceRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(read, async (context) => {
      const question = complianceQuestion(context.req.valid('query'), desk);
      return context.json(await compliance(db, context.var.reader.sight, question), 200);
    })
    .openapi(trust, async (context) =>
      context.json(await accuracy(db, context.var.reader.sight, desk.clock.now()), 200),
    );
}

export function complianceQuestion(
  { from, to, compareFrom, compareTo, unit }: z.infer<typeof complianceQuery>,
  desk: HttpParts['desk'],
): ComplianceQuestion {
  const last = to ?? localDate(desk.clock.now(), desk.zone);
  const range = rangeOf(from ?? `${last.slice(0, 7)}-01`, last);
  const before =
    compareFrom === undefined || compareTo === undefined ? periodBefore(range) : rangeOf(compareFrom, compareTo);
  return { range, before, zone: desk.zone, unitId: unit };
}

function rangeOf(from: string, to: string): DayRange {
  if (from > to) throw new HttpProblem(400, 'emptyPeriod', 'Ngày cuối phải từ ngày đầu trở đi. (The period is empty.)');
  return { from, until: dateAfter(to, { days: 1 }) };
}
