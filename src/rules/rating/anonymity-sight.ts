import type { Viewer } from '../visibility/can-see.ts';
import { mayDo, mayDoEverywhere, mayDoIn } from '../visibility/permissions.ts';

/**
 * How somebody reads figures: `exact` with every day and any period, or `published` as they came out in cells. Whoever is
 * recorded on a rated declaration, of whatever rank, reads what came out: a figure that moves today would tell them who
 * rated today.
 */
export type FigureSight = 'exact' | 'published';

export function figureSight(viewer: Viewer | 'everything', isRecorded: boolean): FigureSight {
  if (viewer === 'everything') return 'exact';
  return mayDoEverywhere(viewer, 'readExactRatings') && !isRecorded ? 'exact' : 'published';
}

/** Whose figures one may read by name, besides one's own: managers those of the units below, the department's leader all. */
export function mayReadOfficer(viewer: Viewer | 'everything', officer: { id: number; unitId: number }): boolean {
  if (viewer === 'everything' || viewer.officerId === officer.id) return true;
  return mayDoIn(viewer, 'readRatingsByName', [officer.unitId]);
}

/** Flags are for internal control, and never for whoever a flag is about. */
export function mayReadFlags(viewer: Pick<Viewer, 'role'>): boolean {
  return mayDo(viewer, 'readRatingFlags');
}
