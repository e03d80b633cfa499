import { Conflict, NotFound, NotPermitted } from '../../errors.ts';
import { labelKey } from '../../rules/case/labels.ts';
import { mayDoIn } from '../../rules/visibility/permissions.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { insertLabel, isLabelNameTaken, type Label, lockLabel, saveLabel } from '../../store/labels.ts';
import { appendLedger } from '../../store/ledger.ts';
import { findUnit } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { viewerOf } from '../visibility.ts';

export type LabelWords = Pick<Label, 'name' | 'colour' | 'unitId'>;

/** Adds a label. A name that reads like one in use is refused. */
export async function addLabel(current: Act, words: LabelWords): Promise<number> {
  await requireKeeper(current, words.unitId);
  await requireUnit(current, words.unitId);
  const id = await insertLabel(current.tx, { ...words, nameKey: labelKey(words.name), updatedAt: current.at });
  if (id === null) throw nameTaken(words.name);
  await record(current, 'labelAdded', { labelId: id, ...words });
  return id;
}

/** Renames or recolours a label on every case that has it; whoever moves it to another unit must answer for both. */
export async function changeLabel(current: Act, id: number, words: LabelWords): Promise<void> {
  const before = await keptLabel(current, id);
  await requireKeeper(current, words.unitId);
  await requireUnit(current, words.unitId);
  const nameKey = labelKey(words.name);
  if (await isLabelNameTaken(current.tx, nameKey, before.id)) throw nameTaken(words.name);
  await saveLabel(current.tx, id, { ...words, nameKey, updatedAt: current.at });
  await record(current, 'labelChanged', { labelId: id, ...words });
}

/** Retires a label: nobody is offered it any more, and its name is free again. Cases that have it keep it. */
export async function retireLabel(current: Act, id: number): Promise<void> {
  const { name } = await keptLabel(current, id);
  await saveLabel(current.tx, id, { retiredAt: current.at, updatedAt: current.at });
  await record(current, 'labelRetired', { labelId: id, name });
}

async function keptLabel(current: Act, id: number): Promise<Label> {
  const row = await lockLabel(current.tx, id);
  if (row === null) throw new NotFound('nhãn');
  await requireKeeper(current, row.unitId);
  return row;
}

/** Those of a unit are kept by its managers and those above; those of the whole desk by administrators and keys alone. */
async function requireKeeper({ tx, by }: Act, unitId: number | null): Promise<void> {
  if (by.kind === 'apiKey') return;
  const viewer = by.kind === 'officer' ? await viewerOf(tx, by.officerId) : null;
  if (viewer === null || !mayDoIn(viewer, 'keepLabels', unitId === null ? [] : [unitId]))
    throw new NotPermitted('sửa nhãn này');
}

async function requireUnit({ tx, at, zone }: Act, unitId: number | null): Promise<void> {
  if (unitId !== null && (await findUnit(tx, unitId, localDate(at, zone))) === null) throw new NotFound('đơn vị');
}

function nameTaken(name: string): Conflict {
  return new Conflict('labelNameTaken', `Đã có nhãn mang tên “${name}” (không kể dấu và chữ hoa).`);
}

async function record(current: Act, type: string, detail: Record<string, unknown>): Promise<void> {
  await appendLedger(current.tx, 'organisation', [{ type, detail }], current.by, current.at);
}
