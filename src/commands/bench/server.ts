import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../clock.ts';
import { plantDemonstration } from '../../demonstration/plant-demonstration.ts';
import { act, type Desk } from '../../desk/act.ts';
import { installDefaults } from '../../desk/installation/install-defaults.ts';
import { openRuleBook } from '../../desk/rule-book.ts';
import { openPhrasing } from '../../dialogue/notices.ts';
import { openAnnouncements } from '../../store/announcements.ts';
import { openDatabase } from '../../store/database.ts';
import { openEmbeddedServer } from '../../store/embedded.ts';
import { migrate } from '../../store/migrate.ts';

const zone = 'Asia/Ho_Chi_Minh';

export interface BenchDesk {
  desk: Desk;
  url: string;
  /** Where the server keeps its data; removed at the end. */
  directory: string;
  close(): Promise<void>;
}

/** A desk on a fresh server of its own with the shipped settings, fsync on, and the demonstration's organisation. */
export async function openBenchDesk(
  connections: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<BenchDesk> {
  const directory = await mkdtemp(join(tmpdir(), 'dong-hanh-bench-'));
  const server = await openEmbeddedServer({ dataDirectory: directory, say: () => undefined, settings });
  await migrate(server.url);
  const database = openDatabase(server.url, { max: connections });
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
  await act(desk, { kind: 'schedule', name: 'bench' }, installDefaults);
  await plantDemonstration(desk, async () => undefined);
  return {
    desk,
    url: server.url,
    directory,
    async close() {
      await announcements.close();
      await database.close();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
