import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { visibleCaseIds } from '../store/case-sight.ts';
import { noteChange } from '../store/live.ts';
import { noteGone, notePresent, type Present, presentOn } from '../store/presence.ts';
import { unreadOf } from '../store/readings.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { seenCase } from './seen-case.ts';
import { caseReference, json, jsonBody } from './view-schemas.ts';

const activity = z.enum(['viewing', 'typing', 'idle']);
const mostReferences = 100;

export const presentSchema = z.object({ officerId: z.number(), name: z.string(), activity }).openapi('PresentOfficer');

export function presentView({ officerId, name, activity: does }: Present): z.infer<typeof presentSchema> {
  return { officerId, name, activity: does };
}

const being = createRoute({
  method: 'put',
  path: '/cases/{reference}/presence',
  summary: 'Say that this officer has the case open; to be repeated every ten seconds',
  request: {
    params: z.object({ reference: caseReference }),
    body: jsonBody(z.object({ activity: z.enum([...activity.options, 'gone']) })),
  },
  responses: { 200: json(z.array(presentSchema), 'Who else has it open') },
});

const marksSchema = z.array(
  z.object({ reference: z.string(), unread: z.number(), present: z.array(presentSchema) }).openapi('CaseMark'),
);
export type MarksView = z.infer<typeof marksSchema>;

const marks = createRoute({
  method: 'get',
  path: '/case-marks',
  summary: 'What a list shows of cases for this officer alone: unread messages, who else is there',
  request: {
    query: z.object({
      references: z
        .string()
        .max(4_500)
        .transform((text) => text.split(',').filter(Boolean).slice(0, mostReferences))
        .openapi({ type: 'string', example: 'VM-2026-000123,VM-2026-000124' }),
    }),
  },
  responses: { 200: json(marksSchema, 'Cases without either are left out') },
});

/** Who has a case open. In PostgreSQL, so that every process tells the same; told on through the live hub. */
export function presenceRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(being, async (context) => {
      const { reader } = context.var;
      const { officerId } = officerOnly(reader).sight;
      const { activity: does } = context.req.valid('json');
      const { reference } = context.req.valid('param');
      const present = await writeOnce(context, desk, async ({ tx, at, wakes }) => {
        const caseId = await seenCase(tx, reader, reference);
        const isNews =
          does === 'gone'
            ? await noteGone(tx, caseId, officerId, at)
            : await notePresent(tx, { caseId, officerId, activity: does, at });
        if (isNews) {
          await noteChange(tx, { topic: 'presence', caseId, at });
          wakes.add('live');
        }
        return presentOn(tx, [caseId], officerId, at);
      });
      return context.json(present.map(presentView), 200);
    })
    .openapi(marks, async (context) => {
      const { reader } = context.var;
      const { officerId } = officerOnly(reader).sight;
      const ids = await visibleCaseIds(db, reader.sight, context.req.valid('query').references);
      const unread = await unreadOf(db, [...ids.values()], officerId);
      const present = await presentOn(db, [...ids.values()], officerId, desk.clock.now());
      const found = [...ids].map(([reference, caseId]) => ({
        reference,
        unread: unread.get(caseId) ?? 0,
        present: present.filter((each) => each.caseId === caseId).map(presentView),
      }));
      return context.json(
        found.filter((mark) => mark.unread > 0 || mark.present.length > 0),
        200,
      );
    });
}
