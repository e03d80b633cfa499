import { Problem, problemOf } from './problem.ts';

/** What the pages ask outside /api/v1: the sign-in of better-auth and the demonstration's helpers. */

export function signIn(email: string, password: string): Promise<void> {
  return post('/api/auth/sign-in/email', { email, password });
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

export function moveDemoClock(move: ClockMove): Promise<void> {
  return post('/demo/clock', move);
}

async function post(path: string, body: object): Promise<void> {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw await problemOf(response);
}
