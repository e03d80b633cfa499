import type { MovableClock } from '../clock.ts';
import { act, type Desk } from '../desk/act.ts';
import { installDemonstrationTexts } from '../desk/library/install-demonstration.ts';
import { installClauseClocks } from '../desk/look-ups/install-clause-clocks.ts';
import { rootUnit } from '../store/organisation.ts';
import { currentCalendarFor } from '../store/rules.ts';
import { readSetting, saveSetting } from '../store/settings.ts';
import { plantDemonstration } from './plant-demonstration.ts';
import { plantLookUps } from './plant-look-ups.ts';
import { demonstrationPassword, demonstrationSignIns } from './sign-ins.ts';

// The setting in which the demonstration's clock outlives the process.
const clockOffsetSetting = 'demonstrationClockOffset';

export type ClockMove = { advanceMinutes: number } | { advanceWorkingMinutes: number };

export interface Demonstration {
  /** Pushes the desk's clock forward and answers the new present. */
  moveClock(move: ClockMove): Promise<Date>;
  demoSignIns(): typeof demonstrationSignIns;
}

/** Plants the data into an empty database and offers what only a demonstration has. */
export async function openDemonstration(
  desk: Desk,
  clock: MovableClock,
  createSignIn: (signIn: { officerId: number; email: string; password: string }) => Promise<void>,
): Promise<Demonstration> {
  const stored = await readSetting(desk.database.db, clockOffsetSetting);
  let offset = typeof stored === 'number' ? stored : 0;
  clock.advanceBy(offset);
  const planted = await plantDemonstration(desk, ({ id, email }) =>
    createSignIn({ officerId: id, email, password: demonstrationPassword }),
  );
  await act(desk, { kind: 'schedule', name: 'demonstration' }, installDemonstrationTexts);
  await act(desk, { kind: 'schedule', name: 'demonstration' }, installClauseClocks);
  if (planted !== null)
    await act(desk, { kind: 'schedule', name: 'demonstration' }, (current) => plantLookUps(current, planted.chats));
  clock.onMove(() => desk.announcements.announce(['steps', 'inbox', 'outbox', 'live']));

  return {
    demoSignIns: () => demonstrationSignIns,
    async moveClock(move) {
      const milliseconds =
        'advanceMinutes' in move ? move.advanceMinutes * 60_000 : await untilAfter(move.advanceWorkingMinutes);
      offset += milliseconds;
      await saveSetting(desk.database.db, clockOffsetSetting, offset);
      clock.advanceBy(milliseconds);
      return clock.now();
    },
  };

  async function untilAfter(workingMinutes: number): Promise<number> {
    const now = clock.now();
    const working = await desk.database.db.transaction(async (tx) => {
      const root = await rootUnit(tx);
      return desk.ruleBook.workingTime(tx, await currentCalendarFor(tx, root.id));
    });
    return working.dueAfter(now, workingMinutes * 60_000).getTime() - now.getTime();
  }
}
