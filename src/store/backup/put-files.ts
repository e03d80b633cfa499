import { constants } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Watch } from './copying.ts';
import { codeOf, type Places } from './place.ts';
import { digestOf, readSums } from './sums.ts';
import { walkFiles } from './walk-files.ts';

/** Throws a sentence where files are kept that are not those of the backup. Some of its own may be there from a restoration that was stopped. */
export async function requireNoOtherFiles(directory: string, places: Places): Promise<void> {
  for (const [folder, target] of foldersOf(places)) {
    for await (const path of walkFiles(target)) {
      if (!(await isSame(join(target, path), join(directory, folder, path))))
        throw new Error(
          `Thư mục ${target} đã có tệp không thuộc bản sao lưu (${path}). Hãy dời nó đi hoặc dùng một thư mục trống.`,
        );
    }
  }
}

/** Puts the files of a backup where they belong; each is whole or not there. */
export async function putFiles(directory: string, places: Places, watch: Watch): Promise<number> {
  const targets = new Map(foldersOf(places));
  let count = 0;
  for await (const { path } of readSums(directory)) {
    const [folder = '', ...below] = path.split('/');
    const target = targets.get(folder);
    if (target === undefined) continue;
    const whole = join(target, ...below);
    await mkdir(dirname(whole), { recursive: true });
    const beside = `${whole}.part`;
    await rm(beside, { force: true });
    await copyFile(join(directory, path), beside, constants.COPYFILE_FICLONE);
    await rename(beside, whole);
    watch(0);
    count += 1;
  }
  return count;
}

function foldersOf({ filesDirectory, auditDirectory }: Places): [folder: string, target: string][] {
  return [
    ['files', filesDirectory],
    ['audit', auditDirectory],
  ];
}

async function isSame(one: string, other: string): Promise<boolean> {
  try {
    const still = () => undefined;
    return (await digestOf(one, still)).sha256 === (await digestOf(other, still)).sha256;
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return false;
    throw fault;
  }
}
