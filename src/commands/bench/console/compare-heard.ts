import type { Desk } from '../../../desk/act.ts';
import { viewerOf } from '../../../desk/visibility.ts';
import { canSee } from '../../../rules/visibility/can-see.ts';
import { visibilityFacts } from '../../../store/case-details.ts';
import type { OpenConsole } from './open-consoles.ts';

interface Verdict {
  /** Changes that a console should have heard of and did not. */
  lost: number;
  /** Events of cases that the person may not know of. */
  leaked: number;
  /** So many pairs of a change and a console were due. */
  due: number;
}

/**
 * Holds what each console heard against the rows that were written: every one after `sinceId` that the person may know of,
 * under its own number or a later one of the same thing, or by being told that anything may have changed; and nothing of any
 * other case.
 */
export async function compareHeard(desk: Desk, consoles: readonly OpenConsole[], sinceId: number): Promise<Verdict> {
  const { db, sql } = desk.database;
  const rows = await sql<{ id: number; topic: string; case_id: number; officer_id: number | null }[]>`
    select id::int as id, topic, case_id::int as case_id, officer_id::int as officer_id from live_changes
    where id > ${sinceId} and case_id is not null order by id`;
  const facts = await visibilityFacts(db, [...new Set(rows.map((row) => row.case_id))]);
  const factsOf = new Map([...facts.values()].map((each) => [each.reference, each]));
  const verdict: Verdict = { lost: 0, leaked: 0, due: 0 };
  for (const { person, heard } of consoles) {
    const viewer = await viewerOf(db, person.officerId);
    if (viewer === null) throw new Error('An officer is gone');
    const newest = new Map<string, number>();
    for (const { topic, reference, id } of heard) {
      newest.set(`${topic} ${reference}`, Math.max(id, newest.get(`${topic} ${reference}`) ?? 0));
      const of = reference === null ? undefined : factsOf.get(reference);
      if (of !== undefined && !canSee(viewer, of)) verdict.leaked += 1;
    }
    const toldEverything = Math.max(0, newest.get('case null') ?? 0);
    for (const row of rows) {
      const of = facts.get(row.case_id);
      if (of === undefined || !canSee(viewer, of)) continue;
      if (row.topic === 'alert' && row.officer_id !== person.officerId) continue;
      verdict.due += 1;
      const heardOf = Math.max(toldEverything, newest.get(`${row.topic} ${of.reference}`) ?? 0);
      if (heardOf < row.id) verdict.lost += 1;
    }
  }
  return verdict;
}
