import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { changeResponsibility, endResponsibility } from '../desk/organisation/change-responsibility.ts';
import { addResponsibility } from '../desk/organisation/responsibility-rule.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { rulesOn } from '../store/responsibility.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { asOf, caseKind, day, ending, idParam, key, line, pageOf, paging } from './organisation-schemas.ts';
import { cutPage, readPlace } from './page-cursor.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody } from './view-schemas.ts';

const terms = z.object({
  precedence: z.number().int().min(0).max(1_000_000),
  kind: caseKind.nullable(),
  category: z.string().max(40).nullable(),
  urgent: z.boolean().nullable(),
  officeCode: z.string().max(20).nullable(),
  unitId: key.nullable(),
  note: line,
});

const ruleSchema = terms
  .extend({ id: z.number(), note: z.string(), validFrom: day, validTo: day.nullable() })
  .openapi('ResponsibilityRule');

const written = json(z.object({ id: z.number() }), 'The row that holds from that day on');

const list = createRoute({
  method: 'get',
  path: '/organisation/responsibilities',
  summary: 'Who is responsible on a day, in the order in which the rules are tried',
  request: { query: asOf.extend(paging.shape) },
  responses: { 200: json(pageOf(ruleSchema), 'One page') },
});

const adding = createRoute({
  method: 'post',
  path: '/organisation/responsibilities',
  summary: 'A rule from a day on',
  request: { body: jsonBody(terms.extend({ validFrom: day })) },
  responses: { 201: written },
});

const change = createRoute({
  method: 'patch',
  path: '/organisation/responsibilities/{id}',
  summary: 'The rule says something else from a day on',
  request: {
    params: idParam,
    body: jsonBody(
      z.object({
        validFrom: day,
        precedence: terms.shape.precedence.exactOptional(),
        kind: terms.shape.kind.exactOptional(),
        category: terms.shape.category.exactOptional(),
        urgent: terms.shape.urgent.exactOptional(),
        officeCode: terms.shape.officeCode.exactOptional(),
        unitId: terms.shape.unitId.exactOptional(),
        note: line.exactOptional(),
      }),
    ),
  },
  responses: { 200: written },
});

const ruleEnding = createRoute({
  method: 'post',
  path: '/organisation/responsibilities/{id}/ending',
  summary: 'The rule no longer applies',
  request: { params: idParam, body: jsonBody(ending) },
  responses: { 204: { description: 'It applies until the day before' } },
});

export function responsibilityRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { asOf: date, cursor, limit } = context.req.valid('query');
      const [precedence, id] = readPlace(cursor, 2) ?? [];
      const after = precedence === undefined || id === undefined ? null : { precedence, id };
      const rows = await rulesOn(db, date ?? localDate(desk.clock.now(), desk.zone), { after, limit: limit + 1 });
      return context.json(
        cutPage(rows, limit, (rule) => [rule.precedence, rule.id]),
        200,
      );
    })
    .openapi(adding, async (context) => {
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => ({ id: await addResponsibility(current, input) }));
      return context.json(view, 201);
    })
    .openapi(change, async (context) => {
      const { id: ruleId } = context.req.valid('param');
      const { validFrom, ...terms } = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => ({
        id: await changeResponsibility(current, { ruleId, validFrom, change: terms }),
      }));
      return context.json(view, 200);
    })
    .openapi(ruleEnding, async (context) => {
      const { id: ruleId } = context.req.valid('param');
      const { validTo } = context.req.valid('json');
      await writeOnce(context, desk, (current) => endResponsibility(current, { ruleId, validTo }));
      return context.body(null, 204);
    });
}
