import { Problem, problemOf } from './problem.ts';

/** What the pages ask outside /api/v1: the sign-in of better-auth and the demonstration's helpers. */

/** Whether that was all, or a code is asked for besides. */
export async function signIn(email: string, password: string): Promise<'in' | 'secondStep'> {
  const answer = await post<{ twoFactorRedirect?: boolean }>('/api/auth/sign-in/email', { email, password });
  return answer.twoFactorRedirect === true ? 'secondStep' : 'in';
}

/** Having no session any more is as good as having ended it. */
export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {}).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
  });
}

export interface DemoSignIn {
  name: string;
  title: string;
  email: string;
  password: string;
  why: string;
}

/** Nobody outside the demonstration, where the address does not exist. */
export async function listDemoSignIns(): Promise<DemoSignIn[]> {
  const response = await fetch('/demo/sign-ins', { headers: { Accept: 'application/json' } });
  return response.ok ? response.json() : [];
}

export type ClockMove = { advanceMinutes: number } | { advanceWorkingMinutes: number };

export async function moveDemoClock(move: ClockMove): Promise<void> {
  await post('/demo/clock', move);
}

/** Sends what Hono's client does not know of; the caller says what the server answers. */
export async function post<Answer = unknown>(path: string, body: object): Promise<Answer> {
  const response = await send(path, body);
  return response.json();
}

/** For what is answered with nothing. */
export async function send(path: string, body: object): Promise<Response> {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw await problemOf(response);
  return response;
}
