import { systemClock } from '../../clock.ts';
import { startLadderTimer } from '../../desk/cases/ladder-timer.ts';
import { openRuleBook } from '../../desk/rule-book.ts';
import { openPhrasing } from '../../dialogue/notices.ts';
import { openLog } from '../../log.ts';
import { openAnnouncements } from '../../store/announcements.ts';
import { openDatabase } from '../../store/database.ts';
import { beWorkerProcess } from './worker-processes.ts';

const zone = 'Asia/Ho_Chi_Minh';

// The ladder timer as every process of the product runs it, with nothing else beside it.
await beWorkerProcess(async ({ url }) => {
  const database = openDatabase(url, { max: 4 });
  const announcements = await openAnnouncements(database.sql);
  const desk = {
    database,
    clock: systemClock,
    announcements,
    phrasing: openPhrasing(zone),
    jobs: { send: async () => undefined },
    ruleBook: openRuleBook(zone),
    zone,
  };
  const timer = startLadderTimer(desk, openLog('error'));
  return async () => {
    await timer.stop();
    await announcements.close();
    await database.close();
  };
});
