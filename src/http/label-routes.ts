import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { putLabel, takeLabelOff } from '../desk/cases/label-case.ts';
import { addLabel, changeLabel, retireLabel } from '../desk/labels/keep-label.ts';
import { labelColours, longestLabelName } from '../rules/case/labels.ts';
import { mayDoIn } from '../rules/visibility/permissions.ts';
import { labelsFor } from '../store/labels.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { changeCase } from './change-case.ts';
import { writeOnce } from './idempotency.ts';
import { idParam, key, line } from './organisation-schemas.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { caseDetailSchema, caseReference, json, jsonBody } from './view-schemas.ts';

const colour = z.enum(labelColours);
const words = z
  .object({
    name: line.pipe(z.string().max(longestLabelName, `Tên nhãn dài tối đa ${longestLabelName} ký tự`)),
    colour,
    unitId: key.nullable().openapi({ description: 'Whose it is, and theirs below; null for everybody' }),
  })
  .openapi('LabelWords');

const labelSchema = z
  .object({
    id: z.number(),
    name: z.string(),
    colour,
    unitId: z.number().nullable(),
    unitName: z.string().nullable(),
    isRetired: z.boolean(),
    updatedAt: z.iso.datetime(),
    mayChange: z.boolean(),
  })
  .openapi('Label');
export type LabelView = z.infer<typeof labelSchema>;

const list = createRoute({
  method: 'get',
  path: '/labels',
  summary: 'The labels that this reader may put on cases, and those that are retired',
  responses: { 200: json(z.array(labelSchema), 'By name') },
});

const adding = createRoute({
  method: 'post',
  path: '/labels',
  summary: 'Add a label for a unit or for everybody',
  request: { body: jsonBody(words) },
  responses: { 201: json(z.object({ id: z.number() }), 'What was written') },
});

const changing = createRoute({
  method: 'put',
  path: '/labels/{id}',
  summary: 'Rename or recolour a label, on the cases that have it too',
  request: { params: idParam, body: jsonBody(words) },
  responses: { 204: { description: 'It is changed' } },
});

const retiring = createRoute({
  method: 'delete',
  path: '/labels/{id}',
  summary: 'Retire a label; cases that have it keep it',
  request: { params: idParam },
  responses: { 204: { description: 'Nobody is offered it any more' } },
});

const onCase = idParam.extend({ reference: caseReference });
const detail = json(caseDetailSchema, 'The case as it stands now');

const putting = createRoute({
  method: 'put',
  path: '/cases/{reference}/labels/{id}',
  summary: 'Put a label on a case',
  request: { params: onCase },
  responses: { 200: detail },
});

const takingOff = createRoute({
  method: 'delete',
  path: '/cases/{reference}/labels/{id}',
  summary: 'Take a label off a case',
  request: { params: onCase },
  responses: { 200: detail },
});

export function labelRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const change = changeCase(desk);

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { reader } = context.var;
      const found = await labelsFor(desk.database.db, reader.sight);
      const items = found.map(({ id, name, colour: of, unitId, unitName, retiredAt, updatedAt }) => ({
        ...{ id, name, colour: of, unitId, unitName },
        isRetired: retiredAt !== null,
        updatedAt: updatedAt.toISOString(),
        mayChange: retiredAt === null && mayChange(reader, unitId),
      }));
      return context.json(items, 200);
    })
    .openapi(adding, async (context) => {
      const said = context.req.valid('json');
      return context.json({ id: await writeOnce(context, desk, (current) => addLabel(current, said)) }, 201);
    })
    .openapi(changing, async (context) => {
      const { id } = context.req.valid('param');
      const said = context.req.valid('json');
      await writeOnce(context, desk, (current) => changeLabel(current, id, said));
      return context.body(null, 204);
    })
    .openapi(retiring, async (context) => {
      const { id } = context.req.valid('param');
      await writeOnce(context, desk, (current) => retireLabel(current, id));
      return context.body(null, 204);
    })
    .openapi(putting, async (context) => {
      const { reference, id: labelId } = context.req.valid('param');
      return context.json(
        await change(context, reference, (current) => putLabel(current, { reference, labelId })),
        200,
      );
    })
    .openapi(takingOff, async (context) => {
      const { reference, id: labelId } = context.req.valid('param');
      return context.json(
        await change(context, reference, (current) => takeLabelOff(current, { reference, labelId })),
        200,
      );
    });
}

/** What a page offers; the verb decides. */
function mayChange(reader: Reader, unitId: number | null): boolean {
  return reader.kind === 'apiKey' || mayDoIn(reader.sight, 'keepLabels', unitId === null ? [] : [unitId]);
}
