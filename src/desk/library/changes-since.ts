import { compareVersions, type PartChange } from '../../knowledge/compare.ts';
import type { AppendixDocument } from '../../knowledge/document.ts';
import type { Db, Tx } from '../../store/database.ts';
import { type AppendixVersionRow, versionsInForce } from '../../store/library.ts';

export interface AppendixChange {
  code: string;
  title: string;
  /** The versions in force on the two days; null where the appendix did not apply. */
  before: AppendixVersionRow | null;
  after: AppendixVersionRow | null;
  changes: readonly PartChange[];
}

/**
 * What customs promises on `until` otherwise than on `since`, appendix by appendix; those that say the same are left out.
 * For an agreement `since` is the day on which it was signed.
 */
export async function changesBetween(
  tx: Tx | Db,
  { since, until }: { since: string; until: string },
): Promise<readonly AppendixChange[]> {
  const [earlier, later] = [await versionsInForce(tx, since), await versionsInForce(tx, until)];
  const codes = [...new Set([...earlier, ...later].map(({ code }) => code))].toSorted();
  return codes.flatMap((code) => {
    const before = earlier.find((row) => row.code === code) ?? null;
    const after = later.find((row) => row.code === code) ?? null;
    if (before?.id === after?.id) return [];
    const changes = compareVersions(documentOf(before, code), documentOf(after, code));
    const title = (after ?? before)?.document.title ?? '';
    return changes.length === 0 && before !== null && after !== null ? [] : [{ code, title, before, after, changes }];
  });
}

function documentOf(row: AppendixVersionRow | null, code: string): Pick<AppendixDocument, 'code' | 'articles'> {
  return row?.document ?? { code, articles: [] };
}
