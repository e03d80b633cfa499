import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { acceptInvitation } from '../desk/access/invitations.ts';
import { act } from '../desk/act.ts';
import type { HttpParts } from './api-env.ts';
import { clientAddressHeader, leastPasswordLength } from './auth.ts';
import { addressOf } from './client-address.ts';
import { directoryRoutes } from './oidc-routes.ts';
import { answerNotFound, HttpProblem } from './problems.ts';
import { requireSameOrigin } from './same-origin.ts';
import { openSignInLimit } from './sign-in-limits.ts';

// What else better-auth would answer (to register, to change one's name, to read one's own token) nobody needs.
const open = new Set([
  'sign-in/email',
  'sign-out',
  'change-password',
  'two-factor/enable',
  'two-factor/disable',
  'two-factor/verify-totp',
  'two-factor/verify-backup-code',
  'two-factor/generate-backup-codes',
]);

const acceptance = z.strictObject({
  secret: z.string().min(1).max(100),
  password: z.string().min(leastPasswordLength).max(128),
});

/** better-auth under /api/auth, with a brake in front of the password, and the link by which an officer sets one. */
export function signInRoutes(parts: Pick<HttpParts, 'auth' | 'desk' | 'config' | 'directory'>): Hono {
  const { auth, desk, config } = parts;
  const { db } = desk.database;
  const perAccount = openSignInLimit(db, 'account', 10);
  // A whole office may stand behind one address.
  const perAddress = openSignInLimit(db, 'address', 200);

  return new Hono()
    .route('/', directoryRoutes(parts))
    .post('/api/auth/sign-in/email', async (context) => {
      const address = addressOf(context);
      const account = `${address} ${await emailIn(context)}`;
      // Taken before the password is looked at, so that attempts made at once count too; given back to the right one.
      await perAddress.take(context, address);
      await perAccount.take(context, account);
      const answer = await auth.handler(withAddress(context));
      if (answer.ok) {
        await perAddress.giveBack(address);
        await perAccount.forget(account);
      }
      return asProblem(answer);
    })
    .post('/api/auth/invitation', async (context) => {
      requireSameOrigin(context.req.raw, config.publicUrl);
      const address = addressOf(context);
      await perAddress.take(context, address);
      const body: unknown = await context.req.raw.json().catch(() => undefined);
      const { secret, password } = acceptance.parse(body);
      const passwordHash = await hashPassword(password);
      const by = { kind: 'schedule', name: 'invitation' } as const;
      const email = await act(desk, by, (current) =>
        acceptInvitation(current, { secret, passwordHash, userId: randomUUID() }),
      );
      await perAddress.giveBack(address);
      return context.json({ email });
    })
    .post('/api/auth/*', async (context) => {
      if (!open.has(context.req.path.slice('/api/auth/'.length))) return answerNotFound(context);
      return asProblem(await auth.handler(withAddress(context)));
    })
    .all('/api/auth/*', answerNotFound);
}

/** The request with the address it really came from, which a sender cannot choose. */
function withAddress(context: Context): Request {
  const headers = new Headers(context.req.raw.headers);
  headers.set(clientAddressHeader, addressOf(context));
  return new Request(context.req.raw, { headers });
}

async function emailIn(context: Context): Promise<string> {
  const body: unknown = await context.req.raw
    .clone()
    .json()
    .catch(() => null);
  const email = typeof body === 'object' && body !== null && 'email' in body ? String(body.email) : '';
  return email.trim().toLowerCase();
}

const refusals: Record<string, readonly [status: 401 | 409 | 422 | 429, code: string, detail: string]> = {
  INVALID_EMAIL_OR_PASSWORD: [401, 'wrongSignIn', 'Email hoặc mật khẩu chưa đúng.'],
  INVALID_PASSWORD: [422, 'wrongPassword', 'Mật khẩu chưa đúng.'],
  INVALID_CODE: [422, 'wrongCode', 'Mã chưa đúng. Anh/chị nhập mã đang hiện trong ứng dụng.'],
  INVALID_BACKUP_CODE: [422, 'wrongCode', 'Mã khôi phục chưa đúng hoặc đã dùng.'],
  INVALID_TWO_FACTOR_COOKIE: [422, 'signInAgain', 'Đã quá lâu kể từ khi nhập mật khẩu. Anh/chị đăng nhập lại.'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [429, 'tooMany', 'Nhập sai nhiều lần. Anh/chị đăng nhập lại từ đầu.'],
  ACCOUNT_TEMPORARILY_LOCKED: [429, 'tooMany', 'Nhập sai nhiều lần. Vui lòng thử lại sau 15 phút.'],
  TOTP_ALREADY_ENABLED: [409, 'alreadyOn', 'Xác thực hai bước đã được bật.'],
  PASSWORD_TOO_SHORT: [422, 'tooShort', `Mật khẩu cần ít nhất ${leastPasswordLength} ký tự.`],
};

/** better-auth has a shape of its own for refusals; the pages know one shape. */
async function asProblem(answer: Response): Promise<Response> {
  if (answer.status < 400 || answer.status >= 500) return answer;
  const body: unknown = await answer.json().catch(() => null);
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  const refusal = refusals[code];
  if (refusal !== undefined) throw new HttpProblem(...refusal);
  const status = answer.status === 401 || answer.status === 403 || answer.status === 404 ? answer.status : 400;
  throw new HttpProblem(status, 'signInRefused', 'Không đăng nhập được. (The sign-in was refused.)');
}
