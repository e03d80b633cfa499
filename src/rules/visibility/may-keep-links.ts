import type { Viewer } from './can-see.ts';
import { mayDo, mayDoIn } from './permissions.ts';

/**
 * Whether an officer decides who speaks for an enterprise, and sees what proves it: administrators; the leader of the
 * department; heads of a unit that has to do with the enterprise. `unitIds` are those units, none where none is known.
 */
export function mayKeepLinks(viewer: Viewer, unitIds: ReadonlySet<number>): boolean {
  return mayDoIn(viewer, 'keepLinks', unitIds);
}

/** Whether an officer decides such things for some enterprises at least. */
export function isLinkKeeper(viewer: Pick<Viewer, 'role'>): boolean {
  return mayDo(viewer, 'keepLinks');
}
