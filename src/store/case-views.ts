import { and, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { CaseKind } from '../rules/case/words.ts';
import type { ViewedPart } from '../rules/visibility/case-view.ts';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { caseViews } from './schema/case-views.ts';
import { cases } from './schema/cases.ts';
import { files, messages } from './schema/conversations.ts';
import { officers, units } from './schema/organisation.ts';
import { visibleTo } from './visibility.ts';

export type NewCaseView = Omit<typeof caseViews.$inferInsert, 'id'>;

/** Keeps those looks that are the first of their ten minutes and answers them with the kinds of their cases. */
export async function insertCaseViews(tx: Tx, rows: readonly NewCaseView[]) {
  if (rows.length === 0) return [];
  const kept = await tx
    .insert(caseViews)
    .values([...rows])
    .onConflictDoNothing()
    .returning();
  if (kept.length === 0) return [];
  const ids = [...new Set(kept.map(({ caseId }) => caseId))];
  const kinds = await tx.select({ id: cases.id, kind: cases.kind }).from(cases).where(inArray(cases.id, ids));
  const kindOf = new Map(kinds.map(({ id, kind }) => [id, kind]));
  return kept.map((row) => ({ ...row, kind: kindOf.get(row.caseId) ?? 'issue' }));
}

/** The ids of cases by reference, and the cases to which files belong: what a look names, turned into what is kept. */
export async function viewedCases(
  tx: Tx,
  references: readonly string[],
  fileIds: readonly number[],
): Promise<{ byReference: ReadonlyMap<string, number>; byFile: ReadonlyMap<number, number> }> {
  const named =
    references.length === 0
      ? []
      : await tx
          .select({ id: cases.id, reference: cases.reference })
          .from(cases)
          .where(inArray(cases.reference, [...references]));
  const sent =
    fileIds.length === 0
      ? []
      : await tx
          .select({ fileId: files.id, caseId: messages.caseId })
          .from(files)
          .innerJoin(messages, eq(messages.id, files.messageId))
          .where(inArray(files.id, [...fileIds]));
  return {
    byReference: new Map(named.map(({ id, reference }) => [reference, id])),
    byFile: new Map(sent.flatMap(({ fileId, caseId }) => (caseId === null ? [] : [[fileId, caseId]]))),
  };
}

export interface ViewFilter {
  from: Date;
  /** Half-open. */
  until: Date;
  reference?: string | undefined;
  officerId?: number | undefined;
  kind?: CaseKind | undefined;
  part?: ViewedPart | undefined;
}

// Reports and verifications come first wherever looks are listed.
const isProtected = sql<boolean>`${cases.kind} in ('report', 'verification')`;

function conditions(sight: Sight, filter: ViewFilter): SQL | undefined {
  return and(
    visibleTo(sight),
    gte(caseViews.at, filter.from),
    lt(caseViews.at, filter.until),
    filter.reference === undefined ? undefined : eq(cases.reference, filter.reference),
    filter.officerId === undefined ? undefined : eq(caseViews.officerId, filter.officerId),
    filter.kind === undefined ? undefined : eq(cases.kind, filter.kind),
    filter.part === undefined ? undefined : eq(caseViews.part, filter.part),
  );
}

/** Looks at cases that the reader may see, newest first. */
export async function caseViewLog(
  db: Db,
  sight: Sight,
  filter: ViewFilter,
  page: { after: { at: Date; id: number } | null; limit: number },
) {
  const { after, limit } = page;
  const behind =
    after === null
      ? undefined
      : or(lt(caseViews.at, after.at), and(eq(caseViews.at, after.at), lt(caseViews.id, after.id)));
  return db
    .select({
      id: caseViews.id,
      at: caseViews.at,
      part: caseViews.part,
      viewer: caseViews.viewer,
      reference: cases.reference,
      kind: cases.kind,
      officer: { id: officers.id, name: officers.name, title: officers.title },
      unitName: units.shortName,
    })
    .from(caseViews)
    .innerJoin(cases, eq(cases.id, caseViews.caseId))
    .leftJoin(officers, eq(officers.id, caseViews.officerId))
    .leftJoin(units, eq(units.id, officers.unitId))
    .where(and(conditions(sight, filter), behind))
    .orderBy(desc(caseViews.at), desc(caseViews.id))
    .limit(limit);
}

const figures = {
  views: sql<number>`count(*)::int`,
  lastAt: sql<string>`max(${caseViews.at})`,
};

// More cases or people than anybody reads through.
const mostRows = 200;

/** Looks by case, protected kinds first and then what the most people looked at. */
export async function viewsByCase(db: Db, sight: Sight, filter: ViewFilter) {
  return db
    .select({
      reference: cases.reference,
      kind: cases.kind,
      viewers: sql<number>`count(distinct ${caseViews.viewer})::int`,
      ...figures,
    })
    .from(caseViews)
    .innerJoin(cases, eq(cases.id, caseViews.caseId))
    .where(conditions(sight, filter))
    .groupBy(cases.id)
    .orderBy(desc(isProtected), sql`3 desc`, sql`5 desc`, cases.reference)
    .limit(mostRows);
}

/** Looks by who looked: those who opened protected cases first. */
export async function viewsByViewer(db: Db, sight: Sight, filter: ViewFilter) {
  return db
    .select({
      viewer: caseViews.viewer,
      officer: { id: officers.id, name: officers.name, title: officers.title },
      unitName: units.shortName,
      cases: sql<number>`count(distinct ${caseViews.caseId})::int`,
      protectedCases: sql<number>`(count(distinct ${caseViews.caseId}) filter (where ${isProtected}))::int`,
      ...figures,
    })
    .from(caseViews)
    .innerJoin(cases, eq(cases.id, caseViews.caseId))
    .leftJoin(officers, eq(officers.id, caseViews.officerId))
    .leftJoin(units, eq(units.id, officers.unitId))
    .where(conditions(sight, filter))
    .groupBy(caseViews.viewer, officers.id, units.id)
    .orderBy(
      sql`count(distinct ${caseViews.caseId}) filter (where ${isProtected}) desc`,
      sql`max(${caseViews.at}) desc`,
      caseViews.viewer,
    )
    .limit(mostRows);
}
