import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { NotFound } from '../errors.ts';

// The types a browser shows by itself without running anything of ours. All others are saved.
const shownInline = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf']);

/** Answers with the bytes of a stored file, as something to look at and never as a page of ours. */
export async function sendStoredFile(
  context: Context,
  filesDirectory: string,
  file: { id: number; path: string; name: string; mediaType: string | null },
): Promise<Response> {
  const root = resolve(filesDirectory);
  const path = resolve(root, file.path);
  if (!path.startsWith(root + sep)) throw new Error(`File ${file.id} is stored outside the files directory`);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new NotFound('tệp');

  const mediaType = file.mediaType ?? 'application/octet-stream';
  const how = shownInline.has(mediaType) ? 'inline' : 'attachment';
  context.header('content-type', mediaType);
  context.header('content-length', String(found.size));
  context.header(
    'content-disposition',
    `${how}; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
  );
  context.header('x-content-type-options', 'nosniff');
  context.header('content-security-policy', "sandbox; default-src 'none'");
  context.header('cache-control', 'private, max-age=3600');
  return context.body(Readable.toWeb(createReadStream(path)) as ReadableStream);
}
