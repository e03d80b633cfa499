import { Hono } from 'hono';
import { NotFound } from '../errors.ts';
import { isCaseVisible } from '../store/case-details.ts';
import { exportRef } from '../store/erasing.ts';
import { fileById } from '../store/messages.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { sendStoredFile } from './send-stored-file.ts';

/** The bytes of what people sent, for those who may see the case. A file that belongs to no case is for keys only. */
export function fileRoutes({ desk, config }: Pick<HttpParts, 'desk' | 'config'>) {
  const { db } = desk.database;

  return new Hono<ApiEnv>().get('/files/:id{[0-9]{1,15}}', async (context) => {
    const { sight } = context.var.reader;
    const file = await fileById(db, Number(context.req.param('id')));
    if (file === null || file.state !== 'stored' || file.path === null) throw new NotFound('tệp');
    // The copy of their data that somebody asked for is nobody else's to read.
    if (file.ref.startsWith(exportRef)) throw new NotFound('tệp');
    const mayRead = file.caseId === null ? sight === 'everything' : await isCaseVisible(db, sight, file.caseId);
    if (!mayRead) throw new NotFound('tệp');
    return sendStoredFile(context, config.filesDirectory, { ...file, path: file.path });
  });
}
