import { NotFound, NotPermitted } from '../../errors.ts';
import { deleteCaseReminder, saveCaseReminder } from '../../store/case-reminders.ts';
import type { Act } from '../act.ts';
import { refused } from '../refuse.ts';
import { visibleCase } from '../visibility.ts';

// Whoever wants to know of it in a year has made a slip.
const longestDays = 90;
const dayMilliseconds = 86_400_000;

/**
 * "Nhắc tôi lúc…": the officer alone is reminded of the case. Nothing of its clocks changes and nobody else hears of it,
 * so it is in no ledger. Setting it again moves it.
 */
export async function setReminder(
  current: Act,
  { reference, remindAt, note }: { reference: string; remindAt: Date; note: string | null },
): Promise<void> {
  const { tx, at } = current;
  const officerId = reminded(current);
  const row = await visibleCase(current, reference);
  const aheadMilliseconds = remindAt.getTime() - at.getTime();
  if (aheadMilliseconds <= 0 || aheadMilliseconds > longestDays * dayMilliseconds) throw refused('reminderNotAhead');
  await saveCaseReminder(tx, { officerId, caseId: row.id, remindAt, note, createdAt: at });
  current.wakes.add('reminders');
}

/** Puts the reminder away, whether it was told or is still to come. */
export async function dropReminder(current: Act, { reference }: { reference: string }): Promise<void> {
  const officerId = reminded(current);
  const row = await visibleCase(current, reference);
  if (!(await deleteCaseReminder(current.tx, officerId, row.id))) throw new NotFound('lời nhắc');
}

function reminded({ by }: Act): number {
  if (by.kind === 'officer') return by.officerId;
  throw new NotPermitted('đặt lời nhắc bằng khóa API');
}
