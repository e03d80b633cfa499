import type { Delivery } from '../port.ts';

/**
 * Tells a flood of the whole account from that of one chat, which Telegram words alike: when a second chat is refused
 * and nothing was taken in between, it is not about the chat. Remembers only the last refusal.
 */
export function openFloodJudge(): (address: string, told: Delivery, isFlood: boolean) => Delivery {
  let refused: string | null = null;
  return (address, told, isFlood) => {
    if (told.status === 'accepted') refused = null;
    if (!isFlood || told.status !== 'tryLater') return told;
    const isWhole = refused !== null && refused !== address;
    refused = address;
    return isWhole ? { ...told, whole: true } : told;
  };
}
