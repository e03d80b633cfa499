import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/**
 * Where throwaway databases live: in memory if there are two spare gigabytes. A clone is 500 small files: 20–50 ms in
 * memory, 0.3–1.5 s on the disk where it was measured.
 */
export async function swiftDirectory(): Promise<string> {
  const memory = '/dev/shm';
  const room = await statfs(memory).catch(() => null);
  return room !== null && room.bavail * room.bsize > 2 * 1024 ** 3 ? memory : tmpdir();
}
