import type { Desk } from '../../desk/act.ts';
import type { Logger } from '../../log.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import type { Dispatch } from '../../store/outbox.ts';
import type { Channel, ChannelName, Delivery } from '../port.ts';

export interface Delivering {
  desk: Desk;
  channels: readonly Channel[];
  log: Logger;
  /** Where the files that go out are; without it none can be opened. */
  filesDirectory?: string;
  /** From 0 up to 1; the process's own unless a test chooses. */
  random?: () => number;
  /** Hears of every answer a platform gave this process, for the figures. */
  onAnswer?: (channel: ChannelName, answer: Delivery) => void;
}

/** A message that this process holds the lease of. */
export interface Job {
  channel: Channel;
  dispatch: Dispatch;
  slot: number | null;
  /** The limits allow it from then on. */
  startAt: Date | null;
}

export function channelOf(
  channels: readonly Channel[],
  conversation: Pick<ConversationRow, 'channel' | 'account'>,
): Channel | undefined {
  return channels.find(({ name, account }) => name === conversation.channel && account === conversation.account);
}

const leaseMilliseconds = 60_000;
const filesLeaseMilliseconds = 300_000;

/** Until when the others leave a message alone whose sending begins now. Longer than any call waits for its answer. */
export function leases(now: Date): { leasedUntil: Date; filesLeasedUntil: Date } {
  return {
    leasedUntil: new Date(now.getTime() + leaseMilliseconds),
    filesLeasedUntil: new Date(now.getTime() + filesLeaseMilliseconds),
  };
}

/** When the sending of a leased message began. */
export function leasedSince({ row, files }: Dispatch): Date | null {
  const length = files.length > 0 ? filesLeaseMilliseconds : leaseMilliseconds;
  return row.leasedUntil === null ? null : new Date(row.leasedUntil.getTime() - length);
}
