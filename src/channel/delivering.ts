import { type Loop, startLoop } from '../loop.ts';
import { spreadBacklog } from '../store/backlog.ts';
import { dispatches } from '../store/outbox.ts';
import { nextMoments, prepareSlots, type SendingAccount, takeReady } from '../store/sending-slots.ts';
import { conclude } from './delivery/conclude.ts';
import { fallBack } from './delivery/fall-back.ts';
import { channelOf, type Delivering, type Job, leases } from './delivery/parts.ts';
import { postponeUnserved } from './delivery/postpone-unserved.ts';
import { askAboutDoubts, takeBackExpired } from './delivery/reconcile.ts';
import { sendPart } from './delivery/send-part.ts';

// Calls under way at once in this process. Most of them wait for a platform.
const mostUnderWay = 64;
const longestIdleMilliseconds = 1000;
// Slots become free one by one, some milliseconds apart: taken together they cost one statement.
const shortestIdleMilliseconds = 5;
// Something is ready, and another process has it in hand.
const takenIdleMilliseconds = 25;
// Messages are read and put into form while the limit's last milliseconds run, so that none of them is lost to the
// database: with this the bench gets 97 % of Telegram's limit instead of 93 % on a busy machine.
const leadMilliseconds = 40;
const tidyEveryMilliseconds = 60_000;

/**
 * Sends what waits in the outbox: in order within each conversation, within each platform's limits across all processes.
 * A call that hangs holds up its own conversation and nothing else.
 */
export function startDelivering(parts: Delivering): Loop {
  const { desk, log } = parts;
  const underWay = new Map<number, Promise<void>>();
  const prepared = new Set<string>();
  let tidyAt = 0;

  async function pass(): Promise<'more' | { nextInMilliseconds: number }> {
    const { db } = desk.database;
    const now = desk.clock.now();
    const accounts = accountsOf(parts, mostUnderWay - underWay.size);
    await prepare(accounts, prepared, parts);
    if (now.getTime() >= tidyAt) {
      tidyAt = now.getTime() + tidyEveryMilliseconds;
      await postponeUnserved(parts);
      for (const account of accounts) await spreadBacklog(db, account, now);
    }
    const jobs = await take(parts, accounts, leadMilliseconds);
    for (const job of jobs) launch(job);

    const { sendAt, leaseEndsAt, doubtAt } = await nextMoments(db, accounts);
    const isPast = (at: Date | null) => at !== null && at <= desk.clock.now();
    const found =
      (isPast(leaseEndsAt) ? await takeBackExpired(parts, new Set(underWay.keys())) : 0) +
      (isPast(doubtAt) ? await askAboutDoubts(parts) : 0);
    if (found > 0) return 'more';
    // With all hands full there is nothing to do before one is free, which wakes the loop.
    if (underWay.size >= mostUnderWay) return { nextInMilliseconds: longestIdleMilliseconds };
    const takeAt = sendAt === null ? null : new Date(sendAt.getTime() - leadMilliseconds);
    const waits = [takeAt, doubtAt]
      .filter((at) => at !== null)
      .map((at) => at.getTime() - desk.clock.now().getTime())
      .map((wait) => Math.max(wait, wait > 0 || jobs.length > 0 ? shortestIdleMilliseconds : takenIdleMilliseconds));
    return { nextInMilliseconds: Math.min(longestIdleMilliseconds, ...waits) };
  }

  function launch(job: Job): void {
    const { id } = job.dispatch.row;
    const sending = deliver(parts, job)
      .catch((fault: unknown) => log.error({ err: fault, outboxId: id }, 'what became of a message could not be noted'))
      .finally(() => {
        underWay.delete(id);
        loop.wake();
      });
    underWay.set(id, sending);
  }

  const loop = startLoop({
    pass,
    onFault: (fault) => log.error({ err: fault }, 'the outbox could not be worked through'),
  });
  desk.announcements.on('outbox', loop.wake);
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await Promise.all(underWay.values());
    },
  };
}

/** One look at everything that may go out now, to its end. Returns how many messages were in hand. */
export async function deliverPass(parts: Delivering): Promise<number> {
  const accounts = accountsOf(parts, mostUnderWay);
  await prepare(accounts, new Set(), parts);
  const jobs = await take(parts, accounts, 0);
  await Promise.all(jobs.map((job) => deliver(parts, job)));
  const underWay = new Set<number>();
  return jobs.length + (await takeBackExpired(parts, underWay)) + (await askAboutDoubts(parts));
}

function accountsOf({ channels }: Delivering, room: number): SendingAccount[] {
  return channels.map(({ name, account, pace }) => ({ channel: name, account, limit: pace?.account ?? null, room }));
}

async function prepare(
  accounts: readonly SendingAccount[],
  prepared: Set<string>,
  { desk }: Delivering,
): Promise<void> {
  for (const account of accounts) {
    const key = `${account.channel} ${account.account}`;
    if (prepared.has(key)) continue;
    await prepareSlots(desk.database.db, account, desk.clock.now());
    prepared.add(key);
  }
}

async function take({ desk, channels }: Delivering, accounts: readonly SendingAccount[], lead: number): Promise<Job[]> {
  const { db } = desk.database;
  const now = desk.clock.now();
  const allowedBy = new Date(now.getTime() + lead);
  const taken = new Map(
    (await takeReady(db, accounts, { now, allowedBy, ...leases(now) })).map((each) => [each.outboxId, each]),
  );
  return (await dispatches(db, [...taken.keys()])).flatMap((dispatch) => {
    const channel = channelOf(channels, dispatch.conversation);
    const { slot = null, startAt = null } = taken.get(dispatch.row.id) ?? {};
    return channel === undefined ? [] : [{ channel, dispatch, slot, startAt }];
  });
}

async function deliver(parts: Delivering, job: Job): Promise<void> {
  await untilAllowed(parts, job);
  const attempt = await sendPart(parts, job);
  // What the platform answered is known here and nowhere else: a database that is away for a moment must not lose it.
  await persistently(async () => {
    const { delivery } = attempt;
    const fallback = delivery.status === 'refused' ? await fallBack(parts, job, delivery) : null;
    await conclude(parts, job, attempt, fallback);
  });
}

async function untilAllowed({ desk }: Delivering, { startAt }: Job): Promise<void> {
  const wait = startAt === null ? 0 : startAt.getTime() - desk.clock.now().getTime();
  // A timer may ring a fraction of a millisecond before the clock shows its time.
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait + 1));
}

const pausesMilliseconds = [100, 1000, 5000];

async function persistently(deed: () => Promise<void>): Promise<void> {
  for (const pause of pausesMilliseconds) {
    const isDone = await deed().then(
      () => true,
      () => false,
    );
    if (isDone) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await deed();
}
