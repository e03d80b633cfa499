import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Watch } from './copying.ts';
import { walkFiles } from './walk-files.ts';

/** As `sha256sum -c` reads it, so that a backup can be checked without this program. */
export const sumsName = 'SHA256SUMS';

/** Of what a backup consists. */
const folders = ['audit', 'files', 'tables'] as const;

const line = /^([0-9a-f]{64}) {2}((?:tables|files|audit)\/.+)$/;

export interface Sum {
  sha256: string;
  /** Below the backup, with `/`; never out of it. */
  path: string;
}

/** Writes the digest of every file below `directory`, read back from the disk. */
export async function writeSums(
  directory: string,
  watch: Watch,
): Promise<{ sumsSha256: string; files: { count: number; bytes: number } }> {
  const out = await open(join(directory, sumsName), 'wx', 0o600);
  const whole = createHash('sha256');
  const files = { count: 0, bytes: 0 };
  try {
    for (const folder of folders) {
      for await (const path of walkFiles(directory, folder)) {
        const { sha256, bytes } = await digestOf(join(directory, path), watch);
        const text = `${sha256}  ${path}\n`;
        whole.update(text);
        await out.write(text);
        if (folder === 'tables') continue;
        files.count += 1;
        files.bytes += bytes;
      }
    }
    await out.sync();
  } finally {
    await out.close();
  }
  return { sumsSha256: whole.digest('hex'), files };
}

/** The list itself, in its order. Throws a sentence at a line that is none, or leads out of the backup. */
export async function* readSums(directory: string): AsyncGenerator<Sum> {
  const lines = createInterface({ input: createReadStream(join(directory, sumsName)), crlfDelay: Infinity });
  for await (const text of lines) {
    const [, sha256, path] = line.exec(text) ?? [];
    const isWithin = path?.split('/').every((part) => part !== '' && part !== '.' && part !== '..') === true;
    if (sha256 === undefined || path === undefined || !isWithin)
      throw new Error(`Tệp ${sumsName} của bản sao lưu đã hỏng hoặc bị sửa. Hãy dùng một bản sao lưu khác.`);
    yield { sha256, path };
  }
}

export async function digestOf(path: string, watch: Watch): Promise<{ sha256: string; bytes: number }> {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    digest.update(chunk);
    bytes += chunk.length;
    watch(chunk.length);
  }
  return { sha256: digest.digest('hex'), bytes };
}
