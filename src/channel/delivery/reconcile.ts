import { act } from '../../desk/act.ts';
import { settleNotArrived } from '../../desk/conversations/settle-delivery.ts';
import { doubtChecksAllowed, nextDoubtCheckAt } from '../../rules/delivery/doubt.ts';
import { changeDoubted, doubtsDue, leasesEnded } from '../../store/doubts.ts';
import { namesOfSaid } from '../../store/message-parts.ts';
import { type Dispatch, dispatches, saveLeased } from '../../store/outbox.ts';
import type { ArrivalProof } from '../port.ts';
import { noteAccepted, noteDoubt } from './conclude.ts';
import { channelOf, type Delivering } from './parts.ts';
import { rendered } from './rendered.ts';

const atATime = 50;
// More than a platform shows of a conversation.
const othersLookedAt = 50;

/**
 * Takes messages back from senders that died between the call and its answer. They may have arrived: what can be shown
 * twice without harm is sent again, of the others the platform is asked. `underWay` are calls of this process, which a
 * clock pushed forward must not make us doubt. Returns how many were taken.
 */
export async function takeBackExpired(parts: Delivering, underWay: ReadonlySet<number>): Promise<number> {
  const { desk, channels } = parts;
  const ids = await leasesEnded(desk.database.db, desk.clock.now(), atATime);
  const expired = await dispatches(
    desk.database.db,
    ids.filter((id) => !underWay.has(id)),
  );
  for (const dispatch of expired) {
    const channel = channelOf(channels, dispatch.conversation);
    await act(desk, { kind: 'channel', name: dispatch.conversation.channel }, async (current) => {
      if (channel?.resending === 'harmless') {
        await saveLeased(current.tx, dispatch.row, { state: 'queued', leasedUntil: null, dueAt: current.at });
      } else {
        await noteDoubt(current, channel, dispatch, 'Tiến trình dừng giữa lúc đang gửi');
      }
    });
  }
  return expired.length;
}

/** Asks the platforms about messages in doubt whose time has come. Returns about how many. */
export async function askAboutDoubts({ desk, channels, log }: Delivering): Promise<number> {
  const { db } = desk.database;
  const due = await dispatches(db, await doubtsDue(db, desk.clock.now(), atATime));
  let asked = 0;
  for (const dispatch of due) {
    const { row, conversation } = dispatch;
    const now = desk.clock.now();
    const checks = row.doubtChecks + 1;
    // Another process may be asking already.
    const change = { doubtChecks: checks, dueAt: nextDoubtCheckAt(checks, now) ?? now };
    if (!(await changeDoubted(db, row, change))) continue;
    asked += 1;
    const channel = channelOf(channels, conversation);
    const { parts } = channel === undefined ? { parts: [] } : rendered(channel, dispatch);
    const part = parts[row.partsSent];
    const others = await namesOfSaid(db, conversation.id, othersLookedAt);
    const arrived =
      channel?.hasArrived === undefined || part === undefined
        ? null
        : await channel.hasArrived(conversation.address, part, row.doubtedAt ?? now, others).catch((fault: unknown) => {
            log.warn({ err: fault, outboxId: row.id }, 'the platform could not be asked about a message in doubt');
            return null;
          });
    await settle(dispatch, arrived, checks, parts.length);
  }
  return asked;

  async function settle(
    dispatch: Dispatch,
    arrived: ArrivalProof | false | null,
    checks: number,
    count: number,
  ): Promise<void> {
    const { row, message, conversation } = dispatch;
    await act(desk, { kind: 'channel', name: conversation.channel }, async (current) => {
      if (arrived !== null && arrived !== false) {
        const attempt = { isLast: row.partsSent + 1 >= count, isOnly: count === 1 };
        await noteAccepted(current, dispatch, attempt, arrived.providerMessageId);
      } else if (arrived === false) {
        const again = { state: 'queued' as const, dueAt: current.at, doubtedAt: null, doubtChecks: 0 };
        await changeDoubted(current.tx, { id: row.id, doubtChecks: checks }, again);
      } else if (checks >= doubtChecksAllowed) {
        const said = { ...message, conversationId: row.conversationId };
        await settleNotArrived(current, said, row.problem ?? 'Không rõ đã tới chưa');
      }
      current.wakes.add('outbox');
    });
  }
}
