import { absorb } from '../../rules/declarations/absorb.ts';
import type { Declaration, DeclarationState } from '../../rules/declarations/declaration.ts';
import { tellingOf } from '../../rules/declarations/step-telling.ts';
import { declarationsByKey } from '../../store/declarations.ts';
import type { Taken, Taking } from '../registry/taken.ts';
import { keyOf, type Listed, type ListedDeclaration, toldBy } from './listed.ts';

/** What is known of a declaration, and what the rows looked at so far made of it. */
export interface Entry {
  enterpriseId: number | null;
  known: Declaration;
  /** What was stored of it; null where nothing was. */
  stored: { id: number; state: DeclarationState; stateAt: Date } | null;
  moves: Move[];
  isChanged: boolean;
}

export interface Move {
  from: DeclarationState | null;
  to: DeclarationState;
  at: Date;
}

/** What is known of the declarations that these rows are about, by their first eleven digits. */
export async function entriesOf(tx: Taking['tx'], rows: readonly Listed[]): Promise<Map<string, Entry>> {
  const found = await declarationsByKey(tx, [...new Set(rows.map(keyOf))]);
  return new Map(
    found.map(({ id, number11, enterpriseId, recordedAt: _, ...known }) => {
      const stored = { id, state: known.state, stateAt: known.stateAt };
      return [number11, { enterpriseId, known, stored, moves: [], isChanged: false }];
    }),
  );
}

/** Adds what a row tells to its entry. `enterpriseId` is whose the row says it is; null for a step, which names nobody. */
export function takeRow(entries: Map<string, Entry>, row: Listed, enterpriseId: number | null): Taken {
  const entry = entries.get(keyOf(row));
  if (row.about === 'step') {
    if (entry !== undefined) return add(entry, tellingOf(row.step, entry.known), false);
    const because = 'Chưa có tờ khai này. Hãy nhập danh sách tờ khai trước, rồi nhập nhật ký bước.';
    return { column: 'Số tờ khai', value: row.number, because };
  }
  if (entry !== undefined) return takeMore(entry, row, enterpriseId);
  const known = toldBy(row);
  const moves = [{ from: null, to: known.state, at: known.stateAt }];
  entries.set(row.key, { enterpriseId, known, stored: null, moves, isChanged: true });
  return 'added';
}

function takeMore(entry: Entry, row: ListedDeclaration, enterpriseId: number | null): Taken {
  if (entry.enterpriseId !== null && entry.enterpriseId !== enterpriseId) {
    const because = 'Tờ khai này đã được ghi cho một mã số thuế khác. Đề nghị đối chiếu lại.';
    return { column: 'Mã số thuế', value: row.taxCode, because };
  }
  const isUnowned = entry.enterpriseId === null;
  entry.enterpriseId = enterpriseId;
  return add(entry, toldBy(row), isUnowned);
}

function add(entry: Entry, told: Declaration, isChangedOtherwise: boolean): Taken {
  const { known, movedFrom, isChanged } = absorb(entry.known, told);
  entry.known = known;
  if (movedFrom !== null) entry.moves.push({ from: movedFrom, to: known.state, at: known.stateAt });
  if (!isChanged && !isChangedOtherwise) return 'unchanged';
  entry.isChanged = true;
  return 'changed';
}
