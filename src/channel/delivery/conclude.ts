import { type Act, act } from '../../desk/act.ts';
import { applyEarlyReceipts } from '../../desk/conversations/apply-early-news.ts';
import { moveChat } from '../../desk/conversations/move-chat.ts';
import { settleArrived, settleNotArrived } from '../../desk/conversations/settle-delivery.ts';
import { doubtChecksAllowed, nextDoubtCheckAt } from '../../rules/delivery/doubt.ts';
import { fileProblem, withFileProblems } from '../../rules/delivery/file-problems.ts';
import { nextTryAt } from '../../rules/delivery/next-try.ts';
import { spacingMilliseconds } from '../../rules/delivery/spacing.ts';
import { silenceAccount } from '../../store/channel-accounts.ts';
import { lockedInteractionAt, moveMessage, pauseChat } from '../../store/chat-standing.ts';
import { findConversation, saveConversation } from '../../store/conversations.ts';
import { noteChange } from '../../store/live.ts';
import { addPart } from '../../store/message-parts.ts';
import { setProviderMessageId } from '../../store/messages.ts';
import { type Dispatch, divert, saveLeased, saveProven } from '../../store/outbox.ts';
import { freeSlot } from '../../store/sending-slots.ts';
import type { Channel, Delivery } from '../port.ts';
import type { Fallback, Refusal } from './fall-back.ts';
import { type Delivering, type Job, leasedSince } from './parts.ts';
import type { Attempt } from './send-part.ts';

/** Notes what became of one try and what follows from it, in one transaction. */
export async function conclude(
  { desk, random = Math.random }: Delivering,
  job: Job,
  attempt: Attempt,
  fallback: Fallback | null,
): Promise<void> {
  await act(desk, { kind: 'channel', name: job.channel.name }, async (current) => {
    // The chat before the message: whoever receives locks them in this order.
    await keepToLimits(current, job, attempt);
    await note(current, job, attempt, fallback, random());
    await freeSlotOf(current, job, attempt);
  });
}

async function keepToLimits(
  { tx }: Act,
  { channel, dispatch }: Job,
  { wasCalled, answeredAt }: Attempt,
): Promise<void> {
  if (channel.pace === null || !wasCalled) return;
  const { id, isGroup } = dispatch.conversation;
  const pause = spacingMilliseconds(isGroup ? channel.pace.group : channel.pace.chat);
  await pauseChat(tx, id, new Date(answeredAt.getTime() + pause));
}

// Counted from the answer: the platform counted the message at some moment before it.
async function freeSlotOf({ tx }: Act, { channel, slot }: Job, { wasCalled, answeredAt }: Attempt): Promise<void> {
  if (slot === null || channel.pace === null) return;
  const { perMilliseconds } = channel.pace.account;
  const period = wasCalled ? spacingMilliseconds({ messages: 1, perMilliseconds }) : 0;
  await freeSlot(
    tx,
    { channel: channel.name, account: channel.account },
    slot,
    new Date(answeredAt.getTime() + period),
  );
}

async function note(
  current: Act,
  job: Job,
  attempt: Attempt,
  fallback: Fallback | null,
  random: number,
): Promise<void> {
  const { channel, dispatch } = job;
  const { delivery, file, isOnly } = attempt;
  switch (delivery.status) {
    case 'accepted':
      return noteAccepted(current, dispatch, attempt, delivery.providerMessageId);
    case 'moved':
      return noteMoved(current, dispatch, delivery, random);
    case 'tryLater':
      return noteTryLater(current, job, attempt, delivery, random);
    case 'unknown':
      return channel.resending === 'harmless'
        ? noteTryLater(current, job, attempt, { ...delivery, status: 'tryLater', afterSeconds: 0 }, random)
        : noteDoubt(current, channel, dispatch, delivery.detail);
    case 'refused':
      if (file !== null && !isOnly && delivery.because === 'rejectedContent')
        return skipFile(current, dispatch, attempt, delivery.detail);
      return noteRefused(current, dispatch, delivery, fallback ?? { kind: 'fail' });
  }
}

/** A part has arrived, by the platform's answer or by proof afterwards. */
export async function noteAccepted(
  current: Act,
  { row, message }: Dispatch,
  { isLast, isOnly }: Pick<Attempt, 'isLast' | 'isOnly'>,
  providerMessageId: string | null,
): Promise<void> {
  const { tx, at } = current;
  const problem = withFileProblems(row.problem, null);
  const noted = await saveProven(tx, row, {
    ...(isLast ? { state: 'sent', sentAt: at } : { state: 'queued', dueAt: at }),
    partsSent: row.partsSent + 1,
    leasedUntil: null,
    problem,
  });
  if (!noted) return;
  if (providerMessageId !== null) {
    await setProviderMessageId(tx, message.id, providerMessageId);
    if (!isOnly) await addPart(tx, message.id, { id: providerMessageId, caption: '' });
  }
  if (!isLast) return;
  await settleArrived(current, { ...message, conversationId: row.conversationId });
  if (providerMessageId !== null) await applyEarlyReceipts(current, row.conversationId, providerMessageId);
}

/** A file that the platform will not have: the words have arrived, and what comes after it still goes out. */
async function skipFile(current: Act, dispatch: Dispatch, attempt: Attempt, because: string): Promise<void> {
  const { row, message } = dispatch;
  const { tx, at } = current;
  const problem = withFileProblems(row.problem, fileProblem(attempt.file?.name ?? '', because));
  const didArrive = message.providerMessageId !== null;
  const end = didArrive ? { state: 'sent' as const, sentAt: at } : { state: 'failed' as const, dueAt: at };
  const noted = await saveLeased(tx, row, {
    ...(attempt.isLast ? end : { state: 'queued', dueAt: at }),
    partsSent: row.partsSent + 1,
    leasedUntil: null,
    problem,
  });
  if (!noted || !attempt.isLast) return;
  const said = { ...message, conversationId: row.conversationId };
  if (didArrive) await settleArrived(current, said);
  else await settleNotArrived(current, said, problem ?? because);
}

async function noteTryLater(
  current: Act,
  { channel, dispatch }: Job,
  attempt: Attempt,
  { afterSeconds, detail, whole }: Extract<Delivery, { status: 'tryLater' }>,
  random: number,
): Promise<void> {
  const { row, message } = dispatch;
  const { tx, at: now } = current;
  if (whole === true) {
    const until = new Date(now.getTime() + afterSeconds * 1000);
    await silenceAccount(tx, { channel: channel.name, account: channel.account }, until, now);
  }
  const dueAt = nextTryAt({ failuresBefore: row.attempts, saidAt: message.at, now, afterSeconds, random });
  if (dueAt === null) {
    if (attempt.file !== null && !attempt.isOnly) return skipFile(current, dispatch, attempt, detail);
    return noteRefused(current, dispatch, { because: 'rejectedContent', detail }, { kind: 'fail' });
  }
  const attempts = row.attempts + 1;
  const problem = withFileProblems(row.problem, detail);
  await saveLeased(tx, row, { state: 'queued', leasedUntil: null, attempts, dueAt, problem });
}

/** The call went out and no answer came. The platform is asked, where it can be; else a person decides at once. */
export async function noteDoubt(
  current: Act,
  channel: Channel | undefined,
  dispatch: Dispatch,
  detail: string,
): Promise<void> {
  const { row, message } = dispatch;
  const canBeAsked = channel?.hasArrived !== undefined;
  const noted = await saveLeased(current.tx, row, {
    state: 'unknown',
    leasedUntil: null,
    attempts: row.attempts + 1,
    doubtedAt: leasedSince(dispatch) ?? current.at,
    doubtChecks: canBeAsked ? 0 : doubtChecksAllowed,
    dueAt: (canBeAsked ? nextDoubtCheckAt(0, current.at) : null) ?? current.at,
    problem: withFileProblems(row.problem, detail),
  });
  if (!noted) return;
  const said = { ...message, conversationId: row.conversationId };
  if (!canBeAsked) return settleNotArrived(current, said, detail);
  const { conversationId, caseId } = said;
  await noteChange(current.tx, { topic: 'conversation', conversationId, caseId, at: current.at });
  current.wakes.add('live');
}

async function noteMoved(
  current: Act,
  { row, message, conversation }: Dispatch,
  { to, detail }: Extract<Delivery, { status: 'moved' }>,
  random: number,
): Promise<void> {
  const { tx, at: now } = current;
  const there = await findConversation(tx, { ...conversation, address: to });
  await moveChat(current, conversation, to);
  const dueAt = nextTryAt({ failuresBefore: row.attempts, saidAt: message.at, now, afterSeconds: 0, random });
  if (dueAt === null)
    return noteRefused(
      current,
      { row, message, conversation, files: [] },
      { because: 'rejectedContent', detail },
      { kind: 'fail' },
    );
  const conversationId = there?.id ?? row.conversationId;
  const change = { state: 'queued' as const, leasedUntil: null, attempts: row.attempts + 1, dueAt, conversationId };
  if ((await saveLeased(tx, row, change)) && there !== null) await moveMessage(tx, message.id, conversationId);
}

async function noteRefused(
  current: Act,
  { row, message, conversation }: Dispatch,
  { because, detail }: Pick<Refusal, 'because' | 'detail'>,
  fallback: Fallback,
): Promise<void> {
  const { tx, at } = current;
  const said = { ...message, conversationId: row.conversationId };
  const problem = withFileProblems(row.problem, detail);
  const end = { leasedUntil: null, attempts: row.attempts + 1, dueAt: at, problem };
  // A chat that does not exist is left alone like one whose person has blocked us, until the person writes.
  if (because === 'blockedByPerson' || because === 'unknownRecipient')
    await saveConversation(tx, conversation.id, { blockedAt: at });

  if (fallback.kind === 'divert') {
    if (!(await divert(tx, row, { to: fallback.to.id, at }))) return;
    for (const conversationId of [row.conversationId, fallback.to.id])
      await noteChange(tx, { topic: 'conversation', conversationId, caseId: message.caseId, at });
    current.wakes.add('live').add('outbox');
    return;
  }
  if (fallback.kind === 'hold') {
    const interactionAt = await lockedInteractionAt(tx, conversation.id);
    const hasWritten = interactionAt?.getTime() !== conversation.lastInteractionAt?.getTime();
    if (hasWritten) await saveLeased(tx, row, { ...end, state: 'queued' });
    else if (await saveLeased(tx, row, { ...end, state: 'held' })) await settleNotArrived(current, said, detail);
    return;
  }
  if (await saveLeased(tx, row, { ...end, state: 'failed' })) await settleNotArrived(current, said, detail);
}
