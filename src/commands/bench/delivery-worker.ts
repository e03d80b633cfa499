import { startDelivering } from '../../channel/delivering.ts';
import { openTelegram } from '../../channel/telegram/telegram.ts';
import { systemClock } from '../../clock.ts';
import { openRuleBook } from '../../desk/rule-book.ts';
import { openPhrasing } from '../../dialogue/notices.ts';
import { openLog } from '../../log.ts';
import { openAnnouncements } from '../../store/announcements.ts';
import { openDatabase } from '../../store/database.ts';
import { beWorkerProcess } from './worker-processes.ts';

const zone = 'Asia/Ho_Chi_Minh';

// The deliverer as every process of the product runs it, with the real Telegram channel and nothing else beside it.
await beWorkerProcess(async ({ url, apiRoot = '', token = '' }) => {
  const database = openDatabase(url, { max: 8 });
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
  const delivering = startDelivering({ desk, channels: [openTelegram({ token, apiRoot })], log: openLog('error') });
  return async () => {
    await delivering.stop();
    await announcements.close();
    await database.close();
  };
});
