import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Stores bytes below `directory` under the name that their content gives them, so that the same file is stored once.
 * Written beside and renamed: a crash leaves no half file under a final name.
 */
export async function storeBytes(
  directory: string,
  bytes: Uint8Array,
): Promise<{ path: string; sha256: string; size: number }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = join(sha256.slice(0, 2), sha256);
  const whole = join(directory, path);
  await mkdir(dirname(whole), { recursive: true });
  const beside = `${whole}.${randomUUID()}.part`;
  await writeFile(beside, bytes);
  await rename(beside, whole);
  return { path, sha256, size: bytes.byteLength };
}
