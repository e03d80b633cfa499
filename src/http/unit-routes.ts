import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { assignOffice } from '../desk/organisation/assign-office.ts';
import { changeUnit } from '../desk/organisation/change-unit.ts';
import { createUnit } from '../desk/organisation/create-unit.ts';
import { endUnit } from '../desk/organisation/end-unit.ts';
import { NotFound } from '../errors.ts';
import { asOf as holdingOn } from '../rules/organisation/spans.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import type { Db, Tx } from '../store/database.ts';
import { namedCasesIn } from '../store/organisation-cases.ts';
import {
  holdersFrom,
  offices,
  officesOf,
  policiesNaming,
  rulesNaming,
  type UnitHistory,
  unitHistories,
} from '../store/units.ts';
import { administratorOnly } from './administrator-only.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { asOf, code, day, ending, idParam, key, line } from './organisation-schemas.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody } from './view-schemas.ts';

const placement = { parentId: z.number().nullable(), name: z.string(), shortName: z.string() };
const span = { validFrom: day, validTo: day.nullable() };
const unitSchema = z.object({ id: z.number(), code: z.string(), ...placement, ...span }).openapi('Unit');
const unitHistorySchema = z
  .object({ id: z.number(), code: z.string(), versions: z.array(z.object({ ...placement, ...span })) })
  .openapi('UnitHistory');
const officeSchema = z
  .object({ code: z.string(), unitId: z.number(), name: z.string(), shortName: z.string() })
  .openapi('Office');

const leaningSchema = z
  .object({
    officers: z.array(z.string()),
    offices: z.array(z.string()),
    policies: z.array(z.string()),
    rules: z.number(),
    /** Issues and questions that are not over; matters about conduct are not counted. */
    openCases: z.number(),
  })
  .openapi('UnitLeaning');

const history = json(unitHistorySchema, 'The unit through time');

const list = createRoute({
  method: 'get',
  path: '/organisation/units',
  summary: 'The tree of units as of a day',
  request: { query: asOf },
  responses: {
    200: json(
      z.object({
        items: z.array(unitSchema),
        /** Days on which the tree changed or will change. */
        changeDays: z.array(day),
      }),
      'Every unit that stands on that day',
    ),
  },
});

const read = createRoute({
  method: 'get',
  path: '/organisation/units/{id}',
  summary: 'A unit with all its versions',
  request: { params: idParam },
  responses: { 200: history },
});

const leaning = createRoute({
  method: 'get',
  path: '/organisation/units/{id}/leaning',
  summary: 'Who and what leans on a unit from a day on',
  request: { params: idParam, query: asOf },
  responses: { 200: json(leaningSchema, 'What an administrator looks at before changing or ending the unit') },
});

const creation = createRoute({
  method: 'post',
  path: '/organisation/units',
  summary: 'Set up a unit from a day on',
  request: {
    body: jsonBody(z.object({ code, parentId: key.nullable(), name: line, shortName: line, validFrom: day })),
  },
  responses: { 201: history },
});

const change = createRoute({
  method: 'patch',
  path: '/organisation/units/{id}',
  summary: 'Rename or move a unit from a day on',
  request: {
    params: idParam,
    body: jsonBody(
      z.object({
        validFrom: day,
        parentId: key.exactOptional(),
        name: line.exactOptional(),
        shortName: line.exactOptional(),
      }),
    ),
  },
  responses: { 200: history },
});

const unitEnding = createRoute({
  method: 'post',
  path: '/organisation/units/{id}/ending',
  summary: 'End a unit that nobody needs any more',
  request: { params: idParam, body: jsonBody(ending) },
  responses: { 200: history },
});

const officeList = createRoute({
  method: 'get',
  path: '/organisation/offices',
  summary: 'Which unit answers for which customs office',
  responses: { 200: json(z.object({ items: z.array(officeSchema) }), 'By code') },
});

const officeAssignment = createRoute({
  method: 'put',
  path: '/organisation/offices/{code}',
  summary: 'Let another unit answer for a customs office',
  request: { params: z.object({ code: z.string().max(20) }), body: jsonBody(z.object({ unitId: key })) },
  responses: { 204: { description: 'It answers from now on' } },
});

export function unitRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const date = context.req.valid('query').asOf ?? localDate(desk.clock.now(), desk.zone);
      const histories = await unitHistories(db);
      const items = histories.flatMap(({ id, code, versions }) => {
        const version = holdingOn(versions, date);
        return version === null ? [] : [{ ...versionView(version), id, code }];
      });
      return context.json({ items, changeDays: changeDaysOf(histories) }, 200);
    })
    .openapi(read, async (context) => context.json(await unitView(db, context.req.valid('param').id), 200))
    .openapi(leaning, async (context) => {
      const { reader } = context.var;
      administratorOnly(reader, 'xem những gì gắn với đơn vị');
      const { id } = context.req.valid('param');
      const from = context.req.valid('query').asOf ?? localDate(desk.clock.now(), desk.zone);
      const view = await db.transaction(async (tx) => {
        const { code } = await unitView(tx, id);
        return {
          officers: await holdersFrom(tx, id, from),
          offices: await officesOf(tx, id),
          policies: await policiesNaming(tx, code, from),
          rules: (await rulesNaming(tx, id, from)).length,
          openCases: (await namedCasesIn(tx, reader.actor, id)).total,
        };
      });
      return context.json(view, 200);
    })
    .openapi(creation, async (context) => {
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) =>
        unitView(current.tx, await createUnit(current, input)),
      );
      return context.json(view, 201);
    })
    .openapi(change, async (context) => {
      const { id: unitId } = context.req.valid('param');
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        await changeUnit(current, { ...input, unitId });
        return unitView(current.tx, unitId);
      });
      return context.json(view, 200);
    })
    .openapi(unitEnding, async (context) => {
      const { id: unitId } = context.req.valid('param');
      const { validTo } = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        await endUnit(current, { unitId, validTo });
        return unitView(current.tx, unitId);
      });
      return context.json(view, 200);
    })
    .openapi(officeList, async (context) => {
      const items = (await offices(db)).map(({ formerName: _, ...office }) => office);
      return context.json({ items }, 200);
    })
    .openapi(officeAssignment, async (context) => {
      const input = { ...context.req.valid('param'), ...context.req.valid('json') };
      await writeOnce(context, desk, (current) => assignOffice(current, input));
      return context.body(null, 204);
    });
}

async function unitView(tx: Tx | Db, unitId: number) {
  const unit = (await unitHistories(tx)).find(({ id }) => id === unitId);
  if (unit === undefined) throw new NotFound('đơn vị');
  return { id: unit.id, code: unit.code, versions: unit.versions.map(versionView) };
}

function changeDaysOf(histories: readonly UnitHistory[]): string[] {
  const days = histories.flatMap(({ versions }) => versions.flatMap(({ validFrom, validTo }) => [validFrom, validTo]));
  return [...new Set(days.filter((each) => each !== null))].toSorted();
}

function versionView({ parentId, name, shortName, validFrom, validTo }: UnitHistory['versions'][number]) {
  return { parentId, name, shortName, validFrom, validTo };
}
