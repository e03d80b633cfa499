import { Conflict, NotFound, NotPermitted } from '../../../errors.ts';
import { mayReadFlags } from '../../../rules/rating/anonymity-sight.ts';
import { appendLedger } from '../../../store/ledger.ts';
import { flagFor, type RatingFlag, settleFlag } from '../../../store/rating-flags.ts';
import type { Act } from '../../act.ts';
import { viewerOf } from '../../visibility.ts';

/** Internal control says that something was arranged; what follows from it is decided elsewhere, and no figure changes. */
export async function confirmFlag(current: Act, input: { flagId: number; note: string }): Promise<void> {
  await decide(current, 'confirmed', input);
}

/** Internal control says that there is nothing to it. It is not raised again. */
export async function dismissFlag(current: Act, input: { flagId: number; note: string }): Promise<void> {
  await decide(current, 'dismissed', input);
}

async function decide(
  current: Act,
  state: Exclude<RatingFlag['state'], 'open'>,
  { flagId, note }: { flagId: number; note: string },
): Promise<void> {
  const { tx, at, by } = current;
  const viewer = by.kind === 'officer' ? await viewerOf(tx, by.officerId) : null;
  if (viewer === null || !mayReadFlags(viewer)) throw new NotPermitted('quyết định về dấu hiệu bất thường');
  const flag = await flagFor(tx, flagId, viewer.officerId);
  if (flag === null) throw new NotFound('dấu hiệu bất thường này');
  if (flag.state !== 'open') throw new Conflict('alreadyDecided', 'Dấu hiệu này đã có người kết luận.');
  await settleFlag(tx, flagId, { state, decidedBy: viewer.officerId, decidedAt: at, note });
  const type = state === 'confirmed' ? 'flagConfirmed' : 'flagDismissed';
  await appendLedger(tx, 'ratings', [{ type, detail: { flagId } }], by, at);
}
