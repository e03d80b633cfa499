import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { changePost } from '../desk/organisation/change-post.ts';
import { correctOfficer } from '../desk/organisation/correct-officer.ts';
import { createOfficer } from '../desk/organisation/create-officer.ts';
import { endPost } from '../desk/organisation/end-post.ts';
import { NotFound } from '../errors.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import type { Db, Tx } from '../store/database.ts';
import { officersOn } from '../store/officer-directory.ts';
import { officerById } from '../store/organisation.ts';
import { postsOf } from '../store/posts.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { asOf, day, ending, idParam, key, line, pageOf, paging, passingOn, role } from './organisation-schemas.ts';
import { cutPage, readPlace } from './page-cursor.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody } from './view-schemas.ts';

const email = z.email().max(200);

const entrySchema = z
  .object({
    id: z.number(),
    name: z.string(),
    email: z.string(),
    title: z.string(),
    role,
    unitId: z.number(),
    unitName: z.string(),
  })
  .openapi('OfficerEntry');

const officerSchema = z
  .object({
    id: z.number(),
    name: z.string(),
    email: z.string(),
    active: z.boolean(),
    posts: z.array(z.object({ unitId: z.number(), role, title: z.string(), validFrom: day, validTo: day.nullable() })),
  })
  .openapi('OfficerHistory');

const officer = json(officerSchema, 'The officer with every post');

const list = createRoute({
  method: 'get',
  path: '/organisation/officers',
  summary: 'Who held which post on a day',
  request: { query: asOf.extend(paging.shape).extend({ unitId: z.coerce.number().int().positive().optional() }) },
  responses: { 200: json(pageOf(entrySchema), 'One page') },
});

const read = createRoute({
  method: 'get',
  path: '/organisation/officers/{id}',
  summary: 'An officer with every post',
  request: { params: idParam },
  responses: { 200: officer },
});

const creation = createRoute({
  method: 'post',
  path: '/organisation/officers',
  summary: 'Add an officer with a first post',
  request: {
    body: jsonBody(z.object({ name: line, title: line, email, role, unitId: key, validFrom: day })),
  },
  responses: { 201: officer },
});

const correction = createRoute({
  method: 'patch',
  path: '/organisation/officers/{id}',
  summary: 'Put a name or an address right',
  request: { params: idParam, body: jsonBody(z.object({ name: line.exactOptional(), email: email.exactOptional() })) },
  responses: { 200: officer },
});

const post = createRoute({
  method: 'post',
  path: '/organisation/officers/{id}/posts',
  summary: 'Another unit, role or title from a day on',
  request: {
    params: idParam,
    body: jsonBody(
      z.object({
        validFrom: day,
        unitId: key.exactOptional(),
        role: role.exactOptional(),
        title: line.exactOptional(),
        cases: passingOn.exactOptional(),
      }),
    ),
  },
  responses: { 201: officer },
});

const leaving = createRoute({
  method: 'post',
  path: '/organisation/officers/{id}/ending',
  summary: 'The officer leaves; open cases are passed on',
  request: { params: idParam, body: jsonBody(ending.extend({ cases: passingOn.exactOptional() })) },
  responses: { 200: officer },
});

export function officerRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { asOf: date, unitId, cursor, limit } = context.req.valid('query');
      const day = date ?? localDate(desk.clock.now(), desk.zone);
      const [afterId = 0] = readPlace(cursor, 1) ?? [];
      const rows = await officersOn(db, day, { unitId }, { afterId, limit: limit + 1 });
      return context.json(
        cutPage(rows, limit, ({ id }) => [id]),
        200,
      );
    })
    .openapi(read, async (context) => context.json(await officerHistory(db, context.req.valid('param').id), 200))
    .openapi(creation, async (context) => {
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) =>
        officerHistory(current.tx, await createOfficer(current, input)),
      );
      return context.json(view, 201);
    })
    .openapi(correction, async (context) => {
      const { id: officerId } = context.req.valid('param');
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        await correctOfficer(current, { ...input, officerId });
        return officerHistory(current.tx, officerId);
      });
      return context.json(view, 200);
    })
    .openapi(post, async (context) => {
      const { id: officerId } = context.req.valid('param');
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        await changePost(current, { ...input, officerId });
        return officerHistory(current.tx, officerId);
      });
      return context.json(view, 201);
    })
    .openapi(leaving, async (context) => {
      const { id: officerId } = context.req.valid('param');
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        await endPost(current, { ...input, officerId });
        return officerHistory(current.tx, officerId);
      });
      return context.json(view, 200);
    });
}

async function officerHistory(tx: Tx | Db, officerId: number) {
  const found = await officerById(tx, officerId);
  if (found === null) throw new NotFound('công chức');
  const { id, name, active, email: address } = found;
  const posts = (await postsOf(tx, officerId)).map(({ officerId: _, passingOn: __, ...each }) => each);
  return { id, name, email: address, active, posts };
}
