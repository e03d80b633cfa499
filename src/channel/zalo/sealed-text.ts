import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Text that a copy of the database does not give away. */
export interface TextSeal {
  close(text: string, about: string): string;
  /** Null for what was closed with another secret, about something else, or changed since. */
  open(sealed: string, about: string): string | null;
}

const form = 'aes-256-gcm';

/** `purpose` keeps the keys apart that are made of one secret; `about` ties a text to the row it belongs to. */
export function openTextSeal(secret: string, purpose: string): TextSeal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `dong-hanh ${purpose}`, 32));
  return {
    close(text, about) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(form, key, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, about) {
      if (!sealed.startsWith('1.')) return null;
      const bytes = Buffer.from(sealed.slice(2), 'base64url');
      try {
        const decipher = createDecipheriv(form, key, bytes.subarray(0, 12)).setAAD(Buffer.from(about));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
