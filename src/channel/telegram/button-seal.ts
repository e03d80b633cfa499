import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Telegram carries 64 bytes under a button; the seal and the sign before it take eleven. */
export const longestValueBytes = 53;

const sealCharacters = 10;

/**
 * Seals what a button carries for one chat, because a program that speaks Telegram's own protocol may press buttons that
 * were never shown to it. The key comes from the bot's token: every process has it, and a new token voids every button.
 */
export interface ButtonSeal {
  seal(address: string, value: string): string;
  /** The value; null when it was not sealed by this bot for this chat. */
  open(address: string, sealed: string): string | null;
}

export function openButtonSeal(token: string): ButtonSeal {
  const key = Buffer.from(hkdfSync('sha256', token, '', 'buttons under messages', 32));
  const markOf = (address: string, value: string) =>
    createHmac('sha256', key).update(`${address}\n${value}`).digest('base64url').slice(0, sealCharacters);

  return {
    seal: (address, value) => `${value}~${markOf(address, value)}`,
    open(address, sealed) {
      const at = sealed.lastIndexOf('~');
      if (at < 0) return null;
      const value = sealed.slice(0, at);
      const expected = Buffer.from(markOf(address, value));
      const given = Buffer.from(sealed.slice(at + 1));
      return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
    },
  };
}
