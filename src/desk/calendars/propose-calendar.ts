import { createHash } from 'node:crypto';
import { Conflict, DeskError, NotFound } from '../../errors.ts';
import type { ApprovedYear, Calendar, DatedDay, WeeklyHours } from '../../rules/working-time/calendar.ts';
import { calendarProblems } from '../../rules/working-time/calendar-problems.ts';
import { parseDatedDays } from '../../rules/working-time/dated-days-table.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { type CalendarOverride, overrideFor } from '../../rules/working-time/override-for.ts';
import { type CalendarRow, calendarRows, insertCalendar, lockCalendars } from '../../store/calendars.ts';
import { unitHistories } from '../../store/units.ts';
import type { Act } from '../act.ts';
import { administratorActing } from './person.ts';
import { record } from './record.ts';

/** What a proposal changes of the calendar in force; what it leaves out stays as it is. */
export interface CalendarChange {
  weekly?: WeeklyHours;
  datedDays?: readonly DatedDay[];
  years?: readonly ApprovedYear[];
}

export interface OverrideChange {
  weekly?: Partial<WeeklyHours>;
  ignores?: NonNullable<CalendarOverride['ignores']>;
  datedDays?: readonly DatedDay[];
}

export type Proposal = { note: string } & (
  | { unitId: null; change: CalendarChange }
  | { unitId: number; change: OverrideChange }
);

/**
 * Keeps a new version of the department's or a unit's calendar until a second person has looked at it. Refuses one that
 * cannot be counted by, with every reason at once.
 */
export async function proposeCalendar(current: Act, proposal: Proposal): Promise<CalendarRow> {
  const { tx, at } = current;
  const person = await administratorActing(current, 'đề xuất lịch làm việc');
  await lockCalendars(tx);
  const versions = await calendarRows(tx);
  const inForce = versions.filter(({ approvedAt, supersededAt }) => approvedAt !== null && supersededAt === null);
  const department = inForce.find(({ unitId }) => unitId === null);
  const replaced = inForce.find(({ unitId }) => unitId === proposal.unitId) ?? null;
  if (department === undefined) throw new NotFound('lịch làm việc của cơ quan');

  const next = await nextVersion(current, proposal, department.definition, replaced?.override ?? null, versions);
  const problems = calendarProblems(next.definition);
  if (problems.length > 0) throw new DeskError('calendarNotSound', problems.join(' '));
  if (replaced !== null && meaningOf(replaced.definition) === meaningOf(next.definition))
    throw new Conflict('nothingChanged', 'Đề xuất không khác lịch đang áp dụng.');

  const row = await insertCalendar(tx, {
    ...next,
    unitId: proposal.unitId,
    replacesId: replaced?.id ?? null,
    overId: proposal.unitId === null ? null : department.id,
    note: proposal.note,
    proposedBy: person.name,
    proposedById: person.id,
    proposedAt: at,
  });
  await record(current, 'calendarProposed', {
    calendarId: row.id,
    unitId: row.unitId,
    version: row.definition.version,
    replacesId: row.replacesId,
    sha256: createHash('sha256').update(meaningOf(row.definition)).digest('hex'),
  });
  return row;
}

/** The days of a table as a proposal would take them. Throws with every row at fault, by its line. */
export function daysFromTable(table: string): readonly DatedDay[] {
  const { days, errors } = parseDatedDays(table);
  if (errors.length > 0)
    throw new DeskError('tableNotReadable', errors.map(({ line, message }) => `Dòng ${line}: ${message}`).join(' '));
  return days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

async function nextVersion(
  { tx, at, zone }: Act,
  proposal: Proposal,
  department: Calendar,
  earlier: CalendarOverride | null,
  versions: readonly CalendarRow[],
): Promise<{ definition: Calendar; override: CalendarOverride | null }> {
  const own = versions.filter(({ unitId }) => unitId === proposal.unitId);
  if (proposal.unitId === null) {
    const version = following(
      own.map(({ definition }) => String(definition.version)),
      localDate(at, zone).slice(0, 4),
    );
    return { definition: { ...department, ...proposal.change, version }, override: null };
  }
  const unit = (await unitHistories(tx)).find(({ id }) => id === proposal.unitId);
  if (unit === undefined) throw new NotFound('đơn vị');
  const version = following(
    own.map(({ override }) => String(override?.version)),
    unit.code,
  );
  const override = { ...earlier, ...proposal.change, version };
  return { definition: overrideFor(department, override), override };
}

/** `2026.3` after `2026.2`; the first of a year or unit is `.1`. */
function following(versions: readonly string[], prefix: string): string {
  const numbers = versions
    .filter((version) => version.startsWith(`${prefix}.`))
    .map((version) => Number(version.slice(prefix.length + 1)))
    .filter(Number.isInteger);
  return `${prefix}.${Math.max(0, ...numbers) + 1}`;
}

// The order of keys differs between what was read from jsonb and what was just made.
function meaningOf({ zone, weekly, datedDays, years }: Calendar): string {
  const sorted = (_: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify({ zone, weekly, datedDays, years }, sorted);
}
