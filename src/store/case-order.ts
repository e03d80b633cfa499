import { and, asc, desc, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { cases } from './schema/cases.ts';

/** By what a list of cases can stand: next due, longest waiting, newest activity, urgency and level, opening. */
export const caseSorts = ['due', 'waiting', 'activity', 'urgency', 'opened'] as const;
export type CaseSort = (typeof caseSorts)[number];

export interface CaseOrder {
  sort: CaseSort;
  isDescending: boolean;
}

/** Where a page ended: the next one begins right after. The key is what the list is sorted by, in milliseconds if a time. */
export interface PageEnd {
  key: number | null;
  id: number;
}

export const dueNext: CaseOrder = { sort: 'due', isDescending: false };

// Spelled as in the indexes. An urgent case stands before every level that is not.
const keys: Record<CaseSort, SQL> = {
  due: sql`${cases.nextDueAt}`,
  waiting: sql`${cases.waitingSince}`,
  activity: sql`${cases.lastActivityAt}`,
  urgency: sql`(case when ${cases.urgent} then 10 else 0 end + ${cases.level})`,
  opened: sql`${cases.openedAt}`,
};

type Sorted = Pick<typeof cases.$inferSelect, 'id' | 'nextDueAt' | 'waitingSince' | 'lastActivityAt' | 'openedAt'> &
  Pick<typeof cases.$inferSelect, 'urgent' | 'level'>;

/** Where a page ends whose last case is this one. */
export function endOfPage(row: Sorted, { sort }: CaseOrder): PageEnd {
  const key = {
    due: row.nextDueAt?.getTime() ?? null,
    waiting: row.waitingSince?.getTime() ?? null,
    activity: row.lastActivityAt.getTime(),
    urgency: (row.urgent ? 10 : 0) + row.level,
    opened: row.openedAt.getTime(),
  }[sort];
  return { key, id: row.id };
}

export function orderBy({ sort, isDescending }: CaseOrder): SQL[] {
  const key = keys[sort];
  // Without a time it stands last either way; what is never absent is spelled as its index runs backwards.
  const last = hasGaps(sort) ? sql`nulls last` : sql``;
  return isDescending ? [sql`${key} desc ${last}`, desc(cases.id)] : [sql`${key} asc`, asc(cases.id)];
}

interface Part {
  where: SQL | undefined;
  orderBy: SQL[];
}

/**
 * The rest of the list after `end`, as the parts to be read one after the other: first those that have the key, then those
 * without. Each is one walk along its index.
 */
export function partsAfter(end: PageEnd | null, order: CaseOrder): Part[] {
  const { sort, isDescending } = order;
  const key = keys[sort];
  const direction = isDescending ? desc : asc;
  const further = isDescending ? sql`<` : sql`>`;
  const keyed: Part = {
    where: and(
      hasGaps(sort) ? isNotNull(key) : undefined,
      end === null || end.key === null
        ? undefined
        : sql`(${key}, ${cases.id}) ${further} (${asKey(end.key, sort)}, ${end.id})`,
    ),
    orderBy: [direction(key), direction(cases.id)],
  };
  if (!hasGaps(sort)) return [keyed];
  const isPast = end !== null && end.key === null;
  const without: Part = {
    where: and(isNull(key), isPast ? sql`${cases.id} ${further} ${end.id}` : undefined),
    orderBy: [direction(cases.id)],
  };
  return isPast ? [without] : [keyed, without];
}

/** Whether some cases have nothing to be sorted by. */
function hasGaps(sort: CaseSort): boolean {
  return sort === 'due' || sort === 'waiting';
}

function asKey(key: number, sort: CaseSort): SQL {
  return sort === 'urgency' ? sql`${key}::int` : sql`${new Date(key).toISOString()}::timestamptz`;
}
