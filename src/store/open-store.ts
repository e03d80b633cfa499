import { join } from 'node:path';
import { type Database, openDatabase } from './database.ts';
import { openEmbeddedServer } from './embedded.ts';
import { migrate } from './migrate.ts';

export interface Store {
  url: string;
  database: Database;
  /** Hangs up, and stops the server if it is ours and nobody else needs it. */
  close(): Promise<void>;
}

/** The database given by its address, or a server of our own in the data directory; with the present schema either way. */
export async function openStore(options: {
  databaseUrl: string | null;
  dataDirectory: string;
  connections: number;
  /** Told in one sentence of each unusual thing that was handled. */
  say: (sentence: string) => void;
}): Promise<Store> {
  const { databaseUrl, say } = options;
  const server =
    databaseUrl === null
      ? await openEmbeddedServer({ dataDirectory: join(options.dataDirectory, 'postgres'), say })
      : { url: databaseUrl, stop: async () => undefined };
  try {
    await migrate(server.url);
  } catch (fault) {
    await server.stop();
    throw fault;
  }
  const database = openDatabase(server.url, { max: options.connections });
  return {
    url: server.url,
    database,
    async close() {
      await database.close();
      await server.stop();
    },
  };
}
