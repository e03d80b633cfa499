import { NotPermitted } from '../../errors.ts';
import { mayDoIn } from '../../rules/visibility/permissions.ts';
import type { Act } from '../act.ts';
import { viewerOf } from '../visibility.ts';

/**
 * Lets those go on who keep the canned replies of a unit: its managers and those above, and administrators. Those of
 * everybody (null) are for administrators and keys alone.
 */
export async function requireKeeper({ tx, by }: Act, unitId: number | null): Promise<void> {
  if (by.kind === 'apiKey') return;
  const viewer = by.kind === 'officer' ? await viewerOf(tx, by.officerId) : null;
  if (viewer === null || !mayDoIn(viewer, 'keepCannedReplies', unitId === null ? [] : [unitId]))
    throw new NotPermitted('sửa mẫu trả lời này');
}
