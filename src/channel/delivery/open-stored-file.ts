import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Db } from '../../store/database.ts';
import { fileById } from '../../store/messages.ts';
import type { FileOpener } from '../port.ts';

/** Reads files of our own storage; one that was removed meanwhile, or is not below `directory`, is null. */
export function openStoredFile(db: Db, directory: string | undefined): FileOpener {
  return async (fileId) => {
    if (directory === undefined) return null;
    const file = await fileById(db, fileId);
    if (file === null || file.state !== 'stored' || file.path === null) return null;
    const root = resolve(directory);
    const path = resolve(root, file.path);
    if (!path.startsWith(root + sep)) return null;
    return readFile(path).catch(() => null);
  };
}
