import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * What a query button carries. It comes back as text that anybody can type, so it is sealed for the person it was
 * shown to: a value that somebody made up, or copied from another person, does not open.
 */
export interface ChoiceSeal {
  /** What the button carries for this person. */
  close(userId: string, value: string): string;
  /** The value, `forged` for a seal that is not ours for this person, null for any other text. */
  open(userId: string, text: string): { value: string } | 'forged' | null;
}

const prefix = '#dh:';
// 72 bits: nobody tries that many texts through a chat.
const macLength = 12;
const sealed = new RegExp(`^${prefix}([!-~]{1,64})~([\\w-]{${macLength}})$`);

export function openChoiceSeal(appSecret: string): ChoiceSeal {
  const key = Buffer.from(hkdfSync('sha256', appSecret, '', 'dong-hanh zalo choices', 32));
  const macOf = (userId: string, value: string) =>
    createHmac('sha256', key).update(`${userId}\n${value}`).digest('base64url').slice(0, macLength);
  return {
    close: (userId, value) => `${prefix}${value}~${macOf(userId, value)}`,
    open(userId, text) {
      const [, value, mac] = sealed.exec(text) ?? [];
      if (value === undefined || mac === undefined) return null;
      return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(userId, value))) ? { value } : 'forged';
    },
  };
}
