import { setTimeout as delay } from 'node:timers/promises';
import type { BotClient } from 'zalo-api-client';
import { updateBody } from './update-body.ts';

// An update is used up once it is handed over, so a poll in flight is never broken off: this is how long stopping takes.
const usualPollSeconds = 8;
const firstPauseMilliseconds = 1000;
const longestPauseMilliseconds = 60_000;

export interface Polling {
  client: BotClient;
  /** Keeps one update. It is tried again until it resolves, because the platform gives no update twice. */
  receive: (body: unknown) => Promise<void>;
  signal: AbortSignal;
  /** Told of each failure in one sentence, without the token. */
  onProblem: (problem: string) => void;
  pollSeconds?: number;
  /** Waits between failures; rejects when aborted. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Receives updates one by one until `signal` aborts; then ends after the poll in hand. The next update is asked for only
 * once the last one is kept.
 */
export async function pollZaloBot(polling: Polling): Promise<void> {
  const { client, signal, onProblem, pollSeconds = usualPollSeconds } = polling;
  const wait = polling.wait ?? ((milliseconds, by) => delay(milliseconds, undefined, { signal: by }));
  let failures = 0;
  // Zalo refuses getUpdates while a webhook is set.
  let isWebhookGone = false;

  while (!signal.aborted) {
    const answer = isWebhookGone
      ? await client.getUpdates({ timeoutSeconds: pollSeconds })
      : await client.deleteWebhook();
    if (!answer.ok) {
      failures += 1;
      onProblem(`The Zalo bot could not be asked for updates: ${answer.error.message}`);
      // A webhook that somebody set meanwhile is removed again.
      if (answer.error.code === 400) isWebhookGone = false;
      await wait(pauseMilliseconds(failures), signal).catch(() => undefined);
      continue;
    }
    failures = 0;
    if (isWebhookGone && answer.value !== undefined && 'kind' in answer.value)
      await keep(polling, updateBody(answer.value), wait);
    isWebhookGone = true;
  }
}

async function keep(
  { receive, onProblem, signal }: Polling,
  body: unknown,
  wait: NonNullable<Polling['wait']>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await receive(body);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      onProblem(`An update of the Zalo bot could not be kept yet and is held in memory: ${reason}`);
      if (signal.aborted && attempt > 3) throw error;
      await wait(pauseMilliseconds(attempt), signal).catch(() => undefined);
    }
  }
}

// Half fixed and half chance, so that two servers that collide do not go on colliding.
function pauseMilliseconds(failures: number): number {
  const whole = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** Math.min(failures - 1, 10));
  return whole / 2 + (Math.random() * whole) / 2;
}
