import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plantOrganisation } from '../../../demonstration/plant-organisation.ts';
import { act } from '../../../desk/act.ts';
import { installDefaults } from '../../../desk/installation/install-defaults.ts';
import { openEmbeddedServer } from '../../../store/embedded.ts';
import { migrate } from '../../../store/migrate.ts';
import { openDeskOn } from '../desk-on.ts';
import type { BenchDesk } from '../server.ts';

/** A desk as a department has it before it brings its lists: units, offices, officers and promises, and nothing else. */
export async function openScaleDesk(connections: number): Promise<BenchDesk> {
  const directory = await mkdtemp(join(tmpdir(), 'dong-hanh-bench-'));
  const server = await openEmbeddedServer({ dataDirectory: directory, say: () => undefined });
  await migrate(server.url);
  const { desk, close } = await openDeskOn(server.url, connections);
  await act(desk, { kind: 'schedule', name: 'bench' }, async (current) => {
    await installDefaults(current);
    await plantOrganisation(current);
  });
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
