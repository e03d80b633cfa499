import { type Planting, plantDemonstration } from '../../src/demonstration/plant-demonstration.ts';
import { act, type Desk } from '../../src/desk/act.ts';
import { installDefaults } from '../../src/desk/installation/install-defaults.ts';
import { openRuleBook } from '../../src/desk/rule-book.ts';
import { openPhrasing } from '../../src/dialogue/notices.ts';
import { openAnnouncements } from '../../src/store/announcements.ts';
import { openDatabase } from '../../src/store/database.ts';
import { cloneDatabase } from '../support/database.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';

const zone = 'Asia/Ho_Chi_Minh';

/** A desk as a new installation has it: tables without a row. `now` is an ISO instant with its zone. */
export async function openEmptyDesk(now: string): Promise<Desk & AsyncDisposable & { clock: TestClock }> {
  const clone = await cloneDatabase();
  const database = openDatabase(clone.url, { max: 4 });
  const announcements = await openAnnouncements(database.sql);
  return {
    database,
    clock: testClock(now),
    announcements,
    phrasing: openPhrasing(zone),
    jobs: { send: async () => undefined },
    ruleBook: openRuleBook(zone),
    zone,
    async [Symbol.asyncDispose]() {
      await announcements.close();
      await database.close();
      await clone[Symbol.asyncDispose]();
    },
  };
}

/** What the demonstration does at its first start. Returns the planting and who got a sign-in. */
export async function plant(desk: Desk): Promise<{ planting: Planting | null; signIns: string[] }> {
  const signIns: string[] = [];
  await act(desk, { kind: 'schedule', name: 'installation' }, installDefaults);
  const planting = await plantDemonstration(desk, async ({ email }) => void signIns.push(email));
  return { planting, signIns };
}
