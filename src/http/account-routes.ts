import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { systemClock } from '../clock.ts';
import { inviteOfficer } from '../desk/access/invitations.ts';
import { endOwnOtherSessions, endOwnSession, signOutOfficer, stepUp } from '../desk/access/sessions.ts';
import { act } from '../desk/act.ts';
import { hasSecondFactor, sessionsOf } from '../store/accounts.ts';
import { hasPassword } from '../store/directory-sign-ins.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { idParam, instant } from './organisation-schemas.ts';
import { HttpProblem } from './problems.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { openSignInLimit } from './sign-in-limits.ts';
import { json, jsonBody } from './view-schemas.ts';

const accountSchema = z
  .object({
    email: z.string(),
    hasSecondFactor: z.boolean(),
    /** False for whoever came by the agency's directory alone. */
    hasPassword: z.boolean(),
    /** Whether people of this role may not work without one. */
    needsSecondFactor: z.boolean(),
    sessions: z.array(
      z.object({
        id: z.string(),
        createdAt: instant,
        expiresAt: instant,
        address: z.string().nullable(),
        browser: z.string().nullable(),
        isThisOne: z.boolean(),
      }),
    ),
  })
  .openapi('Account');
export type AccountView = z.infer<typeof accountSchema>;

const countSchema = z.object({ count: z.number() });

const account = createRoute({
  method: 'get',
  path: '/me/account',
  summary: "The officer's own sign-in and where it is in use",
  responses: { 200: json(accountSchema, 'Sessions, the newest first') },
});

const ending = createRoute({
  method: 'delete',
  path: '/me/sessions/{id}',
  summary: 'End one of your own sessions',
  request: { params: z.object({ id: z.string().min(1).max(100) }) },
  responses: { 204: { description: 'It opens nothing any more' } },
});

const endingOthers = createRoute({
  method: 'post',
  path: '/me/sessions/revocation',
  summary: 'End all your sessions but this one',
  responses: { 200: json(countSchema, 'How many were ended') },
});

const steppingUp = createRoute({
  method: 'post',
  path: '/me/step-ups',
  summary: 'Say again who you are, for sensitive acts within ten minutes',
  request: { body: jsonBody(z.object({ password: z.string().min(1).max(128) })) },
  responses: { 204: { description: 'Sensitive acts are open for ten minutes' } },
});

const invitation = createRoute({
  method: 'post',
  path: '/officers/{id}/invitations',
  summary: 'A link by which an officer sets a password, once, within three days',
  description: 'The link is said in this answer only. Links made before open nothing any more.',
  request: { params: idParam },
  responses: { 201: json(z.object({ link: z.url(), expiresAt: instant }), 'To be handed to the officer') },
});

const signingOut = createRoute({
  method: 'post',
  path: '/officers/{id}/sign-out',
  summary: 'End all sessions of an officer',
  request: { params: idParam },
  responses: { 200: json(countSchema, 'How many were ended') },
});

export function accountRoutes({ desk, auth, config }: Pick<HttpParts, 'desk' | 'auth' | 'config'>) {
  const { db } = desk.database;
  const perOfficer = openSignInLimit(db, 'step-up', 10);

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(account, async (context) => {
      const { sight, email, sessionId } = officerOnly(context.var.reader);
      const sessions = await sessionsOf(db, sight.officerId, systemClock.now());
      return context.json(
        {
          email,
          hasSecondFactor: await hasSecondFactor(db, sight.officerId),
          hasPassword: await hasPassword(db, sight.officerId),
          needsSecondFactor: config.secondFactorFor?.includes(sight.role) === true,
          sessions: sessions.map(({ id, createdAt, expiresAt, ipAddress, userAgent }) => ({
            id,
            createdAt: createdAt.toISOString(),
            expiresAt: expiresAt.toISOString(),
            address: ipAddress === '' ? null : ipAddress,
            browser: userAgent === '' ? null : userAgent,
            isThisOne: id === sessionId,
          })),
        },
        200,
      );
    })
    .openapi(ending, async (context) => {
      const { actor, sight } = officerOnly(context.var.reader);
      const { id: sessionId } = context.req.valid('param');
      await act(desk, actor, (current) => endOwnSession(current, { officerId: sight.officerId, sessionId }));
      return context.body(null, 204);
    })
    .openapi(endingOthers, async (context) => {
      const { actor, sight, sessionId: keepId } = officerOnly(context.var.reader);
      const count = await act(desk, actor, (current) =>
        endOwnOtherSessions(current, { officerId: sight.officerId, keepId }),
      );
      return context.json({ count }, 200);
    })
    .openapi(steppingUp, async (context) => {
      const { actor, sight, sessionId } = officerOnly(context.var.reader);
      const key = String(sight.officerId);
      await perOfficer.take(context, key);
      const { headers } = context.req.raw;
      const isRight = await auth.api
        .verifyPassword({ body: { password: context.req.valid('json').password }, headers })
        .then(
          ({ status }) => status,
          () => false,
        );
      if (!isRight) throw new HttpProblem(422, 'wrongPassword', 'Mật khẩu chưa đúng.');
      await perOfficer.forget(key);
      await act(desk, actor, (current) => stepUp(current, { sessionId, saidAt: systemClock.now() }));
      return context.body(null, 204);
    })
    .openapi(invitation, async (context) => {
      const { id: officerId } = context.req.valid('param');
      const { secret, expiresAt } = await act(desk, context.var.reader.actor, (current) =>
        inviteOfficer(current, { officerId }),
      );
      // Behind the fragment sign it reaches no server's log.
      const link = new URL(`/console/invitation#${secret}`, config.publicUrl).href;
      return context.json({ link, expiresAt: expiresAt.toISOString() }, 201);
    })
    .openapi(signingOut, async (context) => {
      const { id: officerId } = context.req.valid('param');
      const count = await act(desk, context.var.reader.actor, (current) => signOutOfficer(current, { officerId }));
      return context.json({ count }, 200);
    });
}
