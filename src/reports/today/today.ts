import { NotPermitted } from '../../errors.ts';
import { maySeeFigures } from '../../rules/visibility/may-see-figures.ts';
import { mayDoEverywhere } from '../../rules/visibility/permissions.ts';
import { handlingRoles } from '../../rules/visibility/ranks.ts';
import type { Sight } from '../../store/case-lists.ts';
import type { Db } from '../../store/database.ts';
import { officersOnline } from '../../store/officers-seen.ts';
import { absencesOf, longestUnassigned, peopleAt, type WorkInHand, workToday } from '../../store/today-figures.ts';

export interface Today {
  open: number;
  overdue: number;
  dueSoon: number;
  awaitingEnterprise: number;
  unassigned: number;
  /** Above the first level and still to be answered. */
  raised: number;
  oldestUnassigned: { reference: string; openedAt: string } | null;
  officers: OfficerToday[];
  /** Who is away now or soon. */
  absences: AbsenceSoon[];
}

export interface OfficerToday extends WorkInHand {
  id: number;
  name: string;
  title: string;
  unitName: string;
  isOnline: boolean;
  isOnDuty: boolean;
  isAbsent: boolean;
}

export interface AbsenceSoon {
  officerName: string;
  unitName: string;
  from: string;
  until: string;
  reason: string | null;
  substitute: string | null;
  isNow: boolean;
}

const soonDays = 7;
const nothing: WorkInHand = { open: 0, overdue: 0, dueSoon: 0 };

/** How the work stands at `now`: only of the cases that the reader may see, and the people of the reader's units. */
export async function today(db: Db, sight: Sight, now: Date): Promise<Today> {
  if (!maySeeFigures(sight)) throw new NotPermitted('xem tình hình công việc của đơn vị');
  const [work, oldest, people, online] = await Promise.all([
    workToday(db, sight, now),
    longestUnassigned(db, sight),
    peopleAt(db, peopleOf(sight), now),
    officersOnline(db, now),
  ]);
  const absences = await absencesOf(
    db,
    people.map(({ id }) => id),
    now,
    new Date(now.getTime() + soonDays * 86_400_000),
  );
  const awayNow = new Set(absences.filter(({ fromAt }) => fromAt <= now).map(({ officerId }) => officerId));
  const personOf = new Map(people.map((person) => [person.id, person]));
  return {
    ...work.total,
    oldestUnassigned: oldest === null ? null : { ...oldest, openedAt: oldest.openedAt.toISOString() },
    officers: people
      .filter(({ id, role }) => handlingRoles.includes(role) || work.byOfficer.has(id))
      .map(({ id, name, title, unitName, isOnDuty }) => ({
        ...{ id, name, title, unitName, isOnDuty, isOnline: online.has(id), isAbsent: awayNow.has(id) },
        ...(work.byOfficer.get(id) ?? nothing),
      }))
      .toSorted(
        (a, b) =>
          b.overdue - a.overdue ||
          b.open - a.open ||
          Number(b.isOnline) - Number(a.isOnline) ||
          a.name.localeCompare(b.name, 'vi'),
      ),
    absences: absences.map(({ officerId, fromAt, untilAt, reason, substitute }) => ({
      officerName: personOf.get(officerId)?.name ?? '',
      unitName: personOf.get(officerId)?.unitName ?? '',
      from: fromAt.toISOString(),
      until: untilAt.toISOString(),
      ...{ reason, substitute, isNow: fromAt <= now },
    })),
  };
}

function peopleOf(sight: Sight): ReadonlySet<number> | 'everything' {
  if (sight === 'everything' || mayDoEverywhere(sight, 'seeWorkloads')) return 'everything';
  return sight.unitIds;
}
