import type { Viewer } from './can-see.ts';
import { mayDo } from './permissions.ts';

/**
 * Whether somebody reads how the work of others goes: managers, of their units, and internal control. What each figure
 * counts is still only what that person may see.
 */
export function maySeeFigures(viewer: Pick<Viewer, 'role'> | 'everything'): boolean {
  return viewer === 'everything' || mayDo(viewer, 'seeFigures');
}
