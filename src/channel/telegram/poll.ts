import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, TelegramClient } from './client.ts';
import { receiptOf } from './read.ts';
import { wantedUpdates } from './update.ts';

const longPollSeconds = 30;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

export interface Polling {
  telegram: TelegramClient;
  /** Keeps one update. It counts as ours only once this has resolved. */
  receive: (update: unknown) => Promise<void>;
  signal: AbortSignal;
  /** Told of each failure in one sentence, without the token. */
  onProblem: (problem: string) => void;
  /** Waits between failures; rejects when aborted. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Receives updates by long polling until `signal` aborts, then resolves. An update that could not be kept stops the
 * batch and is asked for again; what was kept but not yet confirmed comes twice after a restart, and the inbox
 * recognises it.
 */
export async function startPolling(polling: Polling): Promise<void> {
  const {
    telegram,
    signal,
    onProblem,
    wait = (milliseconds, by) => delay(milliseconds, undefined, { signal: by }),
  } = polling;
  let offset = 0;
  let failures = 0;
  // Telegram refuses getUpdates while a webhook is set.
  let webhookGone = false;

  while (!signal.aborted) {
    const step = webhookGone ? await takeBatch(polling, offset) : await removeWebhook(telegram, signal);
    if (signal.aborted) return;
    offset = step.offset ?? offset;
    if (step.problem === undefined) {
      if (webhookGone) failures = 0;
      webhookGone = true;
      continue;
    }
    onProblem(step.problem);
    failures += 1;
    // A webhook that somebody set meanwhile is removed again.
    if (step.conflict) webhookGone = false;
    await wait(step.retryAfterMs ?? pauseMs(failures), signal).catch(() => undefined);
  }
}

interface Step {
  offset?: number;
  problem?: string;
  conflict?: boolean;
  retryAfterMs?: number;
}

async function removeWebhook(telegram: TelegramClient, signal: AbortSignal): Promise<Step> {
  const answer = await telegram.call('deleteWebhook', { drop_pending_updates: false }, { signal });
  return answer.kind === 'ok' ? {} : failed('deleteWebhook', answer);
}

async function takeBatch({ telegram, receive, signal }: Polling, from: number): Promise<Step> {
  const answer = await telegram.call(
    'getUpdates',
    { offset: from, timeout: longPollSeconds, limit: 100, allowed_updates: [...wantedUpdates] },
    { signal, withinMs: (longPollSeconds + 15) * 1_000 },
  );
  if (answer.kind !== 'ok') return failed('getUpdates', answer);
  if (!Array.isArray(answer.result))
    return { problem: 'Telegram answered getUpdates with something other than a list.' };

  let offset = from;
  let withoutId = 0;
  for (const update of answer.result) {
    if (signal.aborted) break;
    const receipt = receiptOf(update);
    if (receipt === null) {
      withoutId += 1;
      continue;
    }
    try {
      await receive(update);
    } catch (error) {
      const reason = telegram.scrub(error instanceof Error ? error.message : String(error));
      return { offset, problem: `Update ${receipt.updateId} could not be kept and is asked for again: ${reason}` };
    }
    offset = Number(receipt.updateId) + 1;
  }
  // Such an update cannot be confirmed: asking again at once would give it again at once.
  return withoutId > 0 ? { offset, problem: `Telegram gave ${withoutId} updates without an id.` } : { offset };
}

function failed(method: string, answer: Exclude<Answer, { kind: 'ok' }>): Step {
  if (answer.kind !== 'refused') return { problem: `Telegram did not answer ${method}: ${answer.detail}` };
  return {
    problem: `Telegram refused ${method}: ${answer.code} ${answer.description}`,
    conflict: answer.code === 409,
    ...(answer.retryAfterSeconds === null ? {} : { retryAfterMs: answer.retryAfterSeconds * 1_000 }),
  };
}

// Half fixed and half chance, so that two servers that collide do not go on colliding.
function pauseMs(failures: number): number {
  const whole = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 10));
  return whole / 2 + (Math.random() * whole) / 2;
}
