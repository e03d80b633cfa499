import { and, asc, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ChannelName } from '../channel/port.ts';
import type { CaseKind, CaseState } from '../rules/case/words.ts';
import type { Viewer } from '../rules/visibility/can-see.ts';
import { type CaseOrder, dueNext, orderBy, type PageEnd, partsAfter } from './case-order.ts';
import { chosenCases, firstOf } from './chosen-cases.ts';
import type { Db, Tx } from './database.ts';
import { type FigureFilter, figureConditions } from './figure-filter.ts';
import { saysAll } from './folded-search.ts';
import { findWorkingSet, remember, workingSetOf } from './in-transaction.ts';
import { hasLabel, labelsOnCase } from './labels-on-cases.ts';
import { cases, clocks } from './schema/cases.ts';
import { conversations, messages } from './schema/conversations.ts';
import { enterprises } from './schema/enterprises.ts';
import { officers, units } from './schema/organisation.ts';
import { visibleTo } from './visibility.ts';

/** Who asks: an officer, or a program that acts for the whole office. */
export type Sight = Viewer | 'everything';

export interface CaseFilter extends FigureFilter {
  box: 'mine' | 'unassigned' | 'all';
  /** Absent: what is neither closed nor merged. */
  state?: CaseState | 'any' | undefined;
  kind?: CaseKind | undefined;
  overdue?: boolean | undefined;
  urgent?: boolean | undefined;
  channel?: ChannelName | undefined;
  q?: string | undefined;
  /** Id of a label that is on the case. */
  label?: number | undefined;
}

const assigneeUnits = alias(units, 'assignee_units');

/**
 * One page, by what is due next unless it is asked for in another order. The reader of the page meets no case twice and
 * misses none that stays where it is.
 */
export async function caseCards(
  db: Db | Tx,
  sight: Sight,
  filter: CaseFilter,
  page: { after: PageEnd | null; limit: number; now: Date; order?: CaseOrder },
) {
  const order = page.order ?? dueNext;
  const { q, ...rest } = filter;
  const where = and(visibleTo(sight), ...conditionsOf(sight, rest, page.now));
  const parts = partsAfter(page.after, order).map((part) => ({ ...part, where: and(where, part.where) }));
  // The page is chosen before anything is joined to it: the last message of 60,000 cases is not looked up for fifty.
  if (q === undefined)
    return cardsWhere(db, and(sql`${cases.id} in (${firstOf(parts, page.limit)})`, visibleTo(sight)), order);
  const ids: number[] = [];
  for (const part of parts) {
    if (ids.length === page.limit) break;
    ids.push(...(await chosenCases(db, { ...part, q, limit: page.limit - ids.length })));
  }
  if (ids.length === 0) return [];
  return cardsWhere(db, and(inArray(cases.id, ids), visibleTo(sight)), order);
}

/** The case as its card, or null where the reader may not know of it. */
export async function caseCard(db: Db | Tx, sight: Sight, reference: string) {
  const [card] = await cardsWhere(db, and(eq(cases.reference, reference), visibleTo(sight)));
  return card ?? null;
}

export type CaseCardRow = Awaited<ReturnType<typeof cardsWhere>>[number];

function cardsWhere(db: Db | Tx, where: SQL | undefined, order: CaseOrder = dueNext) {
  const last = db
    .select({ author: messages.author, text: messages.text, at: messages.at })
    .from(messages)
    .where(and(eq(messages.caseId, cases.id), eq(messages.isNote, false)))
    .orderBy(desc(messages.id))
    .limit(1)
    .as('last_message');
  return db
    .select({
      row: cases,
      enterprise: { name: enterprises.name, taxCode: enterprises.taxCode },
      assignee: { id: officers.id, name: officers.name, title: officers.title, role: officers.role },
      assigneeUnitName: assigneeUnits.name,
      unitName: units.name,
      channel: conversations.channel,
      labels: labelsOnCase,
      lastMessage: { author: last.author, text: last.text, at: last.at },
    })
    .from(cases)
    .innerJoin(units, eq(units.id, cases.unitId))
    .leftJoin(enterprises, eq(enterprises.id, cases.enterpriseId))
    .leftJoin(officers, eq(officers.id, cases.assigneeId))
    .leftJoin(assigneeUnits, eq(assigneeUnits.id, officers.unitId))
    .leftJoin(conversations, eq(conversations.id, cases.conversationId))
    .leftJoinLateral(last, sql`true`)
    .where(where)
    .orderBy(...orderBy(order));
}

/** The clocks of these cases that still run or stand. */
export async function openClocks(db: Db | Tx, caseIds: readonly number[]) {
  if (caseIds.length === 0) return [];
  const known = recallOpenClocks(db, caseIds);
  if (known !== null) return known;
  return remember(db, `open clocks ${caseIds.join()}`, ['clocks'], () =>
    db
      .select()
      .from(clocks)
      .where(and(inArray(clocks.caseId, [...caseIds]), isNull(clocks.stoppedAt)))
      .orderBy(asc(clocks.startedAt), asc(clocks.kind)),
  );
}

type ClockRow = typeof clocks.$inferSelect;

const openClocksKey = (caseId: number) => `clocks open on ${caseId}`;

/** Notes the clocks of a case that nobody else can have seen yet. */
export function knowOpenClocks(tx: Tx, caseId: number, rows: readonly ClockRow[]): void {
  const working = workingSetOf(tx);
  working.forget('open clocks ');
  const open = rows.filter(({ stoppedAt }) => stoppedAt === null);
  working.know(openClocksKey(caseId), ['clocks'], open);
}

function recallOpenClocks(db: Db | Tx, caseIds: readonly number[]): ClockRow[] | null {
  const working = findWorkingSet(db);
  const found = caseIds.map((id) => working?.recall<readonly ClockRow[]>(openClocksKey(id)));
  if (!found.every((rows) => rows !== undefined)) return null;
  return found.flat().toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || (a.kind < b.kind ? -1 : 1));
}

/** How many cases each box holds: what `caseCards` would list without further filters. */
export async function caseCounts(db: Db, sight: Sight, now: Date) {
  const count = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const [row] = await db
    .select({
      mine: count(inBox(sight, 'mine')),
      unassigned: count(inBox(sight, 'unassigned')),
      all: count(inBox(sight, 'all')),
      overdue: count(lt(cases.nextDueAt, now)),
    })
    .from(cases)
    .where(and(visibleTo(sight), isUnderWay()));
  return row ?? { mine: 0, unassigned: 0, all: 0, overdue: 0 };
}

/** How many cases each of these filters would list: one look at the cases for all of them. */
export async function filterCounts(
  db: Db,
  sight: Sight,
  filters: readonly CaseFilter[],
  now: Date,
): Promise<readonly number[]> {
  if (filters.length === 0) return [];
  const counted = filters.map((filter) => {
    const condition = and(...conditionsOf(sight, filter, now)) ?? sql`true`;
    return sql`count(*) filter (where ${condition})`;
  });
  // Looking at what is over costs more, and most filters do not ask for it.
  const isAllUnderWay = filters.every(({ state }) => state === undefined);
  const [row] = await db
    .select({ counts: sql<string[]>`array[${sql.join(counted, sql`, `)}]` })
    .from(cases)
    .where(and(visibleTo(sight), isAllUnderWay ? isUnderWay() : undefined));
  return row?.counts.map(Number) ?? [];
}

function conditionsOf(sight: Sight, filter: CaseFilter, now: Date): SQL[] {
  const conditions = [inBox(sight, filter.box), ...figureConditions(filter, now)];
  if (filter.state === undefined) conditions.push(isUnderWay());
  else if (filter.state !== 'any') conditions.push(eq(cases.state, filter.state));
  if (filter.kind !== undefined) conditions.push(eq(cases.kind, filter.kind));
  if (filter.label !== undefined) conditions.push(hasLabel(filter.label));
  if (filter.overdue === true) conditions.push(lt(cases.nextDueAt, now));
  if (filter.urgent === true) conditions.push(eq(cases.urgent, true));
  if (filter.channel !== undefined) conditions.push(writtenOver(filter.channel));
  if (filter.q !== undefined) conditions.push(...saysAll(filter.q));
  return conditions;
}

function writtenOver(channel: ChannelName): SQL {
  return sql`${cases.conversationId} in (select v.id from conversations v where v.channel = ${channel})`;
}

function inBox(sight: Sight, box: CaseFilter['box']): SQL {
  if (box === 'all') return sql`true`;
  if (box === 'unassigned') return isNull(cases.assigneeId);
  return sight === 'everything' ? sql`false` : eq(cases.assigneeId, sight.officerId);
}

// Spelled as in the partial indexes, so that the planner recognises them.
function isUnderWay(): SQL {
  return sql`${cases.state} not in ('closed', 'merged')`;
}
