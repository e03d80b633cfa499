import type { Desk } from '../../src/desk/act.ts';
import { openRuleBook } from '../../src/desk/rule-book.ts';
import { openPhrasing } from '../../src/dialogue/notices.ts';
import { openAnnouncements } from '../../src/store/announcements.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { JobData, JobName, JobSender } from '../../src/store/jobs.ts';
import { cloneDatabase } from './database.ts';
import { type Organisation, seedOrganisation } from './organisation.ts';
import { type TestClock, testClock } from './test-clock.ts';

/** A real desk on a database of its own, with the small organisation in it and a clock that only the test moves. */
export interface TestDesk extends Desk, AsyncDisposable {
  clock: TestClock;
  organisation: Organisation;
  /** Jobs that verbs asked for, in order. Nobody works on them unless a test does. */
  sentJobs: { name: JobName; data: JobData[JobName] }[];
  databaseUrl: string;
}

const zone = 'Asia/Ho_Chi_Minh';

/**
 * Use it with `await using`: the database is gone at the end of the block. `now` is an ISO instant with its zone; give
 * `jobs` where the test is about work done in the queue.
 */
export async function openDesk({ now, jobs }: { now: string; jobs?: JobSender }): Promise<TestDesk> {
  const clone = await cloneDatabase();
  const database = openDatabase(clone.url, { max: 6 });
  const clock = testClock(now);
  const organisation = await seedOrganisation(database.db, clock.now());
  const announcements = await openAnnouncements(database.sql);
  const sentJobs: TestDesk['sentJobs'] = [];
  return {
    database,
    clock,
    announcements,
    phrasing: openPhrasing(zone),
    jobs: jobs ?? { send: async (_, name, data) => void sentJobs.push({ name, data }) },
    sentJobs,
    ruleBook: openRuleBook(zone),
    zone,
    organisation,
    databaseUrl: clone.url,
    async [Symbol.asyncDispose]() {
      await announcements.close();
      await database.close();
      await clone[Symbol.asyncDispose]();
    },
  };
}
