import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plantDemonstration } from '../../demonstration/plant-demonstration.ts';
import { act, type Desk } from '../../desk/act.ts';
import { installDefaults } from '../../desk/installation/install-defaults.ts';
import { openEmbeddedServer } from '../../store/embedded.ts';
import { migrate } from '../../store/migrate.ts';
import { openDeskOn } from './desk-on.ts';

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
  const { desk, close } = await openDeskOn(server.url, connections);
  await act(desk, { kind: 'schedule', name: 'bench' }, installDefaults);
  await plantDemonstration(desk, async () => undefined);
  return {
    desk,
    url: server.url,
    directory,
    async close() {
      await close();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
