import { NotFound } from '../../errors.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import { calendarRow, casesOn } from '../../store/calendars.ts';
import type { Act } from '../act.ts';
import { type DeadlineMoved, deadlineMoves } from './deadline-moves.ts';
import { successionsOf } from './successions.ts';

export interface CalendarPreview {
  /** How many live cases would go on by the new version. */
  cases: number;
  /** A report about conduct moves without its number: an administrator does not read it. */
  moves: (Omit<DeadlineMoved, 'kind' | 'reference'> & { reference: string | null })[];
}

/**
 * Which open deadlines would move if the proposal were approved now. `forOfficerId` is who reads it, null for a key:
 * cases from which that officer is excluded are neither told nor counted.
 */
export async function previewCalendar(
  current: Pick<Act, 'tx' | 'ruleBook' | 'at' | 'by'>,
  { calendarId, forOfficerId }: { calendarId: number; forOfficerId: number | null },
): Promise<CalendarPreview> {
  const proposal = await calendarRow(current.tx, calendarId);
  if (proposal === null) throw new NotFound('phiên bản lịch');
  const preview: CalendarPreview = { cases: 0, moves: [] };
  if (proposal.approvedAt !== null || proposal.rejectedAt !== null) return preview;
  for (const succession of await successionsOf(current.tx, proposal)) {
    const rows = await casesOn(current.tx, succession.on, forOfficerId);
    preview.cases += rows.length;
    for (const { kind, reference, ...move } of await deadlineMoves(current, succession, rows)) {
      const isHidden = forOfficerId !== null && isAboutConduct(kind);
      preview.moves.push({ ...move, reference: isHidden ? null : reference });
    }
  }
  return preview;
}
