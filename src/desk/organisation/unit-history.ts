import { Conflict, NotFound } from '../../errors.ts';
import { asOf, latest } from '../../rules/organisation/spans.ts';
import { circleFrom } from '../../rules/organisation/tree.ts';
import type { Tx } from '../../store/database.ts';
import { type UnitHistory, type UnitVersion, unitHistories } from '../../store/units.ts';
import { sayDate } from './administrator.ts';

/** The unit with its history, and all others for what concerns the tree. */
export async function unitAmongAll(tx: Tx, unitId: number): Promise<{ unit: UnitHistory; all: UnitHistory[] }> {
  const all = await unitHistories(tx);
  const unit = all.find(({ id }) => id === unitId);
  if (unit === undefined) throw new NotFound('đơn vị');
  return { unit, all };
}

export function nameOf({ versions: [first, ...later] }: UnitHistory): string {
  return (later.at(-1) ?? first).shortName;
}

/** Refuses a unit that does not stand on `date` or is to end. */
export function requireLasting(unit: UnitHistory | undefined, date: string): UnitHistory {
  if (unit === undefined) throw new NotFound('đơn vị');
  if (asOf(unit.versions, date) === null)
    throw new Conflict('unitNotThere', `Ngày ${sayDate(date)}, ${nameOf(unit)} chưa hoạt động hoặc đã kết thúc.`);
  const end = latest(unit.versions)?.validTo;
  if (end != null)
    throw new Conflict('unitEnds', `${nameOf(unit)} sẽ kết thúc ngày ${sayDate(end)}, không thể nhận thêm.`);
  return unit;
}

/** Refuses a place in the tree below itself, on any day from the version's first on. */
export function requireTree(all: readonly UnitHistory[], unit: UnitHistory, writes: readonly UnitVersion[]): void {
  const from = writes.at(-1)?.validFrom;
  if (from === undefined) return;
  const kept = unit.versions.filter((version) => !writes.some(({ validFrom }) => validFrom === version.validFrom));
  const others = all.filter(({ id }) => id !== unit.id).flatMap(({ versions }) => versions);
  const day = circleFrom([...others, ...kept, ...writes], unit.id, from);
  if (day !== null)
    throw new Conflict(
      'underItself',
      `Từ ngày ${sayDate(day)}, ${nameOf(unit)} sẽ nằm dưới chính nó. Anh/chị vui lòng chọn đơn vị cấp trên khác.`,
    );
}
