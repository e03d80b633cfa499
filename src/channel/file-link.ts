import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** Addresses under which one file can be fetched by whoever holds them, for some days. */
export interface FileLinks {
  /** Null where we have no address that a telephone could open. */
  linkTo(fileId: number): string | null;
  /** The file that a token of such an address names; null for one that is over or not ours. */
  fileOf(token: string): number | null;
}

const validMilliseconds = 7 * 86_400_000;

export function openFileLinks({
  secret,
  publicUrl,
  clock,
}: {
  secret: string;
  publicUrl: string;
  clock: Clock;
}): FileLinks {
  const macOf = (claim: string) => createHmac('sha256', secret).update(`file link ${claim}`).digest('base64url');
  return {
    linkTo(fileId) {
      if (!publicUrl.startsWith('https://')) return null;
      const claim = `${fileId}.${Math.floor((clock.now().getTime() + validMilliseconds) / 1000)}`;
      return `${publicUrl}/tep/${claim}.${macOf(claim)}`;
    },
    fileOf(token) {
      const [, claim = '', fileId = '', until = '', mac = ''] =
        /^((\d{1,15})\.(\d{1,12}))\.([\w-]{43})$/.exec(token) ?? [];
      if (claim === '' || !timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(claim)))) return null;
      return clock.now().getTime() < Number(until) * 1000 ? Number(fileId) : null;
    },
  };
}
