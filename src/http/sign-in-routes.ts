import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import type { HttpParts } from './api-env.ts';
import { HttpProblem } from './problems.ts';
import { openLimit } from './webchat-limits.ts';

const quarterHourSeconds = 900;

/** better-auth under /api/auth, with a brake in front of the password. */
export function signInRoutes({ auth }: Pick<HttpParts, 'auth'>): Hono {
  const perAccount = openLimit(10, quarterHourSeconds);
  // A whole office may stand behind one address.
  const perAddress = openLimit(200, quarterHourSeconds);

  return new Hono()
    .post('/api/auth/sign-in/email', async (context, next) => {
      const body: unknown = await context.req.raw
        .clone()
        .json()
        .catch(() => null);
      const email = typeof body === 'object' && body !== null && 'email' in body ? String(body.email) : '';
      const address = addressOf(context);
      const waitSeconds = Math.max(
        await perAccount(`${address} ${email.trim().toLowerCase()}`),
        await perAddress(address),
      );
      if (waitSeconds > 0) {
        context.header('retry-after', String(waitSeconds));
        throw new HttpProblem(429, 'tooMany', `Đăng nhập sai nhiều lần. Vui lòng thử lại sau ${waitSeconds} giây.`);
      }
      await next();
    })
    .on(['GET', 'POST'], '/api/auth/*', async (context) => asProblem(await auth.handler(context.req.raw)));
}

// Where there is no socket, as in a test without a port, everybody is one.
function addressOf(context: Context): string {
  return context.env?.incoming === undefined ? 'local' : (getConnInfo(context).remote.address ?? 'unknown');
}

/** better-auth has a shape of its own for refusals; the pages know one shape. */
async function asProblem(answer: Response): Promise<Response> {
  if (answer.status < 400 || answer.status >= 500) return answer;
  const body: unknown = await answer.json().catch(() => null);
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  if (code === 'INVALID_EMAIL_OR_PASSWORD') throw new HttpProblem(401, 'wrongSignIn', 'Email hoặc mật khẩu chưa đúng.');
  const status = answer.status === 401 || answer.status === 403 || answer.status === 404 ? answer.status : 400;
  throw new HttpProblem(status, 'signInRefused', 'Không đăng nhập được. (The sign-in was refused.)');
}
