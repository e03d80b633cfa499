import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';

/** Where bytes are kept beside the database. */
export interface Places {
  filesDirectory: string;
  auditDirectory: string;
}

/** Makes the directory in which a backup is written until it is whole. Throws a sentence where `directory` cannot take one. */
export async function beginBackup(directory: string, places: Places): Promise<string> {
  const whole = resolve(directory);
  if (whole.endsWith('.part')) throw new Error('Tên thư mục sao lưu không được kết thúc bằng .part.');
  for (const kept of [places.filesDirectory, places.auditDirectory])
    if (`${whole}${sep}`.startsWith(`${kept}${sep}`))
      throw new Error(`${whole} nằm trong thư mục được sao lưu (${kept}). Hãy chọn một thư mục khác.`);

  const parent = dirname(whole);
  await mkdir(parent, { recursive: true });
  const entries = await readdir(whole).catch((fault: unknown) => {
    if (codeOf(fault) === 'ENOENT') return null;
    throw codeOf(fault) === 'ENOTDIR' ? new Error(`${whole} là một tệp. Hãy nêu một thư mục mới.`) : fault;
  });
  if (entries !== null && entries.length > 0)
    throw new Error(`Thư mục ${whole} không trống. Hãy nêu một thư mục mới, ví dụ ${whole}-2.`);
  // The finished backup takes the place of the empty directory, which a mounted disk does not give up.
  if (entries !== null && (await stat(whole)).dev !== (await stat(parent)).dev)
    throw new Error(`${whole} là gốc của một ổ đĩa. Hãy nêu một thư mục con, ví dụ ${whole}/sao-luu.`);

  const part = `${whole}.part`;
  await mkdir(part, { mode: 0o700 }).catch((fault: unknown) => {
    throw codeOf(fault) === 'EEXIST'
      ? new Error(
          `${part} là một bản sao lưu dở dang hoặc đang được ghi. Nếu không còn lệnh nào đang chạy, hãy xóa nó.`,
        )
      : fault;
  });
  return part;
}

/** Gives a whole backup its name. Until then nobody takes it for one. */
export async function finishBackup(part: string): Promise<void> {
  const whole = part.replace(/\.part$/, '');
  await rmdir(whole).catch((fault: unknown) => {
    if (codeOf(fault) !== 'ENOENT') throw fault;
  });
  await rename(part, whole);
}

export async function abandonBackup(part: string): Promise<void> {
  await rm(part, { recursive: true, force: true });
}

export function codeOf(fault: unknown): string | null {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : null;
}
