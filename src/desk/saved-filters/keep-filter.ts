import { NotFound, NotPermitted } from '../../errors.ts';
import type { Viewer } from '../../rules/visibility/can-see.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import { officerById } from '../../store/organisation.ts';
import { deleteSavedFilter, insertSavedFilter, savedFilterById } from '../../store/saved-filters.ts';
import type { SavedFilter } from '../../store/schema/desk-tools.ts';
import type { Act } from '../act.ts';

/** Keeps a view of the inbox under a name. Managers may share theirs with the unit. */
export async function keepFilter(
  current: Act,
  viewer: Viewer,
  { name, filter, isShared }: { name: string; filter: SavedFilter; isShared: boolean },
): Promise<number> {
  const { officerId: ownerId } = viewer;
  if (isShared && !mayDo(viewer, 'leadUnit')) throw new NotPermitted('chia sẻ bộ lọc cho đơn vị');
  const unitId = isShared ? ((await officerById(current.tx, ownerId))?.unitId ?? null) : null;
  return insertSavedFilter(current.tx, { name, filter, ownerId, unitId, createdAt: current.at });
}

/** Removes one's own filter; a shared one also by a manager who answers for its unit. */
export async function removeFilter(current: Act, viewer: Viewer, id: number): Promise<void> {
  const row = await savedFilterById(current.tx, id);
  if (row === null || !mayRemove(viewer, row)) throw new NotFound('bộ lọc');
  await deleteSavedFilter(current.tx, id);
}

export function mayRemove(viewer: Viewer, row: { ownerId: number; unitId: number | null }): boolean {
  if (row.ownerId === viewer.officerId) return true;
  return row.unitId !== null && mayDo(viewer, 'leadUnit') && viewer.unitIds.has(row.unitId);
}
