import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { awaitResult, resultArrived } from '../desk/cases/await-result.ts';
import { interimReply } from '../desk/cases/interim-reply.ts';
import { mergeCase } from '../desk/cases/merge.ts';
import { raiseCase } from '../desk/cases/raise-on-request.ts';
import { transfer } from '../desk/cases/transfer.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { unitsOn } from '../store/organisation.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { changeCase } from './change-case.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { caseDetailSchema, caseReference, json, jsonBody, writtenText } from './view-schemas.ts';

const reference = z.object({ reference: caseReference });
const detail = json(caseDetailSchema, 'The case as it stands now');

const receivingUnits = createRoute({
  method: 'get',
  path: '/receiving-units',
  summary: 'The units a case can be passed on to',
  responses: { 200: json(z.array(z.object({ id: z.number(), name: z.string() })), 'Every unit there is today') },
});

const transferring = createRoute({
  method: 'post',
  path: '/cases/{reference}/transfer',
  summary: 'Pass the case on to another unit',
  request: {
    params: reference,
    body: jsonBody(z.object({ unitId: z.number().int().positive(), reason: writtenText })),
  },
  responses: { 200: detail },
});

const awaiting = createRoute({
  method: 'post',
  path: '/cases/{reference}/awaited-result',
  summary: 'Wait for a result from elsewhere; the resolution clock stands',
  request: {
    params: reference,
    body: jsonBody(
      z.object({ from: writtenText.pipe(z.string().max(200)).openapi({ example: 'Chi cục Kiểm định 2' }) }),
    ),
  },
  responses: { 200: detail },
});

const arriving = createRoute({
  method: 'post',
  path: '/cases/{reference}/arrived-result',
  summary: 'The awaited result is there; the resolution clock goes on',
  request: { params: reference },
  responses: { 200: detail },
});

const interimReplies = createRoute({
  method: 'post',
  path: '/cases/{reference}/interim-replies',
  summary: 'Apologise and name a new date',
  request: {
    params: reference,
    body: jsonBody(z.object({ text: writtenText, newDueAt: z.iso.datetime({ offset: true }) })),
  },
  responses: { 201: detail },
});

const merging = createRoute({
  method: 'post',
  path: '/cases/{reference}/merge',
  summary: 'Merge a duplicate into the older case',
  request: { params: reference, body: jsonBody(z.object({ into: z.string().trim().min(1).max(40) })) },
  responses: { 200: detail },
});

const raising = createRoute({
  method: 'post',
  path: '/cases/{reference}/raise',
  summary: 'Raise what is beyond one’s powers, with the reason',
  request: { params: reference, body: jsonBody(z.object({ reason: writtenText })) },
  responses: { 200: detail },
});

/** What becomes of a case besides being answered: passed on, put off, raised, merged. */
export function caseLifeRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const change = changeCase(desk);

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(receivingUnits, async (context) => {
      const units = await unitsOn(desk.database.db, localDate(desk.clock.now(), desk.zone));
      return context.json(
        units.map(({ id, name }) => ({ id, name })),
        200,
      );
    })
    .openapi(transferring, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { unitId: toUnitId, reason } = context.req.valid('json');
      const input = { reference: of, toUnitId, reason };
      return context.json(await change(context, of, (current) => transfer(current, input)), 200);
    })
    .openapi(awaiting, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { from } = context.req.valid('json');
      return context.json(await change(context, of, (current) => awaitResult(current, { reference: of, from })), 200);
    })
    .openapi(arriving, async (context) => {
      const { reference: of } = context.req.valid('param');
      return context.json(await change(context, of, (current) => resultArrived(current, { reference: of })), 200);
    })
    .openapi(interimReplies, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { text, newDueAt } = context.req.valid('json');
      const input = { reference: of, text, newDueAt: new Date(newDueAt) };
      return context.json(await change(context, of, (current) => interimReply(current, input)), 201);
    })
    .openapi(merging, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { into } = context.req.valid('json');
      return context.json(await change(context, of, (current) => mergeCase(current, { reference: of, into })), 200);
    })
    .openapi(raising, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { reason } = context.req.valid('json');
      return context.json(await change(context, of, (current) => raiseCase(current, { reference: of, reason })), 200);
    });
}
