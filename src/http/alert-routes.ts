import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { acknowledgeAlert } from '../desk/alerts/acknowledge-alert.ts';
import { alertsOf } from '../store/alerts.ts';
import { noticesOf } from '../store/officer-notices.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { iso } from './case-views.ts';
import { writeOnce } from './idempotency.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { alertsSchema, json } from './view-schemas.ts';
import type { AlertView } from './views.ts';

const mostAlerts = 100;
const mostNotices = 30;

const noticesSchema = z.array(
  z.object({ id: z.number(), text: z.string(), at: z.iso.datetime() }).openapi('OfficerNotice'),
);
export type NoticesView = z.infer<typeof noticesSchema>;

const list = createRoute({
  method: 'get',
  path: '/alerts',
  summary: "The officer's alerts, unacknowledged first",
  responses: { 200: json(alertsSchema, 'At most a hundred') },
});

const notices = createRoute({
  method: 'get',
  path: '/notices',
  summary: 'What the officer was told that is about no case of theirs',
  responses: { 200: json(noticesSchema, 'The newest first, thirty at most') },
});

const acknowledgement = createRoute({
  method: 'post',
  path: '/alerts/{id}/acknowledgement',
  summary: 'I know',
  request: { params: z.object({ id: z.coerce.number().int().positive() }) },
  responses: { 204: { description: 'The alert climbs no further' } },
});

export function alertRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { sight } = officerOnly(context.var.reader);
      const rows = await alertsOf(desk.database.db, sight, mostAlerts);
      return context.json(rows.map(alertView), 200);
    })
    .openapi(notices, async (context) => {
      const { sight } = officerOnly(context.var.reader);
      const rows = await noticesOf(desk.database.db, sight.officerId, mostNotices);
      return context.json(
        rows.map(({ id, text, at }) => ({ id, text, at: at.toISOString() })),
        200,
      );
    })
    .openapi(acknowledgement, async (context) => {
      const { id: alertId } = context.req.valid('param');
      // Acknowledged twice is acknowledged.
      await writeOnce(context, desk, (current) => acknowledgeAlert(current, { alertId }));
      return context.body(null, 204);
    });
}

function alertView({ alert, reference, enterprise, level }: Awaited<ReturnType<typeof alertsOf>>[number]): AlertView {
  return {
    id: alert.id,
    kind: alert.kind,
    reference,
    enterprise,
    level,
    text: alert.text,
    createdAt: alert.createdAt.toISOString(),
    deliveredAt: iso(alert.deliveredAt),
    acknowledgedAt: iso(alert.acknowledgedAt),
    needsAcknowledgement: alert.acknowledgedAt === null && (alert.kind === 'raised' || alert.kind === 'unacknowledged'),
  };
}
