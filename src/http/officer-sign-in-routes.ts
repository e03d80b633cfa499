import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { systemClock } from '../clock.ts';
import { revokeInvitation } from '../desk/access/invitations.ts';
import { act } from '../desk/act.ts';
import { officerSignIns } from '../store/officer-sign-ins.ts';
import { administratorOnly } from './administrator-only.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { iso } from './case-views.ts';
import { idParam, instant } from './organisation-schemas.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json } from './view-schemas.ts';

const signInSchema = z
  .object({
    officerId: z.number(),
    hasPassword: z.boolean(),
    /** The agency's directory knows the officer. */
    isBound: z.boolean(),
    hasSecondFactor: z.boolean(),
    sessions: z.number(),
    /** Until when an unused invitation opens; null where there is none. */
    invitedUntil: instant.nullable(),
  })
  .openapi('OfficerSignIn');
export type OfficerSignInView = z.infer<typeof signInSchema>;

const list = createRoute({
  method: 'get',
  path: '/officer-sign-ins',
  summary: 'How each officer who works here gets in: invited, by a password, by the directory',
  responses: { 200: json(z.array(signInSchema), 'By officer') },
});

const revocation = createRoute({
  method: 'delete',
  path: '/officers/{id}/invitations',
  summary: 'Take an unused invitation back',
  request: { params: idParam },
  responses: { 204: { description: 'Its link opens nothing any more' } },
});

/** For administrators: who has a way in, who was invited, and who may be no longer. */
export function officerSignInRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      administratorOnly(context.var.reader, 'xem cách đăng nhập của công chức');
      const rows = await officerSignIns(db, { at: desk.clock.now(), machineAt: systemClock.now() });
      return context.json(
        rows.map(({ invitedUntil, ...row }) => ({ ...row, invitedUntil: iso(invitedUntil) })),
        200,
      );
    })
    .openapi(revocation, async (context) => {
      const { id: officerId } = context.req.valid('param');
      await act(desk, context.var.reader.actor, (current) => revokeInvitation(current, { officerId }));
      return context.body(null, 204);
    });
}
