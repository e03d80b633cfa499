import { act, type Desk } from '../desk/act.ts';
import type { Topic } from '../store/announcements.ts';
import type { Database } from '../store/database.ts';
import { hasUnits } from '../store/founding.ts';
import { lockInstallation } from '../store/installation.ts';
import { rootUnit } from '../store/organisation.ts';
import { currentCalendarFor } from '../store/rules.ts';
import { plantCases } from './plant-cases.ts';
import { plantEnterprises } from './plant-enterprises.ts';
import { type PlantedOfficer, plantOrganisation } from './plant-organisation.ts';
import { plantPast } from './plant-past.ts';
import { numberPastCases, plantPastCases } from './plant-past-cases.ts';
import { lowRatings } from './plant-ratings.ts';
import { plantRegistry } from './plant-registry.ts';
import { plantWorkday } from './plant-workday.ts';

export interface Planting {
  /** The reference of each sample case by what it shows. */
  references: ReadonlyMap<string, string>;
  /** The reference of each verification of a low rating by what it shows. */
  ratings: ReadonlyMap<string, string>;
  /** The conversations of the contacts. */
  chats: readonly number[];
}

/**
 * Fills an empty installation with a department, enterprises and cases around the desk's present; all of it or nothing.
 * Null, and nothing is written, where there are units already. The defaults must have been installed before.
 */
export async function plantDemonstration(
  desk: Desk,
  createSignIn: (officer: { id: number; name: string; email: string }) => Promise<void>,
): Promise<Planting | null> {
  const presentAt = desk.clock.now();
  const topics = new Set<Topic>();
  const planted = await desk.database.db.transaction(async (tx) => {
    await lockInstallation(tx);
    if (await hasUnits(tx)) return null;
    // Every act of the past runs inside this one transaction, as a savepoint of it, and wakes nobody before the commit.
    const inside: Desk = {
      ...desk,
      database: { ...desk.database, db: tx } satisfies Database,
      clock: { now: () => presentAt },
      announcements: { ...desk.announcements, announce: (woken) => void [...woken].map((topic) => topics.add(topic)) },
    };
    return plantEverything(inside);
  });
  if (planted === null) return null;
  desk.announcements.announce(topics);
  for (const { id, name, email } of planted.officers) await createSignIn({ id, name, email });
  const { references, ratings, chats } = planted;
  return { references, ratings, chats };
}

async function plantEverything(desk: Desk): Promise<{ officers: PlantedOfficer[] } & Planting> {
  const { officers, contacts, working, numbered, low } = await act(
    desk,
    { kind: 'schedule', name: 'demonstration' },
    async (current) => {
      const officers = await plantOrganisation(current);
      const calendarId = await currentCalendarFor(current.tx, (await rootUnit(current.tx)).id);
      const working = await current.ruleBook.workingTime(current.tx, calendarId);
      const contacts = await plantEnterprises(current, working);
      await plantRegistry(current, working);
      const low = await plantPast(current, working, contacts, officers);
      return { officers, contacts, working, numbered: await numberPastCases(current), low };
    },
  );
  let ratings: ReadonlyMap<string, string> = new Map();
  const cast = { contacts, officers, working, presentAt: desk.clock.now() };
  const references = await plantCases(desk, cast, (rehearsal) => {
    const told = lowRatings({ rehearsal, officers, contacts, zone: desk.zone }, low);

    ratings = told.references;
    return told.moments;
  });
  // Written last, so that nobody is dealt today's cases by what was long ago.
  await act(desk, { kind: 'schedule', name: 'demonstration' }, (current) =>
    plantPastCases(current, { working, contacts, officers }, numbered),
  );
  await plantWorkday(desk, { contacts, officers, references: new Map([...references, ...ratings]) });
  const chats = [...contacts.values()].map(({ conversationId }) => conversationId);
  return { officers: [...officers.values()], references, ratings, chats };
}
