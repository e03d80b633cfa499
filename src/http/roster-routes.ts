import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { addAbsence } from '../desk/organisation/add-absence.ts';
import { addDutyTurn } from '../desk/organisation/add-duty-turn.ts';
import { copyDutyWeek } from '../desk/organisation/copy-duty-week.ts';
import { cancelAbsence, endAbsence } from '../desk/organisation/end-absence.ts';
import { removeDutyTurn } from '../desk/organisation/remove-duty-turn.ts';
import { absencesIn, dutyTurns } from '../store/roster.ts';
import { administratorOnly } from './administrator-only.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { dayWindow } from './day-window.ts';
import { writeOnce } from './idempotency.ts';
import { asOf, day, idParam, instant, key, line, pageOf, paging } from './organisation-schemas.ts';
import { cutPage, readPlace } from './page-cursor.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody } from './view-schemas.ts';

const stretch = { fromAt: instant, untilAt: instant };
const asStretch = {
  fromAt: instant.transform((text) => new Date(text)),
  untilAt: instant.transform((text) => new Date(text)),
};
const made = json(z.object({ id: z.number() }), 'What was written');
const dated = asOf.extend(paging.shape).extend({ from: day.optional(), until: day.optional() });

const turnSchema = z
  .object({ id: z.number(), officerId: z.number(), officerName: z.string(), unitId: z.number(), ...stretch })
  .openapi('DutyTurn');

const absenceSchema = z
  .object({
    id: z.number(),
    officerId: z.number(),
    officerName: z.string(),
    substituteId: z.number().nullable(),
    ...stretch,
    reason: z.string().nullable(),
  })
  .openapi('Absence');

const turnList = createRoute({
  method: 'get',
  path: '/organisation/duty-turns',
  summary: 'Who is on duty: on a day, between two days, or from today on',
  request: { query: dated.extend({ unitId: z.coerce.number().int().positive().optional() }) },
  responses: { 200: json(pageOf(turnSchema), 'One page') },
});

const turnAdding = createRoute({
  method: 'post',
  path: '/organisation/duty-turns',
  summary: 'Put an officer on duty',
  request: { body: jsonBody(z.object({ officerId: key, ...asStretch })) },
  responses: { 201: made },
});

const turnRemoval = createRoute({
  method: 'delete',
  path: '/organisation/duty-turns/{id}',
  summary: 'Take a turn off the roster; one that has begun ends now',
  request: { params: idParam },
  responses: { 204: { description: 'The officer is not on duty any more' } },
});

const weekCopy = createRoute({
  method: 'post',
  path: '/organisation/duty-weeks',
  summary: "Repeat a unit's week on the roster",
  request: { body: jsonBody(z.object({ unitId: key, fromMonday: day, toMonday: day })) },
  responses: {
    201: json(
      z
        .object({
          copied: z.number(),
          skipped: z.array(
            z.object({
              officerId: z.number(),
              fromAt: instant,
              because: z.enum(['noPostThen', 'awayThen', 'alreadyOnDuty', 'movedAway']),
            }),
          ),
        })
        .openapi('CopiedWeek'),
      'How many turns were written, and who was left out why',
    ),
  },
});

const absenceList = createRoute({
  method: 'get',
  path: '/organisation/absences',
  summary: 'Who is away: on a day, between two days, or from today on',
  request: { query: dated.extend({ officerId: z.coerce.number().int().positive().optional() }) },
  responses: { 200: json(pageOf(absenceSchema), 'One page') },
});

const absenceAdding = createRoute({
  method: 'post',
  path: '/organisation/absences',
  summary: 'An officer is away, and who stands in',
  request: {
    body: jsonBody(
      z.object({
        officerId: key,
        substituteId: key.nullable(),
        ...asStretch,
        reason: line.nullable().default(null),
      }),
    ),
  },
  responses: { 201: made },
});

const absenceEnding = createRoute({
  method: 'post',
  path: '/organisation/absences/{id}/ending',
  summary: 'The officer is back',
  request: { params: idParam },
  responses: { 204: { description: 'Alerts reach the officer again' } },
});

const absenceCancelling = createRoute({
  method: 'delete',
  path: '/organisation/absences/{id}',
  summary: 'The officer will not be away after all',
  request: { params: idParam },
  responses: { 204: { description: 'As if it had not been planned; the ledger knows' } },
});

export function rosterRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(turnList, async (context) => {
      const { unitId, cursor, limit, ...days } = context.req.valid('query');
      const [afterId = 0] = readPlace(cursor, 1) ?? [];
      const window = { ...dayWindow(days, desk.clock.now(), desk.zone), unitId };
      const rows = await dutyTurns(db, window, { afterId, limit: limit + 1 });
      const { items, nextCursor } = cutPage(rows, limit, ({ turn }) => [turn.id]);
      return context.json(
        { items: items.map(({ turn, officerName }) => ({ ...withIsoTimes(turn), officerName })), nextCursor },
        200,
      );
    })
    .openapi(turnAdding, async (context) => {
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => ({ id: await addDutyTurn(current, input) }));
      return context.json(view, 201);
    })
    .openapi(turnRemoval, async (context) => {
      const { id: dutyTurnId } = context.req.valid('param');
      await writeOnce(context, desk, (current) => removeDutyTurn(current, { dutyTurnId }));
      return context.body(null, 204);
    })
    .openapi(weekCopy, async (context) => {
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        const { copied, skipped } = await copyDutyWeek(current, input);
        return { copied, skipped: skipped.map((each) => ({ ...each, fromAt: each.fromAt.toISOString() })) };
      });
      return context.json(view, 201);
    })
    .openapi(absenceList, async (context) => {
      // Why somebody is away is theirs and their administrator's.
      administratorOnly(context.var.reader, 'xem danh sách vắng mặt');
      const { officerId, cursor, limit, ...days } = context.req.valid('query');
      const [afterId = 0] = readPlace(cursor, 1) ?? [];
      const window = { ...dayWindow(days, desk.clock.now(), desk.zone), officerId };
      const rows = await absencesIn(db, window, { afterId, limit: limit + 1 });
      const { items, nextCursor } = cutPage(rows, limit, ({ absence }) => [absence.id]);
      return context.json(
        { items: items.map(({ absence, officerName }) => ({ ...withIsoTimes(absence), officerName })), nextCursor },
        200,
      );
    })
    .openapi(absenceAdding, async (context) => {
      const input = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => ({ id: await addAbsence(current, input) }));
      return context.json(view, 201);
    })
    .openapi(absenceEnding, async (context) => {
      const { id: absenceId } = context.req.valid('param');
      await writeOnce(context, desk, (current) => endAbsence(current, { absenceId }));
      return context.body(null, 204);
    })
    .openapi(absenceCancelling, async (context) => {
      const { id: absenceId } = context.req.valid('param');
      await writeOnce(context, desk, (current) => cancelAbsence(current, { absenceId }));
      return context.body(null, 204);
    });
}

function withIsoTimes<Row extends { fromAt: Date; untilAt: Date }>(row: Row) {
  return { ...row, fromAt: row.fromAt.toISOString(), untilAt: row.untilAt.toISOString() };
}
