import { Hono } from 'hono';
import type { FileLinks } from '../channel/file-link.ts';
import type { Desk } from '../desk/act.ts';
import { NotFound } from '../errors.ts';
import { fileById } from '../store/messages.ts';
import { sendStoredFile } from './send-stored-file.ts';

/**
 * A file of ours for whoever was sent its address, where a platform does not carry the file itself. An address that is
 * over and one that was made up are answered alike.
 */
export function linkedFileRoutes({
  desk,
  links,
  filesDirectory,
}: {
  desk: Desk;
  links: FileLinks;
  filesDirectory: string;
}): Hono {
  return new Hono().get('/tep/:token', async (context) => {
    const fileId = links.fileOf(context.req.param('token'));
    const file = fileId === null ? null : await fileById(desk.database.db, fileId);
    if (file === null || file.state !== 'stored' || file.path === null) throw new NotFound('tệp');
    context.header('referrer-policy', 'no-referrer');
    return sendStoredFile(context, filesDirectory, { ...file, path: file.path });
  });
}
