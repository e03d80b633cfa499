import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskError } from '../../errors.ts';
import { fileKind } from '../../import/file-kind.ts';
import { uploadLimits } from './limits.ts';

export interface KeptUpload {
  /** Below the directory of files. */
  path: string;
  bytes: number;
  sha256: string;
}

const folder = 'imports';

/** Writes arriving bytes to a file of our own naming. What is too large, or no table by its first bytes, leaves nothing behind. */
export async function keepUpload(filesDirectory: string, arriving: AsyncIterable<Uint8Array>): Promise<KeptUpload> {
  const path = join(folder, randomUUID());
  await mkdir(join(filesDirectory, folder), { recursive: true });
  const whole = join(filesDirectory, path);
  const file = await open(whole, 'wx');
  const digest = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of arriving) {
      bytes += chunk.length;
      if (bytes > uploadLimits.fileBytes) throw tooLarge();
      digest.update(chunk);
      await file.write(chunk);
    }
    await file.close();
    await refuseOthers(whole);
  } catch (fault) {
    await file.close().catch(() => undefined);
    await rm(whole, { force: true });
    throw fault;
  }
  return { path, bytes, sha256: digest.digest('hex') };
}

/** Where the rejected rows of an attempt are kept, beside the upload itself. */
export function rejectedPathOf(path: string, attempt: number): string {
  return `${path}.${attempt}.csv`;
}

async function refuseOthers(path: string): Promise<void> {
  const file = await open(path);
  try {
    const head = new Uint8Array(64 * 1024);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    fileKind(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function tooLarge(): DeskError {
  return new DeskError(
    'fileTooLarge',
    `Tệp lớn hơn ${uploadLimits.fileBytes / 1024 ** 2} MB. Hãy chia nhỏ, hoặc nhập bằng dòng lệnh trên máy chủ.`,
  );
}
