import { startReceiving } from '../../channel/receiving.ts';
import { openTelegram } from '../../channel/telegram/telegram.ts';
import { systemClock } from '../../clock.ts';
import { openRuleBook } from '../../desk/rule-book.ts';
import { openPhrasing } from '../../dialogue/notices.ts';
import { openLog } from '../../log.ts';
import { openAnnouncements } from '../../store/announcements.ts';
import { openDatabase } from '../../store/database.ts';
import { benchBot } from './bench-bot.ts';
import { beWorkerProcess } from './worker-processes.ts';

const zone = 'Asia/Ho_Chi_Minh';

// The inbox as a process with the role "worker" works through it, with nothing else beside it.
await beWorkerProcess(async ({ url }) => {
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
  const silent = { showTyping: async () => undefined, acknowledgeChoice: async () => undefined };
  const receiving = startReceiving({
    desk,
    channels: [{ ...openTelegram(benchBot), ...silent }],
    log: openLog('error'),
  });
  return async () => {
    await receiving.stop();
    await announcements.close();
    await database.close();
  };
});
