import type { Calendar } from '../../rules/working-time/calendar.ts';
import { type CalendarOverride, overrideFor } from '../../rules/working-time/override-for.ts';
import { calendarForUnit } from '../../rules/working-time/whose-calendar.ts';
import { type CalendarRow, type CasesOn, calendarsInForce, unitParents } from '../../store/calendars.ts';
import type { Db, Tx } from '../../store/database.ts';

/** One calendar passing its cases to the next when a proposal is approved. */
export interface Succession {
  /** The cases that go on by the next calendar. */
  on: CasesOn;
  /** The version that then ends; null where a unit only leaves the calendar it shared. */
  ends: CalendarRow | null;
  definition: Calendar;
  /** Null for the proposal itself; otherwise a unit's own calendar, laid anew over the department's new one. */
  derived: { unitId: number; override: CalendarOverride } | null;
}

/** What approving a proposal sets off: the proposal itself first, then the units whose calendars lie over it. */
export async function successionsOf(tx: Tx | Db, proposal: CalendarRow): Promise<Succession[]> {
  const inForce = await calendarsInForce(tx);
  const ends = inForce.find(({ unitId }) => unitId === proposal.unitId) ?? null;
  const itself = {
    ends,
    definition: proposal.definition,
    derived: null,
    on: await casesConcerned(tx, proposal, ends, inForce),
  };
  if (proposal.unitId !== null) return [itself];
  const laidOver = inForce.flatMap((row): Succession[] => {
    const { id: calendarId, unitId, override } = row;
    if (unitId === null || override === null) return [];
    const definition = overrideFor(proposal.definition, override);
    return [{ on: { calendarId, unitIds: null }, ends: row, definition, derived: { unitId, override } }];
  });
  return [itself, ...laidOver];
}

// A unit's first own calendar takes over the cases of the units that will go by it; any other those of the one it ends.
async function casesConcerned(
  tx: Tx | Db,
  proposal: CalendarRow,
  ends: CalendarRow | null,
  inForce: readonly CalendarRow[],
): Promise<CasesOn> {
  if (ends !== null) return { calendarId: ends.id, unitIds: null };
  const units = await unitParents(tx);
  const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const after = [...inForce, proposal];
  const unitIds = units.map(({ id }) => id).filter((id) => calendarForUnit(id, parentOf, after)?.id === proposal.id);
  const shared = proposal.unitId === null ? undefined : calendarForUnit(proposal.unitId, parentOf, inForce);
  // Without any calendar before it there is no case either.
  return { calendarId: shared?.id ?? 0, unitIds };
}
