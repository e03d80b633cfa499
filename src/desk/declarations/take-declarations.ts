import { isEvent } from '../../rules/declarations/event.ts';
import { lineOf, stateIn } from '../../store/declaration-lines.ts';
import {
  addDeclarations,
  beginChanges,
  declarationIds,
  declarationLines,
  insertDeclarationChanges,
  lockDeclarations,
  type NewDeclarationLine,
  saveDeclarations,
} from '../../store/declarations.ts';
import { enterprisesOf } from '../registry/enterprises-of.ts';
import type { Taken, Taking } from '../registry/taken.ts';
import { type Entry, entriesOf, type Move, takeRow } from './entries.ts';
import { type DeclarationTold, keyOf, type Listed, listed } from './listed.ts';

/**
 * Adds what rows tell to what is known, in one transaction. A change of state is a row that listeners read, and wakes them;
 * so is a declaration of which nothing was known, unless it is history. Rows are looked at in their order, so several may
 * speak of one declaration.
 */
export function takeDeclarations(current: Taking, rows: readonly DeclarationTold[]): Promise<Taken[]> {
  return takeListed(current, rows.map(listed), new Map());
}

/** The same for a part of a long list. `enterprises` keeps for the next part whose ids are known, by tax code. */
export async function takeListed(
  current: Taking,
  rows: readonly Listed[],
  enterprises: Map<string, number>,
): Promise<Taken[]> {
  const { tx, at } = current;
  await lockDeclarations(tx);
  await learnEnterprises(current, rows, enterprises);
  const mentions = new Map<string, number>();
  for (const row of rows) mentions.set(keyOf(row), (mentions.get(keyOf(row)) ?? 0) + 1);
  const stored = await declarationLines(tx, [...mentions.keys()]);

  // Nearly every row is the only one about its declaration, which is new or stands as it tells; the others are looked at.
  const added: NewDeclarationLine[] = [];
  const events = new Map<string, Move[]>();
  const others: { row: Listed; place: number }[] = [];
  const taken = rows.map((row, place): Taken => {
    const future = toCome(row, at);
    if (future !== null) return future;
    if (row.about === 'declaration' && mentions.get(row.key) === 1) {
      const enterpriseId = idOf(enterprises, row.taxCode);
      const before = stored.get(row.key);
      if (before === undefined) {
        added.push({ key: row.key, enterpriseId, line: row.line });
        if (isEvent(row.stateAt, at)) events.set(row.key, [{ from: null, to: stateIn(row.line), at: row.stateAt }]);
        return 'added';
      }
      if (before === `${enterpriseId}\t${row.line}`) return 'unchanged';
    }
    others.push({ row, place });
    return 'unchanged';
  });

  const entries = await entriesOf(
    tx,
    others.map(({ row }) => row),
  );
  for (const { row, place } of others) {
    const enterpriseId = row.about === 'step' ? null : idOf(enterprises, row.taxCode);
    taken[place] = takeRow(entries, row, enterpriseId);
  }
  await save(current, entries, { added, events });
  return taken;
}

/** Writes what is new and what changed, and the changes of state that somebody may want to hear of. */
async function save(
  { tx, at, wakes }: Taking,
  entries: ReadonlyMap<string, Entry>,
  { added, events }: { added: NewDeclarationLine[]; events: Map<string, Move[]> },
): Promise<void> {
  const changed = [...entries].filter(([, { isChanged }]) => isChanged);
  const known = changed.filter(([, { stored }]) => stored !== null);
  for (const [key, { known: told, enterpriseId, stored, moves }] of changed) {
    if (stored !== null || enterpriseId === null) continue;
    added.push({ key, enterpriseId, line: lineOf(told) });
    if (moves.length > 1 || isEvent(told.stateAt, at)) events.set(key, moves);
  }
  await addDeclarations(tx, added, at);
  await saveDeclarations(
    tx,
    known.map(([number11, { enterpriseId, known: told }]) => ({ ...told, number11, enterpriseId, recordedAt: at })),
  );

  const moved = known.flatMap(([, { stored, moves }]) =>
    stored === null || moves.length === 0 ? [] : [{ ...stored, moves }],
  );
  await beginChanges(
    tx,
    moved.map(({ id, state, stateAt }) => ({ declarationId: id, to: state, at: stateAt, recordedAt: at })),
  );
  const ids = await declarationIds(tx, [...events.keys()]);
  const changes = [
    ...[...events].flatMap(([key, moves]) => changesOf(idOf(ids, key), moves, at)),
    ...moved.flatMap(({ id, moves }) => changesOf(id, moves, at)),
  ];
  await insertDeclarationChanges(tx, changes);
  if (changes.length > 0) wakes.add('declarations');
}

function changesOf(declarationId: number, moves: readonly Move[], recordedAt: Date) {
  return moves.map((move) => ({ ...move, declarationId, recordedAt }));
}

async function learnEnterprises(
  current: Taking,
  rows: readonly Listed[],
  enterprises: Map<string, number>,
): Promise<void> {
  const unknown = new Set<string>();
  for (const row of rows) {
    if (row.about === 'declaration' && !enterprises.has(row.taxCode)) unknown.add(row.taxCode);
  }
  if (unknown.size === 0) return;
  const wanted = [...unknown].map((taxCode) => ({ taxCode, name: null }));
  for (const [taxCode, id] of await enterprisesOf(current, wanted)) enterprises.set(taxCode, id);
}

function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`${key} was not stored`);
  return id;
}

// Clocks of two systems differ by minutes; a date typed wrong would hold back every later state for months.
const clockDifferenceMilliseconds = 24 * 3_600_000;

function toCome(row: Listed, at: Date): Taken | null {
  const [column, told] =
    row.about === 'step' ? ['Thời gian', new Date(row.step.at)] : ['Ngày trạng thái', row.latestAt];
  if (told.getTime() <= at.getTime() + clockDifferenceMilliseconds) return null;
  return { column, value: told.toISOString(), because: 'Thời gian này ở tương lai. Đề nghị xem lại ngày, tháng, năm.' };
}
