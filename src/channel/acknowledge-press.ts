import { vi } from '../dialogue/phrases/vi.ts';
import type { Channel, ChannelName, Reading } from './port.ts';

/** Told of each press of a button that we never gave to that chat. */
export type ForgeryListener = (channel: ChannelName) => void;

/**
 * Answers the press of a button, whatever became of it: until then the person's button keeps turning. Call it after the
 * first attempt to handle the delivery, also after one that failed. Never throws and need not be waited for.
 */
export async function acknowledgePress(
  channel: Pick<Channel, 'name' | 'acknowledgeChoice'>,
  reading: Reading,
  onForgery?: ForgeryListener,
): Promise<void> {
  const press = pressIn(reading);
  if (press === null) return;
  if (press.isForged) onForgery?.(channel.name);
  await channel.acknowledgeChoice(press.id, press.isForged ? vi.choiceGoneShort : undefined);
}

function pressIn(reading: Reading): { id: string; isForged: boolean } | null {
  if (reading.kind === 'message') {
    const { content } = reading.message;
    if (content.kind !== 'choice' || content.acknowledge === null) return null;
    return { id: content.acknowledge, isForged: content.isForged === true };
  }
  if (reading.kind !== 'group' && reading.kind !== 'ignored') return null;
  return reading.acknowledge === undefined ? null : { id: reading.acknowledge, isForged: false };
}
