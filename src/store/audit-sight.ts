import { sql } from 'drizzle-orm';
import type { Break } from '../rules/audit/breaks.ts';
import { hiddenPrefixes } from '../rules/case/reference-prefixes.ts';
import type { Sight } from './case-lists.ts';
import type { Db } from './database.ts';

export interface SeenBreaks {
  seen: { broken: Break; isNamed: boolean }[];
  /** How many of ledgers of which the reader must not hear. */
  hidden: number;
}

/**
 * The breaks as far as the reader may know of their ledgers: none of a case that the reader is kept away from, also where
 * that case is gone and only its rows are left; and those of other matters about conduct without saying of which.
 */
export async function seenBreaks(db: Db, sight: Sight, breaks: readonly Break[]): Promise<SeenBreaks> {
  if (sight === 'everything') return { seen: breaks.map((broken) => ({ broken, isNamed: true })), hidden: 0 };
  const names = [...new Set(breaks.flatMap(({ ledger }) => (ledger.startsWith('case/') ? [ledger.slice(5)] : [])))];
  const rows =
    names.length === 0
      ? []
      : await db.execute<{ name: string; isKeptAway: boolean; isConduct: boolean | null }>(sql`
          select n.name,
            exists (select 1 from case_exclusions x where x.case_id = c.id and x.officer_id = ${sight.officerId})
              or coalesce(bool_or(e.type = 'exclusionAdded' and e.detail->>'officerId' = ${String(sight.officerId)}), false)
              as "isKeptAway",
            bool_or(e.type = 'opened' and e.detail->>'kind' in ('report', 'verification')) as "isConduct"
          from jsonb_array_elements_text(${JSON.stringify(names)}::text::jsonb) as n (name)
          left join cases c on c.reference = n.name
          left join case_events e on c.id is null
            and e.case_id = case when n.name like '#%' then substr(n.name, 2)::bigint end
          group by n.name, c.id`);
  const found = new Map(rows.map((row) => [row.name, row]));
  const seen = breaks.flatMap((broken) => {
    const name = broken.ledger.startsWith('case/') ? broken.ledger.slice(5) : null;
    const about = name === null ? undefined : found.get(name);
    if (about?.isKeptAway === true) return [];
    const isConduct = about?.isConduct === true || hiddenPrefixes.some((prefix) => name?.startsWith(`${prefix}-`));
    return [{ broken, isNamed: !isConduct }];
  });
  return { seen, hidden: breaks.length - seen.length };
}
