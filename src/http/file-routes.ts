import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { NotFound } from '../errors.ts';
import { isCaseVisible } from '../store/case-details.ts';
import { fileById } from '../store/messages.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';

// The types a browser shows by itself without running anything of ours. All others are saved.
const shownInline = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf']);

/** The bytes of what people sent, for those who may see the case. A file that belongs to no case is for keys only. */
export function fileRoutes({ desk, config }: Pick<HttpParts, 'desk' | 'config'>) {
  const { db } = desk.database;
  const root = resolve(config.filesDirectory);

  return new Hono<ApiEnv>().get('/files/:id{[0-9]{1,15}}', async (context) => {
    const { sight } = context.var.reader;
    const file = await fileById(db, Number(context.req.param('id')));
    if (file === null || file.state !== 'stored' || file.path === null) throw new NotFound('tệp');
    const mayRead = file.caseId === null ? sight === 'everything' : await isCaseVisible(db, sight, file.caseId);
    if (!mayRead) throw new NotFound('tệp');

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
  });
}
