import { absorb } from '../../rules/declarations/absorb.ts';
import type { Declaration, DeclarationState, DeclarationStep } from '../../rules/declarations/declaration.ts';
import { tellingOf } from '../../rules/declarations/step-telling.ts';
import { declarationKey } from '../../rules/identity/declaration-number.ts';
import {
  declarationsByKey,
  insertDeclarationChanges,
  lockDeclarations,
  saveDeclarations,
} from '../../store/declarations.ts';
import { enterprisesOf } from '../registry/enterprises-of.ts';
import type { Taken, Taking } from '../registry/taken.ts';

/** A declaration as a row tells of it, or one step of one that is known. */
export type DeclarationTold =
  | { about: 'declaration'; taxCode: string; told: Declaration }
  | { about: 'step'; number: string; step: DeclarationStep };

interface Entry {
  enterpriseId: number | null;
  known: Declaration;
  moves: { from: DeclarationState | null; to: DeclarationState; at: Date }[];
  isChanged: boolean;
}

/**
 * Adds what rows tell to what is known, in one transaction. A change of state is a row that listeners read, and wakes them.
 * Rows are looked at in their order, so several may speak of one declaration.
 */
export async function takeDeclarations(current: Taking, rows: readonly DeclarationTold[]): Promise<Taken[]> {
  const { tx, at } = current;
  await lockDeclarations(tx);
  const enterprises = await enterprisesOf(
    current,
    rows.flatMap((row) => (row.about === 'declaration' ? [{ taxCode: row.taxCode, name: null }] : [])),
  );
  const entries = await entriesOf(tx, rows);

  const taken = rows.map((row): Taken => {
    const future = toCome(row, at);
    if (future !== null) return future;
    if (row.about === 'step') return takeStep(entries, row.number, row.step);
    const enterpriseId = enterprises.get(row.taxCode);
    if (enterpriseId === undefined) throw new Error(`Enterprise ${row.taxCode} was not stored`);
    return takeOne(entries, enterpriseId, row);
  });

  const changed = [...entries].filter(([, { isChanged }]) => isChanged);
  const ids = await saveDeclarations(
    tx,
    changed.map(([number11, { enterpriseId, known }]) => ({ ...known, number11, enterpriseId, recordedAt: at })),
  );
  const moves = changed.flatMap(([key, entry]) =>
    entry.moves.map((move) => ({ ...move, declarationId: ids.get(key) ?? 0, recordedAt: at })),
  );
  await insertDeclarationChanges(tx, moves);
  if (moves.length > 0) current.wakes.add('declarations');
  return taken;
}

// Clocks of two systems differ by minutes; a date typed wrong would hold back every later state for months.
const clockDifferenceMilliseconds = 24 * 3_600_000;

function toCome(row: DeclarationTold, at: Date): Taken | null {
  const [column, told] =
    row.about === 'step' ? ['Thời gian', new Date(row.step.at)] : ['Ngày trạng thái', latest(row.told)];
  if (told.getTime() <= at.getTime() + clockDifferenceMilliseconds) return null;
  return { column, value: told.toISOString(), because: 'Thời gian này ở tương lai. Đề nghị xem lại ngày, tháng, năm.' };
}

function latest({ registeredAt, stateAt, steps }: Declaration): Date {
  const times = [registeredAt, stateAt, ...steps.map(({ at }) => new Date(at))];
  return new Date(Math.max(...times.map((each) => each.getTime())));
}

async function entriesOf(tx: Taking['tx'], rows: readonly DeclarationTold[]): Promise<Map<string, Entry>> {
  const keys = new Set(rows.map((row) => declarationKey(row.about === 'step' ? row.number : row.told.number)));
  const stored = await declarationsByKey(tx, [...keys]);
  return new Map(
    stored.map(({ id: _, number11, enterpriseId, recordedAt: __, ...known }) => [
      number11,
      { enterpriseId, known, moves: [], isChanged: false },
    ]),
  );
}

function takeOne(
  entries: Map<string, Entry>,
  enterpriseId: number,
  { taxCode, told }: Extract<DeclarationTold, { about: 'declaration' }>,
): Taken {
  const key = declarationKey(told.number);
  const entry = entries.get(key);
  if (entry === undefined) {
    const { known } = absorb(told, told);
    const moves = [{ from: null, to: known.state, at: known.stateAt }];
    entries.set(key, { enterpriseId, known, moves, isChanged: true });
    return 'added';
  }
  if (entry.enterpriseId !== null && entry.enterpriseId !== enterpriseId) {
    const because = 'Tờ khai này đã được ghi cho một mã số thuế khác. Đề nghị đối chiếu lại.';
    return { column: 'Mã số thuế', value: taxCode, because };
  }
  const isUnowned = entry.enterpriseId === null;
  entry.enterpriseId = enterpriseId;
  return add(entry, told, isUnowned);
}

function takeStep(entries: Map<string, Entry>, number: string, step: DeclarationStep): Taken {
  const entry = entries.get(declarationKey(number));
  if (entry === undefined) {
    const because = 'Chưa có tờ khai này. Hãy nhập danh sách tờ khai trước, rồi nhập nhật ký bước.';
    return { column: 'Số tờ khai', value: number, because };
  }
  return add(entry, tellingOf(step, entry.known), false);
}

function add(entry: Entry, told: Declaration, isChangedOtherwise: boolean): Taken {
  const { known, movedFrom, isChanged } = absorb(entry.known, told);
  entry.known = known;
  if (movedFrom !== null) entry.moves.push({ from: movedFrom, to: known.state, at: known.stateAt });
  if (!isChanged && !isChangedOtherwise) return 'unchanged';
  entry.isChanged = true;
  return 'changed';
}
