import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { buildIndex, type SearchIndex } from '../knowledge/search/build-index.ts';
import type { Db, Tx } from './database.ts';
import { appendixVersions } from './schema/library.ts';

/** Which stored version a document of the index is, and when it applies. */
export interface IndexedVersion {
  id: number;
  code: string;
  validFrom: string;
  validUntil: string | null;
}

export interface LibraryIndex {
  index: SearchIndex;
  /** In the order of the index's documents. */
  versions: readonly IndexedVersion[];
}

// What people ask as of is mostly today; a few more sets serve those who ask as of the day they signed.
const mostSets = 6;
const sets = new Map<string, Promise<SearchIndex>>();

/**
 * What applies on a local day, ready to be looked up in. Kept in memory by the set of versions: what a published version
 * says never changes, so a set is read once, and one that a publication has replaced is simply no longer asked for.
 */
export async function libraryOn(tx: Tx | Db, day: string): Promise<LibraryIndex> {
  const rows = await tx
    .select({
      id: appendixVersions.id,
      code: appendixVersions.code,
      validFrom: appendixVersions.validFrom,
      validUntil: appendixVersions.validUntil,
      // Tells apart versions of different databases in one process, without reading the documents.
      print: sql<string>`concat_ws(' ', source_sha256, revision, published_at, pg_column_size(document))`,
    })
    .from(appendixVersions)
    .where(
      and(
        eq(appendixVersions.state, 'published'),
        lte(appendixVersions.validFrom, day),
        or(isNull(appendixVersions.validUntil), gt(appendixVersions.validUntil, day)),
      ),
    )
    .orderBy(asc(appendixVersions.code));
  const key = rows.map(({ id, code, print }) => `${id} ${code} ${print}`).join('\n');
  const versions = rows.map(({ print: _print, ...version }) => version);
  return { index: await indexOf(tx, key, versions), versions };
}

function indexOf(tx: Tx | Db, key: string, versions: readonly IndexedVersion[]): Promise<SearchIndex> {
  const kept = sets.get(key) ?? build(tx, versions);
  sets.delete(key);
  sets.set(key, kept);
  // A reading that failed is not kept.
  kept.catch(() => sets.delete(key));
  const [oldest] = sets.keys();
  if (sets.size > mostSets && oldest !== undefined) sets.delete(oldest);
  return kept;
}

async function build(tx: Tx | Db, versions: readonly IndexedVersion[]): Promise<SearchIndex> {
  const ids = versions.map(({ id }) => id);
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select({ document: appendixVersions.document })
          .from(appendixVersions)
          .where(inArray(appendixVersions.id, ids))
          .orderBy(asc(appendixVersions.code));
  return buildIndex(rows.map(({ document }) => document));
}
