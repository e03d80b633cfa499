import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { HttpParts } from './api-env.ts';
import { HttpProblem } from './problems.ts';

const quarterHourSeconds = 900;

/** better-auth under /api/auth, with a brake in front of the password: wrong ones are counted in this process. */
export function signInRoutes({ auth }: Pick<HttpParts, 'auth'>): Hono {
  const perAccount = new RateLimiterMemory({ points: 10, duration: quarterHourSeconds });
  // A whole office may stand behind one address.
  const perAddress = new RateLimiterMemory({ points: 200, duration: quarterHourSeconds });

  return new Hono()
    .post('/api/auth/sign-in/email', async (context) => {
      const address = addressOf(context);
      const account = `${address} ${await emailIn(context)}`;
      // Taken before the password is looked at, so that attempts made at once count too; given back to the right one.
      await take(context, perAddress, address);
      await take(context, perAccount, account);
      const answer = await auth.handler(context.req.raw);
      if (answer.ok) {
        await perAddress.reward(address);
        await perAccount.delete(account);
      }
      return asProblem(answer);
    })
    .on(['GET', 'POST'], '/api/auth/*', async (context) => asProblem(await auth.handler(context.req.raw)));
}

async function take(context: Context, limiter: RateLimiterMemory, key: string): Promise<void> {
  const refusal: unknown = await limiter.consume(key).then(
    () => null,
    (refused: unknown) => refused,
  );
  if (refusal === null) return;
  if (!(refusal instanceof RateLimiterRes)) throw refusal;
  const waitSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  context.header('retry-after', String(waitSeconds));
  const minutes = Math.ceil(waitSeconds / 60);
  throw new HttpProblem(429, 'tooMany', `Đăng nhập sai nhiều lần. Vui lòng thử lại sau ${minutes} phút.`);
}

async function emailIn(context: Context): Promise<string> {
  const body: unknown = await context.req.raw
    .clone()
    .json()
    .catch(() => null);
  const email = typeof body === 'object' && body !== null && 'email' in body ? String(body.email) : '';
  return email.trim().toLowerCase();
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
