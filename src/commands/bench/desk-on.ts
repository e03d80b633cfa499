import { systemClock } from '../../clock.ts';
import type { Desk } from '../../desk/act.ts';
import { openRuleBook } from '../../desk/rule-book.ts';
import { openPhrasing } from '../../dialogue/notices.ts';
import { openAnnouncements } from '../../store/announcements.ts';
import { openDatabase } from '../../store/database.ts';

const zone = 'Asia/Ho_Chi_Minh';

/** A desk on a database that is there already, without a queue of jobs: no bench measures what is done beside it. */
export async function openDeskOn(url: string, connections: number): Promise<{ desk: Desk; close(): Promise<void> }> {
  const database = openDatabase(url, { max: connections });
  const announcements = await openAnnouncements(database.sql);
  const desk: Desk = {
    database,
    clock: systemClock,
    announcements,
    phrasing: openPhrasing(zone),
    jobs: { send: async () => undefined },
    ruleBook: openRuleBook(zone),
    zone,
  };
  return {
    desk,
    async close() {
      await announcements.close();
      await database.close();
    },
  };
}
