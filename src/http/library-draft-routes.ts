import { createHash } from 'node:crypto';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { correctDraft } from '../desk/library/correct-draft.ts';
import { proposeVersion } from '../desk/library/propose-version.ts';
import { publishVersion } from '../desk/library/publish-version.ts';
import { withdrawDraft } from '../desk/library/withdraw-draft.ts';
import { NotFound, NotPermitted } from '../errors.ts';
import { doubtsOf } from '../knowledge/import/doubts.ts';
import { guessDescription } from '../knowledge/import/guess.ts';
import { readSource } from '../knowledge/import/read-source.ts';
import { rowsOf } from '../knowledge/rows.ts';
import { mayKeepLibrary } from '../rules/visibility/may-keep-library.ts';
import type { Db, Tx } from '../store/database.ts';
import { appendixVersion, draftVersions, publishedVersions } from '../store/library.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import {
  draftSchema,
  draftSummary,
  draftSummarySchema,
  draftView,
  readingSchema,
  rowSchema,
  saidDescriptionSchema,
} from './library-draft-views.ts';
import { versionSchema, versionView } from './library-views.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { limitUploads } from './upload-limits.ts';
import { json, jsonBody, writtenText } from './view-schemas.ts';

const oneDraft = z.object({ id: z.coerce.number().int().positive() });
const fileFields = {
  name: z.string().trim().min(1).max(255).openapi({ example: 'PL11.docx' }),
  contentBase64: z.base64().max(14_000_000).describe('The file: Markdown, .docx or PDF with text, up to 10 MB'),
};
const revision = z.number().int().positive().describe('The revision that the person saw');

const list = createRoute({
  method: 'get',
  path: '/appendix-drafts',
  summary: 'Versions that wait to be corrected or published, newest first',
  responses: { 200: json(z.array(draftSummarySchema), 'The drafts') },
});

const one = createRoute({
  method: 'get',
  path: '/appendix-drafts/{id}',
  summary: 'A draft: its structure, what had no place in it, what is doubtful, what it changes',
  request: { params: oneDraft },
  responses: { 200: json(draftSchema, 'The draft') },
});

const reading = createRoute({
  method: 'post',
  path: '/appendix-readings',
  summary: 'Read a file and keep nothing: the structure that would be recognised',
  request: { body: jsonBody(z.strictObject(fileFields)) },
  responses: { 200: json(readingSchema, 'What was understood, and what was not') },
});

const proposal = createRoute({
  method: 'post',
  path: '/appendix-drafts',
  summary: 'Propose a version from a file',
  request: {
    body: jsonBody(
      z.strictObject({
        ...fileFields,
        description: saidDescriptionSchema.default({}),
        note: writtenText.nullable().default(null),
      }),
    ),
  },
  responses: { 200: json(draftSchema, 'The draft') },
});

const correction = createRoute({
  method: 'put',
  path: '/appendix-drafts/{id}',
  summary: 'Put a person’s reading in place of ours: edited, split, joined, renumbered and moved parts',
  request: {
    params: oneDraft,
    body: jsonBody(
      z.strictObject({
        revision,
        description: saidDescriptionSchema,
        preamble: z.string().max(20_000),
        rows: z.array(rowSchema).max(5000),
        fates: z.array(z.enum(['placed', 'leftOut', 'open'])).max(5000),
      }),
    ),
  },
  responses: { 200: json(draftSchema, 'The next revision') },
});

const publication = createRoute({
  method: 'post',
  path: '/appendix-drafts/{id}/publication',
  summary: 'Publish a draft; not by who proposed or corrected it',
  request: { params: oneDraft, body: jsonBody(z.strictObject({ revision })) },
  responses: { 200: json(versionSchema, 'Applies from its first day on') },
});

const withdrawal = createRoute({
  method: 'post',
  path: '/appendix-drafts/{id}/withdrawal',
  summary: 'Take a draft off the table',
  request: { params: oneDraft },
  responses: { 200: json(z.object({ id: z.number() }), 'Withdrawn') },
});

/** New versions of what customs promises: proposed, corrected, published by a second person. */
export function libraryDraftRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  const routes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed });
  routes.on('POST', ['/appendix-readings', '/appendix-drafts'], limitUploads(db, 'appendices'));

  return routes
    .openapi(list, async (context) => {
      const readerId = mayReadDrafts(context.var.reader);
      return context.json(
        (await draftVersions(db)).map((row) => draftSummary(row, readerId)),
        200,
      );
    })
    .openapi(one, async (context) => {
      const readerId = mayReadDrafts(context.var.reader);
      return context.json(await viewOf(db, context.req.valid('param').id, readerId), 200);
    })
    .openapi(reading, async (context) => {
      mayReadDrafts(context.var.reader);
      const source = await readSource(Buffer.from(context.req.valid('json').contentBase64, 'base64'));
      const description = { ...guessDescription(source), ...source.description };
      const { preamble, articles, leftovers, warnings } = source;
      const doubts = doubtsOf('', articles);
      return context.json({ description, preamble, rows: rowsOf(articles), leftovers, doubts, warnings }, 200);
    })
    .openapi(proposal, async (context) => {
      const readerId = mayReadDrafts(context.var.reader);
      const { name, contentBase64, description, note } = context.req.valid('json');
      const bytes = Buffer.from(contentBase64, 'base64');
      const source = await readSource(bytes);
      const view = await writeOnce(context, desk, async (current) => {
        const sourceSha256 = createHash('sha256').update(bytes).digest('hex');
        const { id } = await proposeVersion(current, { source, sourceName: name, sourceSha256, description, note });
        return viewOf(current.tx, id, readerId);
      });
      return context.json(view, 200);
    })
    .openapi(correction, async (context) => {
      const { id: versionId } = context.req.valid('param');
      const said = context.req.valid('json');
      const readerId = mayReadDrafts(context.var.reader);
      const view = await writeOnce(context, desk, async (current) => {
        await correctDraft(current, { versionId, ...said });
        return viewOf(current.tx, versionId, readerId);
      });
      return context.json(view, 200);
    })
    .openapi(publication, async (context) => {
      const { id: versionId } = context.req.valid('param');
      const said = context.req.valid('json');
      const view = await writeOnce(context, desk, async (current) =>
        versionView(await publishVersion(current, { versionId, ...said })),
      );
      return context.json(view, 200);
    })
    .openapi(withdrawal, async (context) => {
      const { id } = context.req.valid('param');
      const view = await writeOnce(context, desk, async (current) => {
        await withdrawDraft(current, { versionId: id });
        return { id };
      });
      return context.json(view, 200);
    });
}

/** Drafts are not promises yet: only those who work on them see them. Answers who reads, null for a program. */
function mayReadDrafts(reader: Reader): number | null {
  if (reader.kind === 'apiKey') return null;
  if (!mayKeepLibrary(reader.sight.role)) throw new NotPermitted('xem bản thảo phụ lục');
  return reader.sight.officerId;
}

async function viewOf(from: Tx | Db, id: number, readerId: number | null) {
  const row = await appendixVersion(from, id);
  if (row === null || row.state !== 'draft') throw new NotFound('bản thảo phụ lục');
  const before = (await publishedVersions(from, row.code)).findLast(({ validFrom }) => validFrom < row.validFrom);
  return draftView(row, before ?? null, readerId);
}
