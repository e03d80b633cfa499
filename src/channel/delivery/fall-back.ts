import { mayKnock } from '../../rules/delivery/knock.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import { referenceOf } from '../../store/my-cases.ts';
import { lastKnockedAt, saveLeased } from '../../store/outbox.ts';
import type { Delivery, Part } from '../port.ts';
import { otherChatFor } from './other-chat.ts';
import type { Delivering, Job } from './parts.ts';

export type Refusal = Extract<Delivery, { status: 'refused' }>;

export type Fallback =
  | { kind: 'divert'; to: ConversationRow }
  /** Waits until the person writes. */
  | { kind: 'hold' }
  | { kind: 'fail' };

/**
 * What becomes of a message whose chat cannot carry it: another chat of the same person takes it; or, where only the
 * platform's window is closed, it waits, and the person is told once a day that something waits.
 */
export async function fallBack(parts: Delivering, job: Job, { because }: Refusal): Promise<Fallback> {
  const { row } = job.dispatch;
  if (because === 'rejectedContent') return { kind: 'fail' };
  // A chat that took over and finds its own window closed keeps what it has, or the two would pass it to and fro.
  const mayMove = row.divertedFrom === null || because !== 'windowClosed';
  const { conversation, message } = job.dispatch;
  const to = mayMove ? await otherChatFor(parts, conversation, message.caseId) : null;
  if (to !== null) return { kind: 'divert', to };
  if (because !== 'windowClosed') return { kind: 'fail' };
  await knock(parts, job);
  return { kind: 'hold' };
}

// Noted before the call: somebody told twice is worse than somebody told not at all, who sees the answer anyway as soon
// as they write.
async function knock(parts: Delivering, { channel, dispatch }: Job): Promise<void> {
  const { desk, log, onAnswer } = parts;
  const { db } = desk.database;
  const { row, conversation, message } = dispatch;
  const now = desk.clock.now();
  if (channel.knock === undefined || !mayKnock(await lastKnockedAt(db, conversation.id), now)) return;
  const reference = message.caseId === null ? null : await referenceOf(db, message.caseId);
  const part: Part | null = channel.knock({ reference });
  if (part === null || !(await saveLeased(db, row, { knockedAt: now }))) return;
  const answer = await channel
    .send(conversation.address, part, async () => null)
    .catch((fault: unknown): Delivery => {
      log.error({ err: fault, outboxId: row.id }, 'a person could not be told that something waits');
      return { status: 'unknown', detail: 'Lỗi trong khi gửi' };
    });
  onAnswer?.(channel.name, answer);
  if (answer.status === 'tryLater' || answer.status === 'refused') await saveLeased(db, row, { knockedAt: null });
}
