import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { channelNames } from '../channel/port.ts';
import { keepFilter, mayRemove, removeFilter } from '../desk/saved-filters/keep-filter.ts';
import { filterCounts } from '../store/case-lists.ts';
import { caseSorts } from '../store/case-order.ts';
import { savedFiltersFor } from '../store/saved-filters.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { caseFilterOf } from './case-list-query.ts';
import { dueChoices } from './figure-schemas.ts';
import { writeOnce } from './idempotency.ts';
import { idParam, key, line } from './organisation-schemas.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { caseKinds, caseStates, json, jsonBody } from './view-schemas.ts';

const parts = {
  box: z.enum(['mine', 'unassigned', 'all']),
  state: z.enum([...caseStates, 'any']).optional(),
  kind: z.enum(caseKinds).optional(),
  overdue: z.boolean().optional(),
  due: z.enum(dueChoices).optional(),
  unit: key.optional().describe('Id of the unit that has the case'),
  label: key.optional().describe('Id of a label that is on the case'),
  channel: z.enum(channelNames).optional(),
  urgent: z.boolean().optional(),
  sort: z.enum(caseSorts).optional(),
  order: z.enum(['asc', 'desc']).optional(),
};

const filter = z.object({
  ...parts,
  q: z
    .string()
    .max(200)
    .transform((text) => text.replaceAll('\u0000', '').toWellFormed())
    .optional(),
});

const filterSchema = z
  .object({
    id: z.number(),
    name: z.string(),
    filter: z.object({ ...parts, q: z.string().optional() }),
    isShared: z.boolean(),
    count: z.number(),
    mayRemove: z.boolean(),
  })
  .openapi('SavedFilter');
export type SavedFilterView = z.infer<typeof filterSchema>;

const list = createRoute({
  method: 'get',
  path: '/saved-filters',
  summary: 'Views of the inbox kept under a name, with how many cases each lists',
  responses: { 200: json(z.array(filterSchema), "This officer's own and those shared with the unit") },
});

const keeping = createRoute({
  method: 'post',
  path: '/saved-filters',
  summary: 'Keep a view of the inbox; a manager may share it with the unit',
  request: { body: jsonBody(z.object({ name: line.pipe(z.string().max(60)), filter, isShared: z.boolean() })) },
  responses: { 201: json(z.object({ id: z.number() }), 'What was written') },
});

const removing = createRoute({
  method: 'delete',
  path: '/saved-filters/{id}',
  summary: 'Remove a kept view',
  request: { params: idParam },
  responses: { 204: { description: 'It is gone' } },
});

export function savedFilterRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { sight } = officerOnly(context.var.reader);
      const rows = await savedFiltersFor(db, sight);
      const now = desk.clock.now();
      const counts = await filterCounts(
        db,
        sight,
        rows.map((row) => caseFilterOf(row.filter, now, desk.zone)),
        now,
      );
      const items = rows.map((row, at) => ({
        id: row.id,
        name: row.name,
        filter: row.filter,
        isShared: row.unitId !== null,
        count: counts[at] ?? 0,
        mayRemove: mayRemove(sight, row),
      }));
      return context.json(items, 200);
    })
    .openapi(keeping, async (context) => {
      const { sight } = officerOnly(context.var.reader);
      const wished = context.req.valid('json');
      return context.json({ id: await writeOnce(context, desk, (current) => keepFilter(current, sight, wished)) }, 201);
    })
    .openapi(removing, async (context) => {
      const { sight } = officerOnly(context.var.reader);
      const { id } = context.req.valid('param');
      await writeOnce(context, desk, (current) => removeFilter(current, sight, id));
      return context.body(null, 204);
    });
}
