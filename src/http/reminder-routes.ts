import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { dropReminder, setReminder } from '../desk/reminders/set-reminder.ts';
import { caseRemindersOf } from '../store/case-reminders.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { line } from './organisation-schemas.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { caseReference, caseStates, json, jsonBody } from './view-schemas.ts';

const reference = z.object({ reference: caseReference });

const remindersSchema = z.array(
  z
    .object({
      reference: z.string(),
      state: z.enum(caseStates),
      enterprise: z.string().nullable(),
      description: z.string(),
      remindAt: z.iso.datetime(),
      note: z.string().nullable(),
      isDue: z.boolean().describe('The officer was reminded, and has not put it away'),
    })
    .openapi('CaseReminder'),
);
export type RemindersView = z.infer<typeof remindersSchema>;

const list = createRoute({
  method: 'get',
  path: '/case-reminders',
  summary: 'When this officer wants to be reminded of which cases',
  responses: { 200: json(remindersSchema, 'The earliest first') },
});

const setting = createRoute({
  method: 'put',
  path: '/cases/{reference}/reminder',
  summary: 'Remind me of this case then; nobody else hears of it',
  request: {
    params: reference,
    body: jsonBody(z.object({ remindAt: z.iso.datetime({ offset: true }), note: line.nullable().default(null) })),
  },
  responses: { 204: { description: 'It is set, in place of an earlier one' } },
});

const dropping = createRoute({
  method: 'delete',
  path: '/cases/{reference}/reminder',
  summary: 'Put the reminder away',
  request: { params: reference },
  responses: { 204: { description: 'It is gone' } },
});

/** What an officer puts off for a while. The clocks of the case go on: the promise was made to the enterprise. */
export function reminderRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { sight } = officerOnly(context.var.reader);
      const rows = await caseRemindersOf(desk.database.db, sight);
      return context.json(
        rows.map(({ firedAt, remindAt, ...row }) => ({
          ...row,
          remindAt: remindAt.toISOString(),
          isDue: firedAt !== null,
        })),
        200,
      );
    })
    .openapi(setting, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { remindAt, note } = context.req.valid('json');
      const wish = { reference: of, remindAt: new Date(remindAt), note };
      await writeOnce(context, desk, (current) => setReminder(current, wish));
      return context.body(null, 204);
    })
    .openapi(dropping, async (context) => {
      const { reference: of } = context.req.valid('param');
      await writeOnce(context, desk, (current) => dropReminder(current, { reference: of }));
      return context.body(null, 204);
    });
}
