import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file that grows piece by piece and gets the name of its content at the end. */
export interface ContentFile {
  write(text: string): Promise<void>;
  /** Puts it in its place below the directory and says which. */
  finish(): Promise<{ path: string; sha256: string; size: number }>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Begins a file under `name` beside the stored ones; a crash leaves no half file under a final name. */
export async function beginContentFile(directory: string, name: string): Promise<ContentFile> {
  await mkdir(directory, { recursive: true });
  const beside = join(directory, `${name}.part`);
  const file: FileHandle = await open(beside, 'w');
  const digest = createHash('sha256');
  return {
    async write(text) {
      digest.update(text);
      await file.write(text);
    },
    async finish() {
      await file.close();
      const sha256 = digest.digest('hex');
      const path = join(sha256.slice(0, 2), sha256);
      const whole = join(directory, path);
      await mkdir(dirname(whole), { recursive: true });
      await rename(beside, whole);
      return { path, sha256, size: (await stat(whole)).size };
    },
    async discard() {
      await file.close();
      await rm(beside, { force: true });
    },
  };
}
