import { NotPermitted } from '../../errors.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import type { Act } from '../act.ts';
import { viewerOf } from '../visibility.ts';

/** Who looks after delivery as a whole: administrators, and programs with a key. Throws for everybody else. */
export async function looksAfterDelivery({ tx, by }: Act, deed: string): Promise<void> {
  if (by.kind === 'apiKey') return;
  const viewer = by.kind === 'officer' ? await viewerOf(tx, by.officerId) : null;
  if (viewer === null || !mayDo(viewer, 'lookAfterDelivery')) throw new NotPermitted(deed);
}
