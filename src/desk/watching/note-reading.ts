import { noteChange } from '../../store/live.ts';
import { saveReading } from '../../store/readings.ts';
import { isNamedOrWatching } from '../../store/watching.ts';
import type { Act } from '../act.ts';

/** Notes how far an officer has read a case. What named the officer there is news no more, on every page of theirs. */
export async function noteReading(
  { tx, at, wakes }: Act,
  { caseId, officerId, isRead }: { caseId: number; officerId: number; isRead: boolean },
): Promise<void> {
  await saveReading(tx, caseId, officerId, isRead);
  if (!(await isNamedOrWatching(tx, caseId, officerId))) return;
  await noteChange(tx, { topic: 'alert', officerId, caseId, at });
  wakes.add('live');
}
