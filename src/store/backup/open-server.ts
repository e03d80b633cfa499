import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbeddedServer } from '../embedded.ts';

interface Where {
  databaseUrl: string | null;
  dataDirectory: string;
  say: (sentence: string) => void;
}

/** The server of this installation as it is, without bringing its schema to the present. */
export async function openServer({ databaseUrl, dataDirectory, say }: Where) {
  if (databaseUrl !== null) return { url: databaseUrl, stop: async () => undefined };
  return openEmbeddedServer({ dataDirectory: join(dataDirectory, 'postgres'), say });
}

/** Throws a sentence where no server of ours was ever started: opening it would make an empty one. */
export async function requireServer({ databaseUrl, dataDirectory }: Omit<Where, 'say'>): Promise<void> {
  if (databaseUrl !== null) return;
  await access(join(dataDirectory, 'postgres', 'server')).catch(() => {
    throw new Error(
      `Không có dữ liệu nào ở ${dataDirectory}. Hãy đặt DATA_DIR hoặc DATABASE_URL như khi chạy Đồng Hành.`,
    );
  });
}
