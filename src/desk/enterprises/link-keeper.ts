import { NotFound, NotPermitted } from '../../errors.ts';
import type { Actor } from '../../rules/case/words.ts';
import type { Viewer } from '../../rules/visibility/can-see.ts';
import { isLinkKeeper, mayKeepLinks } from '../../rules/visibility/may-keep-links.ts';
import type { Db, Tx } from '../../store/database.ts';
import { unitsOfEnterprises } from '../../store/enterprise-units.ts';
import { viewerOf } from '../visibility.ts';

/** Who decides about links; an API key acts for the office. */
export type LinkKeeper = Viewer | 'everything';

/** The one who acts, or only asks. */
type Asking = { tx: Tx | Db; by: Actor };

/** The one who acts, if they decide who speaks for enterprises, some of them at least. */
export async function linkKeeper({ tx, by }: Asking, doing: string): Promise<LinkKeeper> {
  if (by.kind === 'apiKey') return 'everything';
  const viewer = by.kind === 'officer' ? await viewerOf(tx, by.officerId) : null;
  if (viewer === null || !isLinkKeeper(viewer)) throw new NotPermitted(doing);
  return viewer;
}

/** Those of the enterprises about whose people this officer decides. */
export async function keptBy(tx: Tx | Db, keeper: LinkKeeper, enterpriseIds: readonly number[]): Promise<Set<number>> {
  if (keeper === 'everything') return new Set(enterpriseIds);
  const units = await unitsOfEnterprises(tx, enterpriseIds);
  return new Set(enterpriseIds.filter((id) => mayKeepLinks(keeper, units.get(id) ?? new Set())));
}

/** Lets the one who acts go on with this enterprise. For anybody else `what` they asked for is not there. */
export async function asKeeperOf(
  current: Asking,
  enterpriseId: number,
  doing: string,
  what = 'doanh nghiệp này',
): Promise<void> {
  const keeper = await linkKeeper(current, doing);
  if (!(await keptBy(current.tx, keeper, [enterpriseId])).has(enterpriseId)) throw new NotFound(what);
}
