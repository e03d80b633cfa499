import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes stored copies and the uploads of web chat sessions. What is gone already stays gone. */
export async function removeFiles(
  filesDirectory: string,
  { paths, webAddresses }: { paths: readonly string[]; webAddresses: readonly string[] },
): Promise<void> {
  for (const path of paths) await rm(join(filesDirectory, path), { force: true });
  for (const address of webAddresses)
    await rm(join(filesDirectory, 'uploads', address), { recursive: true, force: true });
}
