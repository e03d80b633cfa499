import { NotPermitted } from '../../errors.ts';
import { maySeeFigures } from '../../rules/visibility/may-see-figures.ts';
import { timerLateness, undelivered } from '../../store/accuracy-figures.ts';
import { lastVerification } from '../../store/audit-status.ts';
import type { Sight } from '../../store/case-lists.ts';
import type { Db } from '../../store/database.ts';

/** How far the figures can be trusted: whether the timer was late, what was not delivered, whether the ledgers hold. */
export interface Accuracy {
  days: number;
  lateness: { fired: number; p50Seconds: number | null; p99Seconds: number | null };
  undelivered: { channel: string; failed: number; unknown: number; held: number }[];
  /** The last verification of all ledgers; null before the first. */
  ledgers: { verifiedAt: string; breaks: number } | null;
}

const days = 7;

export async function accuracy(db: Db, sight: Sight, now: Date): Promise<Accuracy> {
  if (!maySeeFigures(sight)) throw new NotPermitted('xem độ tin cậy của số liệu');
  const since = new Date(now.getTime() - days * 86_400_000);
  const [lateness, channels, verified] = await Promise.all([
    timerLateness(db, sight, since),
    undelivered(db, sight, since),
    lastVerification(db),
  ]);
  return {
    days,
    lateness,
    undelivered: channels,
    // How much there is in them is not told: a reader would see what is kept from them grow.
    ledgers: verified === null ? null : { verifiedAt: verified.at.toISOString(), breaks: breaksIn(verified.detail) },
  };
}

function breaksIn(detail: Readonly<Record<string, unknown>>): number {
  return typeof detail.breaks === 'number' ? detail.breaks : 0;
}
