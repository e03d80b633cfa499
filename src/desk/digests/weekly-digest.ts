import type { ClockKind } from '../../rules/case/words.ts';
import { dateAfter } from '../../rules/rating/figures-period.ts';
import { isManager, type Viewer } from '../../rules/visibility/can-see.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { orUnknown } from '../../rules/working-time/or-unknown.ts';
import { decidedPromises, type Kept, workNames } from '../../store/compliance-figures.ts';
import { conversationById } from '../../store/conversations.ts';
import { activeOfficers, linkedChats } from '../../store/organisation.ts';
import { claimSetting } from '../../store/settings.ts';
import { workToday } from '../../store/today-figures.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';
import { departmentTime } from '../department-time.ts';
import { viewerOf } from '../visibility.ts';
import type { WeeklyDigest } from './weekly-facts.ts';

/**
 * Tells every manager with a linked chat how the last week went, once, on the day on which the new week first opens.
 * Answers how many were told. Safe to run in any number of processes at once.
 */
export async function sendWeeklyDigests(current: Act): Promise<number> {
  const { tx, at, zone } = current;
  const today = localDate(at, zone);
  const monday = dateAfter(today, { days: 1 - Temporal.PlainDate.from(today).dayOfWeek });
  const working = await departmentTime(current);
  if (working === null) return 0;
  const opensAt = orUnknown(() => working.nextOpening(midnight(monday, zone)));
  if (opensAt === null || at < opensAt || localDate(opensAt, zone) !== today) return 0;
  if (!(await claimSetting(tx, `weeklyDigest ${monday}`, at.toISOString()))) return 0;
  let told = 0;
  for (const { id, role } of await activeOfficers(tx)) {
    if (!isManager(role)) continue;
    const conversationId = await reachableChat(current, id);
    const viewer = conversationId === null ? null : await viewerOf(tx, id);
    if (conversationId === null || viewer === null) continue;
    const message = current.phrasing.toManager(await digestFor(current, viewer, monday));
    await say(current, { conversationId, message });
    told += 1;
  }
  return told;
}

async function digestFor({ tx, at, zone }: Act, viewer: Viewer, monday: string): Promise<WeeklyDigest> {
  const weekFrom = (weeks: number) => {
    const from = dateAfter(monday, { days: -7 * weeks });
    return { from: midnight(from, zone), until: midnight(dateAfter(from, { days: 7 }), zone), zone };
  };
  const last = await decidedPromises(tx, viewer, weekFrom(1));
  const earlier = await decidedPromises(tx, viewer, weekFrom(2));
  const { total } = await workToday(tx, viewer, at);
  const [worst] = last.byUnit.toSorted((a, b) => b.missed - a.missed);
  const missedBy = (clock: ClockKind) => last.byClock.find((row) => row.clock === clock)?.missed ?? 0;
  return {
    from: dateAfter(monday, { days: -7 }),
    to: dateAfter(monday, { days: -1 }),
    kept: sum(last.byClock),
    before: sum(earlier.byClock),
    missedByClock: {
      acknowledge: missedBy('acknowledge'),
      firstResponse: missedBy('firstResponse'),
      resolution: missedBy('resolution'),
    },
    worstUnit:
      worst === undefined || worst.missed === 0
        ? null
        : { name: (await workNames(tx)).units.get(worst.unitId)?.name ?? '', missed: worst.missed },
    now: total,
  };
}

async function reachableChat({ tx }: Act, officerId: number): Promise<number | null> {
  for (const conversationId of await linkedChats(tx, officerId))
    if ((await conversationById(tx, conversationId)).blockedAt === null) return conversationId;
  return null;
}

function sum(rows: readonly Kept[]): Kept {
  return {
    met: rows.reduce((total, { met }) => total + met, 0),
    missed: rows.reduce((total, { missed }) => total + missed, 0),
  };
}

function midnight(day: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}
