import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { act } from '../desk/act.ts';
import { bringFile } from '../desk/imports/bring-file.ts';
import { chooseColumns } from '../desk/imports/choose-columns.ts';
import { discardFile } from '../desk/imports/discard-file.ts';
import { keepUpload } from '../desk/imports/keep-upload.ts';
import { startImport } from '../desk/imports/start-import.ts';
import { NotFound } from '../errors.ts';
import { importNouns } from '../rules/imports/import-file.ts';
import type { Db, Tx } from '../store/database.ts';
import { importedBefore, importFileById, latestCommandRuns, latestImportFiles } from '../store/import-files.ts';
import { administratorOnly } from './administrator-only.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import {
  chosenColumnsSchema,
  commandRunView,
  importDetailSchema,
  importDetailView,
  importFileView,
  importListSchema,
  namesIn,
} from './import-views.ts';
import { idParam, line } from './organisation-schemas.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { limitUploads } from './upload-limits.ts';
import { json, jsonBody } from './view-schemas.ts';

const doing = 'nhập dữ liệu từ tệp';
const mostListed = 50;
const rejectedType = 'text/csv';

const list = createRoute({
  method: 'get',
  path: '/imports',
  summary: 'Files that were brought to be imported, newest first',
  responses: { 200: json(importListSchema, 'The newest, and what the operator imported by command') },
});

const upload = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Bring a CSV or XLSX file; it is tried out, and nothing of it is kept in the registers',
  request: {
    query: z.object({ noun: z.enum(importNouns), name: line.describe('What the file is called') }),
    body: {
      required: true,
      description: 'The bytes of the file, up to 64 MB',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: { 201: json(importDetailSchema, 'It is being read') },
});

const one = createRoute({
  method: 'get',
  path: '/imports/{id}',
  summary: 'A file: how its columns were recognised, what would come of it or has come of it',
  request: { params: idParam },
  responses: { 200: json(importDetailSchema, 'The file') },
});

const columns = createRoute({
  method: 'put',
  path: '/imports/{id}/columns',
  summary: 'Say which header is which column; null goes back to what the headers say',
  request: {
    params: idParam,
    body: jsonBody(z.strictObject({ columns: chosenColumnsSchema.nullable() })),
  },
  responses: { 200: json(importDetailSchema, 'It is being read anew') },
});

const start = createRoute({
  method: 'post',
  path: '/imports/{id}/start',
  summary: 'Import a file that was tried out, or one that stopped, from its first row',
  request: { params: idParam },
  responses: { 200: json(importDetailSchema, 'It is being imported') },
});

const discarding = createRoute({
  method: 'post',
  path: '/imports/{id}/discarding',
  summary: 'Take a file off the table; what was imported of it stays',
  request: { params: idParam },
  responses: { 200: json(importDetailSchema, 'It is gone') },
});

const rejectedRows = createRoute({
  method: 'get',
  path: '/imports/{id}/rejected-rows',
  summary: 'The rejected rows with line, column and reason, as a spreadsheet opens them',
  request: { params: idParam },
  responses: {
    200: {
      description: 'Text in UTF-16, cells parted by tabs',
      content: { [rejectedType]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

/** What administrators bring by file: tried out first, imported when they have seen what would come of it. */
export function importRoutes({ desk, config }: Pick<HttpParts, 'desk' | 'config'>) {
  const { db } = desk.database;
  const routes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed });
  routes.on('POST', '/imports', limitUploads(db, 'imports'));

  return routes
    .openapi(list, async (context) => {
      administratorOnly(context.var.reader, doing);
      const files = await latestImportFiles(db, mostListed);
      const runs = await latestCommandRuns(db, mostListed);
      const nameOf = await namesIn(
        db,
        files.flatMap(({ broughtBy, startedBy }) => [broughtBy, startedBy]),
      );
      const items = files.map((row) => importFileView(row, nameOf));
      return context.json({ items, commandRuns: runs.map(commandRunView) }, 200);
    })
    .openapi(upload, async (context) => {
      administratorOnly(context.var.reader, doing);
      const { noun, name } = context.req.valid('query');
      const kept = await keepUpload(config.filesDirectory, context.req.raw.body ?? Readable.from([]));
      try {
        const view = await act(desk, context.var.reader.actor, async (current) =>
          viewOf(current.tx, await bringFile(current, { noun, name, upload: kept })),
        );
        return context.json(view, 201);
      } catch (fault) {
        await rm(join(config.filesDirectory, kept.path), { force: true });
        throw fault;
      }
    })
    .openapi(one, async (context) => {
      administratorOnly(context.var.reader, doing);
      return context.json(await viewOf(db, context.req.valid('param').id), 200);
    })
    .openapi(columns, async (context) => {
      const { id } = context.req.valid('param');
      const said = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) => {
        await chooseColumns(current, { id, ...said });
        return viewOf(current.tx, id);
      });
      return context.json(view, 200);
    })
    .openapi(start, async (context) => {
      const { id } = context.req.valid('param');
      const view = await writeOnce(context, desk, async (current) => {
        await startImport(current, id);
        return viewOf(current.tx, id);
      });
      return context.json(view, 200);
    })
    .openapi(discarding, async (context) => {
      const { id } = context.req.valid('param');
      const view = await writeOnce(context, desk, async (current) => {
        await discardFile(current, id);
        return viewOf(current.tx, id);
      });
      return context.json(view, 200);
    })
    .openapi(rejectedRows, async (context) => {
      administratorOnly(context.var.reader, doing);
      const { id } = context.req.valid('param');
      const row = await importFileById(db, id);
      if (row === null || row.rejectedPath === null) throw new NotFound('tệp các dòng bị loại');
      // A path of our own naming.
      const path = join(config.filesDirectory, row.rejectedPath);
      const found = await stat(path).catch(() => null);
      if (found === null) throw new NotFound('tệp các dòng bị loại');
      return context.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, {
        'content-type': rejectedType,
        'content-length': String(found.size),
        'content-disposition': `attachment; filename="rejected-${id}.csv"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
    });
}

async function viewOf(from: Db | Tx, id: number) {
  const row = await importFileById(from, id);
  if (row === null) throw new NotFound('tệp nhập');
  const { noun, sha256, broughtAt: before } = row;
  const earlier = await importedBefore(from, { noun, sha256, before });
  const nameOf = await namesIn(from, [row.broughtBy, row.startedBy, earlier?.by ?? null]);
  return importDetailView(row, earlier, nameOf);
}
