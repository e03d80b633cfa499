import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { ChannelName } from '../channel/port.ts';
import { storeBytes } from '../channel/store-bytes.ts';
import { type FileKind, fileKindOf } from '../channel/webchat/file-kind.ts';
import { tidyName } from '../channel/webchat/uploads.ts';
import { chooseFile, dropFile } from '../desk/drafts/choose-file.ts';
import { NotFound } from '../errors.ts';
import type { FileLimits } from '../rules/delivery/file-limits.ts';
import { caseCard } from '../store/case-lists.ts';
import { uploadsOf } from '../store/case-uploads.ts';
import type { Db } from '../store/database.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { carriageFor, chosenFileSchema, chosenFileView, limitsFor, modeSchema, plainType } from './file-carriage.ts';
import { fileType, writeOnce } from './idempotency.ts';
import { HttpProblem } from './problems.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { seenCase } from './seen-case.ts';
import { sendStoredFile } from './send-stored-file.ts';
import { limitUploads } from './upload-limits.ts';
import { caseReference, json } from './view-schemas.ts';

const reference = z.object({ reference: caseReference });

const choosing = createRoute({
  method: 'post',
  path: '/cases/{reference}/files',
  summary: 'Choose a file for a reply or a note that is not sent yet; its id goes along with the words',
  request: {
    params: reference,
    query: z.object({ name: z.string().min(1).max(300).openapi({ example: 'bien-ban.pdf' }), mode: modeSchema }),
    body: {
      required: true,
      content: { [fileType]: { schema: z.string().openapi({ format: 'binary', description: 'The bytes' }) } },
    },
  },
  responses: { 201: json(chosenFileSchema, 'It waits for the words, and goes by itself if none come') },
});

const dropping = createRoute({
  method: 'delete',
  path: '/cases/{reference}/files/{id}',
  summary: 'Take a chosen file back',
  request: { params: reference.extend({ id: z.coerce.number().int().positive() }) },
  responses: { 204: { description: 'It goes nowhere' } },
});

/** Files that officers choose for what they are writing. They are their owner's alone until they are sent. */
export function caseFileRoutes({ desk, config }: Pick<HttpParts, 'desk' | 'config'>) {
  const { db } = desk.database;
  const routes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed });
  routes.on('POST', '/cases/:reference/files', limitUploads(db, 'files'));

  return routes
    .openapi(choosing, async (context) => {
      const { reader } = context.var;
      const { reference: of } = context.req.valid('param');
      const { name, mode } = context.req.valid('query');
      const channel = await channelOfCase(db, reader, of);
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      const limits = limitsFor(mode, channel);
      requireSize(limits, bytes.length);
      const kind = await acceptedKind(bytes, name);
      requireCarried(limits, { ending: kind, size: bytes.length });
      // Named by content: a request that is repeated stores the same file again.
      const stored = await storeBytes(config.filesDirectory, bytes);
      const file = { ...stored, name: tidyName(name, kind), mediaType: plainType(kind) };
      const chosen = await writeOnce(context, desk, async (current) => {
        const owner = { caseId: await seenCase(current.tx, reader, of), officerId: ownerOf(reader) };
        return chosenFileView(await chooseFile(current, owner, mode, file), channel, config.publicUrl);
      });
      return context.json(chosen, 201);
    })
    .openapi(dropping, async (context) => {
      const { reader } = context.var;
      const { reference: of, id } = context.req.valid('param');
      await writeOnce(context, desk, async (current) =>
        dropFile(current, { caseId: await seenCase(current.tx, reader, of), officerId: ownerOf(reader) }, id),
      );
      return context.body(null, 204);
    })
    .get('/cases/:reference/files/:id{[0-9]{1,15}}', async (context) => {
      const { reader } = context.var;
      const caseId = await seenCase(db, reader, context.req.param('reference'));
      const id = Number(context.req.param('id'));
      const file = (await uploadsOf(db, { caseId, officerId: ownerOf(reader) })).find((upload) => upload.id === id);
      if (file === undefined) throw new NotFound('tệp đã chọn');
      return sendStoredFile(context, config.filesDirectory, file);
    });

  function requireCarried(limits: FileLimits, file: { ending: string; size: number }): void {
    if (carriageFor(limits, file, config.publicUrl) === 'not')
      throw new HttpProblem(
        422,
        'fileNotCarried',
        'Zalo không mang được loại tệp này và hệ thống chưa có địa chỉ công khai để gửi đường dẫn tải. (Not carried.)',
      );
  }
}

/** A program acts for the office: what it chose is every key's. */
export function ownerOf(reader: Reader): number | null {
  return reader.kind === 'officer' ? reader.sight.officerId : null;
}

async function channelOfCase(db: Db, { sight }: Reader, reference: string): Promise<ChannelName | null> {
  const card = await caseCard(db, sight, reference);
  if (card === null) throw new NotFound(`vụ việc ${reference}`);
  return card.channel;
}

function requireSize({ mostBytes }: FileLimits, size: number): void {
  if (size > mostBytes)
    throw new HttpProblem(
      413,
      'fileTooLarge',
      `Tệp lớn quá: ở đây nhận tối đa ${mostBytes / 1024 ** 2} MB một tệp. (The file is too large.)`,
    );
}

/** What the bytes are, whatever the name says. Pages and drawings that could run in a browser are not taken. */
async function acceptedKind(bytes: Uint8Array, name: string): Promise<FileKind> {
  if (bytes.length === 0) throw new HttpProblem(422, 'fileEmpty', 'Tệp này trống. (The file is empty.)');
  const kind = await fileKindOf(bytes, name);
  if (kind !== null) return kind;
  throw new HttpProblem(
    415,
    'fileNotAccepted',
    'Loại tệp này không gửi được. Nhận ảnh (PNG, JPG, WebP, GIF), PDF, Word, Excel, CSV, TXT và ZIP. (Not accepted.)',
  );
}
