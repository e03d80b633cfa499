import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { createLinkCode } from '../desk/organisation/link-chat.ts';
import { NotFound } from '../errors.ts';
import { unacknowledgedCount } from '../store/alerts.ts';
import { activeOfficers, officerById } from '../store/organisation.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { officerView } from './case-views.ts';
import { writeOnce } from './idempotency.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, linkCodeSchema, officerSchema, sessionSchema } from './view-schemas.ts';

const session = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in',
  responses: { 200: json(sessionSchema, 'The officer') },
});

const officerList = createRoute({
  method: 'get',
  path: '/officers',
  summary: 'Officers who could be given a case',
  responses: { 200: json(z.array(officerSchema), 'Active officers by name') },
});

const linkCodes = createRoute({
  method: 'post',
  path: '/me/link-codes',
  summary: 'A one-time code that links a chat to the officer',
  responses: { 200: json(linkCodeSchema, 'Good for fifteen minutes') },
});

export function sessionRoutes({ desk, config }: Pick<HttpParts, 'desk' | 'config'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(session, async (context) => {
      const { sight, email } = officerOnly(context.var.reader);
      const officer = await officerById(db, sight.officerId);
      if (officer === null) throw new NotFound('công chức');
      return context.json(
        {
          officer: { ...officerView(officer), email },
          unacknowledgedAlerts: await unacknowledgedCount(db, sight),
          isDemonstration: config.isDemonstration,
          serverTime: desk.clock.now().toISOString(),
        },
        200,
      );
    })
    .openapi(officerList, async (context) => context.json((await activeOfficers(db)).map(officerView), 200))
    .openapi(linkCodes, async (context) => {
      officerOnly(context.var.reader);
      const bot = config.telegramBotName();
      const view = await writeOnce(context, desk, async (current) => {
        const { code, expiresAt } = await createLinkCode(current);
        const telegramLink = bot === null ? null : `https://t.me/${bot}?start=${code}`;
        return { code, expiresAt: expiresAt.toISOString(), telegramLink };
      });
      return context.json(view, 200);
    });
}
