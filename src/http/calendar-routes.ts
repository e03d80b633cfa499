import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { approveCalendar, rejectCalendar } from '../desk/calendars/judge-calendar.ts';
import { previewCalendar } from '../desk/calendars/preview-calendar.ts';
import {
  daysFromTable,
  type OverrideChange,
  type Proposal,
  proposeCalendar,
} from '../desk/calendars/propose-calendar.ts';
import { NotFound } from '../errors.ts';
import { formatDatedDays } from '../rules/working-time/dated-days-table.ts';
import { minuteMilliseconds } from '../rules/working-time/working-day.ts';
import { calendarRows } from '../store/calendars.ts';
import type { Db, Tx } from '../store/database.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import {
  calendarSchema,
  calendarSummary,
  calendarSummarySchema,
  calendarView,
  datedDaySchema,
  dayKind,
  explanationSchema,
  explanationView,
  previewSchema,
  previewView,
  someWeekdaysSchema,
  weeklySchema,
  yearSchema,
} from './calendar-views.ts';
import { writeOnce } from './idempotency.ts';
import { requirePermission } from './permitted.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody, writtenText } from './view-schemas.ts';

const oneCalendar = z.object({ id: z.coerce.number().int().positive() });
const note = writtenText.describe('Why, in the words of whoever proposes it');
const unitId = z.number().int().positive();

const list = createRoute({
  method: 'get',
  path: '/calendars',
  summary: 'Every version of every working calendar, newest first',
  responses: { 200: json(z.array(calendarSummarySchema), 'Proposed, in force, superseded and rejected ones') },
});

const one = createRoute({
  method: 'get',
  path: '/calendars/{id}',
  summary: 'A version with its hours, its approved years and its days with their confidence marks',
  request: { params: oneCalendar },
  responses: { 200: json(calendarSchema, 'The version') },
});

const proposal = createRoute({
  method: 'post',
  path: '/calendars',
  summary: 'Propose a version; what is left out stays as in the calendar in force',
  request: {
    body: jsonBody(
      z.union([
        z.strictObject({
          note,
          weekly: weeklySchema.exactOptional(),
          datedDays: z.array(datedDaySchema).exactOptional(),
          years: z.array(yearSchema).exactOptional(),
        }),
        z.strictObject({
          note,
          unitId,
          weekly: someWeekdaysSchema.exactOptional(),
          ignores: z.array(dayKind).exactOptional(),
          datedDays: z.array(datedDaySchema).exactOptional(),
        }),
      ]),
    ),
  },
  responses: { 200: json(calendarSchema, 'Waits for a second person') },
});

const importing = createRoute({
  method: 'post',
  path: '/calendars/import',
  summary: 'Propose the dated days of an edited table (CSV or pasted cells)',
  request: {
    body: jsonBody(
      z.strictObject({
        note,
        table: z.string().min(1).max(500_000),
        unitId: unitId.exactOptional(),
        years: z.array(yearSchema).exactOptional(),
      }),
    ),
  },
  responses: { 200: json(calendarSchema, 'Waits for a second person') },
});

const exporting = createRoute({
  method: 'get',
  path: '/calendars/{id}/dated-days.csv',
  summary: 'The dated days as a table; for a unit its own days only',
  request: { params: oneCalendar },
  responses: {
    200: { description: 'A table that can be edited and imported', content: { 'text/csv': { schema: z.string() } } },
  },
});

const preview = createRoute({
  method: 'get',
  path: '/calendars/{id}/preview',
  summary: 'Which open deadlines would move if the proposal were approved now',
  request: { params: oneCalendar },
  responses: { 200: json(previewSchema, 'Nothing once it is approved or rejected') },
});

const explanation = createRoute({
  method: 'get',
  path: '/calendars/{id}/explain',
  summary: 'Why so many working minutes end when they do',
  request: {
    params: oneCalendar,
    query: z.object({ start: z.iso.datetime({ offset: true }), minutes: z.coerce.number().min(0).max(100_000) }),
  },
  responses: { 200: json(explanationSchema, 'Counted and skipped time, with sentences') },
});

const approval = createRoute({
  method: 'post',
  path: '/calendars/{id}/approval',
  summary: 'Put a proposal in force; not by its proposer',
  request: { params: oneCalendar },
  responses: { 200: json(calendarSchema, 'In force, and every live case goes on by it') },
});

const rejection = createRoute({
  method: 'post',
  path: '/calendars/{id}/rejection',
  summary: 'Send a proposal back, or withdraw it',
  request: { params: oneCalendar, body: jsonBody(z.strictObject({ because: writtenText })) },
  responses: { 200: json(calendarSchema, 'Rejected') },
});

/** Working calendars. An API key may read them; proposing and approving are for persons. */
export function calendarRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      mayRead(context.var.reader);
      return context.json((await calendarRows(db)).map(calendarSummary), 200);
    })
    .openapi(one, async (context) => {
      mayRead(context.var.reader);
      return context.json(await viewOf(db, context.req.valid('param').id), 200);
    })
    .openapi(proposal, async (context) => {
      const { note: said, ...rest } = context.req.valid('json');
      const asked: Proposal = 'unitId' in rest ? ofUnit(said, rest) : { note: said, unitId: null, change: rest };
      const view = await writeOnce(context, desk, async (current) =>
        viewOf(current.tx, (await proposeCalendar(current, asked)).id),
      );
      return context.json(view, 200);
    })
    .openapi(importing, async (context) => {
      const { note: said, table, unitId: ofOne, years } = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        const datedDays = daysFromTable(table);
        const asked: Proposal =
          ofOne === undefined
            ? { note: said, unitId: null, change: { datedDays, ...(years === undefined ? {} : { years }) } }
            : { note: said, unitId: ofOne, change: { datedDays } };
        return viewOf(current.tx, (await proposeCalendar(current, asked)).id);
      });
      return context.json(view, 200);
    })
    .openapi(exporting, async (context) => {
      mayRead(context.var.reader);
      const { definition, override } = await rowOf(db, context.req.valid('param').id);
      const days = override === null ? definition.datedDays : (override.datedDays ?? []);
      // The mark by which spreadsheets know that the text is UTF-8.
      return context.body(`\uFEFF${formatDatedDays(days)}`, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="lich-lam-viec-${definition.version}.csv"`,
      });
    })
    .openapi(preview, async (context) => {
      const { reader } = context.var;
      mayRead(reader);
      const { id: calendarId } = context.req.valid('param');
      const forOfficerId = reader.kind === 'officer' ? reader.sight.officerId : null;
      const seen = await db.transaction((tx) =>
        previewCalendar(
          { tx, ruleBook: desk.ruleBook, at: desk.clock.now(), by: reader.actor },
          { calendarId, forOfficerId },
        ),
      );
      return context.json(previewView(seen), 200);
    })
    .openapi(explanation, async (context) => {
      mayRead(context.var.reader);
      const { id } = context.req.valid('param');
      const { start, minutes } = context.req.valid('query');
      await rowOf(db, id);
      const working = await db.transaction((tx) => desk.ruleBook.workingTime(tx, id));
      return context.json(explanationView(working.explain(new Date(start), minutes * minuteMilliseconds)), 200);
    })
    .openapi(approval, async (context) => {
      const { id: calendarId } = context.req.valid('param');
      const view = await writeOnce(context, desk, async (current) => {
        await approveCalendar(current, { calendarId });
        return viewOf(current.tx, calendarId);
      });
      return context.json(view, 200);
    })
    .openapi(rejection, async (context) => {
      const { id: calendarId } = context.req.valid('param');
      const { because } = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        await rejectCalendar(current, { calendarId, because });
        return viewOf(current.tx, calendarId);
      });
      return context.json(view, 200);
    });
}

function ofUnit(said: string, { unitId: ofOne, ...change }: { unitId: number } & OverrideChange): Proposal {
  return { note: said, unitId: ofOne, change };
}

function mayRead(reader: Reader): void {
  requirePermission(reader, 'administer', 'xem lịch làm việc');
}

async function rowOf(from: Tx | Db, id: number) {
  const row = (await calendarRows(from)).find((each) => each.id === id);
  if (row === undefined) throw new NotFound('phiên bản lịch');
  return row;
}

async function viewOf(from: Tx | Db, id: number) {
  return calendarView(await rowOf(from, id));
}
