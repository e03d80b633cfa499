import { randomBytes } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { webAddress } from './delivery.ts';
import { type FileKind, fileKindOf, fileKinds, isFileKind } from './file-kind.ts';
import { tidy } from './tidy.ts';

export const largestUploadBytes = 10 * 1024 * 1024;

export interface Upload {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

export type UploadOutcome = { ok: true; upload: Upload } | { ok: false; because: 'empty' | 'tooLarge' | 'notAccepted' };

/**
 * Files that people gave to the page. Each session has a folder of its own and a file is looked for only there, so the
 * id of somebody else's file leads nowhere.
 */
export interface Uploads {
  keep(address: string, file: { name: string; bytes: Uint8Array }): Promise<UploadOutcome>;
  /** Null where this session has no such file. */
  facts(address: string, id: string): Promise<{ mediaType: string; size: number } | null>;
  bytes(address: string, id: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

export function openUploads(directory: string): Uploads {
  return {
    async keep(address, { name, bytes }) {
      if (bytes.length === 0) return { ok: false, because: 'empty' };
      if (bytes.length > largestUploadBytes) return { ok: false, because: 'tooLarge' };
      const kind = await fileKindOf(bytes, name);
      if (kind === null) return { ok: false, because: 'notAccepted' };

      const id = `${randomBytes(16).toString('base64url')}.${kind}`;
      const place = placeOf(directory, address, id);
      if (place === null) throw new RangeError('A file is kept for an address of the web chat');
      await mkdir(join(directory, address), { recursive: true });
      await writeFile(place.path, bytes, { flag: 'wx' });
      return { ok: true, upload: { id, name: tidyName(name, kind), mediaType: fileKinds[kind], size: bytes.length } };
    },
    async facts(address, id) {
      const place = placeOf(directory, address, id);
      const found = place === null ? null : await orNull(stat(place.path));
      return place === null || found === null ? null : { mediaType: fileKinds[place.kind], size: found.size };
    },
    async bytes(address, id) {
      const place = placeOf(directory, address, id);
      const bytes = place === null ? null : await orNull(readFile(place.path));
      return bytes === null ? null : new Uint8Array(bytes);
    },
  };
}

// Both halves of the path are matched whole, so neither can climb out of the directory.
function placeOf(directory: string, address: string, id: string): { path: string; kind: FileKind } | null {
  const kind = /^[\w-]{22}\.([a-z]{3,4})$/.exec(id)?.[1];
  if (kind === undefined || !isFileKind(kind) || !webAddress.safeParse(address).success) return null;
  return { path: join(directory, address, id), kind };
}

async function orNull<Value>(found: Promise<Value>): Promise<Value | null> {
  try {
    return await found;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
    throw fault;
  }
}

/** What the file is called: the last part of a path, without what no name holds, and never empty or endless. */
export function tidyName(name: string, kind: FileKind): string {
  const last = tidy(name).split(/[/\\]/).at(-1)?.replace(/\s+/g, ' ').trim() ?? '';
  if (last === '') return `tep.${kind}`;
  return last.length <= 120 ? last : `${last.slice(0, 110)}….${kind}`;
}
