import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { HttpParts } from './api-env.ts';
import { addressOf } from './client-address.ts';
import { HttpProblem } from './problems.ts';
import { requireSameOrigin } from './same-origin.ts';
import { openSignInLimit } from './sign-in-limits.ts';

/** Only an address of ours may follow the sign-in. */
const departure = z.strictObject({
  from: z
    .string()
    .max(2000)
    .regex(/^\/console\//u)
    .default('/console/'),
});

/** The way to the agency's directory and back. Without one configured, nobody is offered it. */
export function directoryRoutes({ desk, config, directory = null }: Pick<HttpParts, 'desk' | 'config' | 'directory'>) {
  const perAddress = openSignInLimit(desk.database.db, 'directory', 200);

  return new Hono()
    .get('/api/auth/directory', (context) =>
      context.json({ label: directory?.label ?? null }, 200, { 'cache-control': 'no-store' }),
    )
    .post('/api/auth/directory', async (context) => {
      requireSameOrigin(context.req.raw, config.publicUrl);
      if (directory === null) throw new HttpProblem(404, 'noDirectory', 'Chưa nối với hệ thống tài khoản nào.');
      const address = addressOf(context);
      await perAddress.take(context, address);
      const body: unknown = await context.req.raw.json().catch(() => undefined);
      const begun = await directory.begin(context.req.raw, { ...departure.parse(body), address });
      if (begun === null)
        throw new HttpProblem(
          503,
          'directoryDown',
          `Hệ thống ${directory.label} chưa trả lời. Anh/chị thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.`,
        );
      return answer(context, begun.headers, () => context.json({ url: begun.url }));
    })
    .get('/api/auth/callback/directory', async (context) => {
      if (directory === null) return context.redirect('/console/sign-in');
      const address = addressOf(context);
      const { headers, outcome } = await directory.finish(context.req.raw, address);
      if (outcome.is !== 'refused') await perAddress.giveBack(address);
      return answer(context, headers, () => context.redirect(pageFor(outcome)));
    });
}

function pageFor(outcome: Awaited<ReturnType<NonNullable<HttpParts['directory']>['finish']>>['outcome']): string {
  if (outcome.is === 'in') return outcome.to;
  if (outcome.is === 'refused') return `/console/sign-in?refused=${outcome.because}`;
  return `/console/sign-in?${new URLSearchParams({ step: 'code', from: outcome.to })}`;
}

function answer(context: Context, headers: Headers, make: () => Response): Response {
  context.header('cache-control', 'no-store');
  for (const cookie of headers.getSetCookie()) context.header('set-cookie', cookie, { append: true });
  return make();
}
