import type { Clock } from '../clock.ts';
import type { Actor } from '../rules/case/words.ts';
import type { Announcements, Topic } from '../store/announcements.ts';
import type { Database, Tx } from '../store/database.ts';
import type { JobSender } from '../store/jobs.ts';
import type { Phrasing } from './notices.ts';
import type { RuleBook } from './rule-book.ts';

/** What every verb stands on. Built once by `app.ts`. */
export interface Desk {
  database: Database;
  clock: Clock;
  announcements: Announcements;
  phrasing: Phrasing;
  jobs: JobSender;
  ruleBook: RuleBook;
  /** The zone in which people read dates. */
  zone: string;
}

/** One person or timer doing one thing at one instant, in one transaction. Verbs join it; nothing else writes. */
export interface Act {
  tx: Tx;
  /** The present, read once. */
  at: Date;
  by: Actor;
  phrasing: Phrasing;
  jobs: JobSender;
  ruleBook: RuleBook;
  zone: string;
  /** Who is to be woken after the commit. */
  wakes: Set<Topic>;
}

/** Runs `deed` in a transaction of its own and wakes whoever waits for its effects once they are committed. */
export async function act<Result>(desk: Desk, by: Actor, deed: (act: Act) => Promise<Result>): Promise<Result> {
  const wakes = new Set<Topic>();
  const result = await desk.database.db.transaction((tx) =>
    deed({
      tx,
      at: desk.clock.now(),
      by,
      phrasing: desk.phrasing,
      jobs: desk.jobs,
      ruleBook: desk.ruleBook,
      zone: desk.zone,
      wakes,
    }),
  );
  desk.announcements.announce(wakes);
  return result;
}
