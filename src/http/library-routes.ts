import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { changesBetween } from '../desk/library/changes-since.ts';
import { NotFound } from '../errors.ts';
import { compareVersions } from '../knowledge/compare.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import {
  type AppendixVersionRow,
  appendixVersion,
  publishedVersions,
  versionInForce,
  versionsInForce,
} from '../store/library.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import {
  appendixChangeSchema,
  appendixChangeView,
  appendixSchema,
  appendixSummary,
  appendixSummarySchema,
  appendixView,
  versionSchema,
  versionView,
} from './library-views.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json } from './view-schemas.ts';

const day = z.iso.date().openapi({ example: '2026-11-23' });
const asOf = day.optional().describe('The local day whose texts are asked for; today unless told');
const oneAppendix = z.object({
  code: z
    .string()
    .regex(/^PL\d{2}$/u)
    .openapi({ example: 'PL01' }),
});
const versionId = z.coerce.number().int().positive();

const list = createRoute({
  method: 'get',
  path: '/appendices',
  summary: 'The appendices in force on a day, with the headings of their articles',
  request: { query: z.object({ asOf }) },
  responses: { 200: json(z.array(appendixSummarySchema), 'In the order of their codes') },
});

const one = createRoute({
  method: 'get',
  path: '/appendices/{code}',
  summary: 'The words of an appendix as of a day, or of one published version',
  request: { params: oneAppendix, query: z.object({ asOf, version: versionId.optional() }) },
  responses: { 200: json(appendixSchema, 'Article by article, each part with its address') },
});

const versions = createRoute({
  method: 'get',
  path: '/appendices/{code}/versions',
  summary: 'Every published version, newest first',
  request: { params: oneAppendix },
  responses: { 200: json(z.array(versionSchema), 'With the days on which each applies') },
});

const differences = createRoute({
  method: 'get',
  path: '/appendices/{code}/changes',
  summary: 'What one version says otherwise than another',
  request: { params: oneAppendix, query: z.object({ from: versionId, to: versionId }) },
  responses: { 200: json(appendixChangeSchema, 'Part by part, with the words added and removed') },
});

const since = createRoute({
  method: 'get',
  path: '/appendix-changes',
  summary: 'What customs promises otherwise than on an earlier day, such as the day an agreement was signed',
  request: { query: z.object({ since: day, until: asOf }) },
  responses: { 200: json(z.array(appendixChangeSchema), 'The appendices that differ') },
});

/** What customs promised, word for word. Every officer and every key that may read appendices sees it. */
export function libraryRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  const today = () => localDate(desk.clock.now(), desk.zone);

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const rows = await versionsInForce(db, context.req.valid('query').asOf ?? today());
      return context.json(rows.map(appendixSummary), 200);
    })
    .openapi(one, async (context) => {
      const { code } = context.req.valid('param');
      const { asOf: asked, version } = context.req.valid('query');
      if (version !== undefined) return context.json(appendixView(await published(code, version)), 200);
      const row = await versionInForce(db, code, asked ?? today());
      if (row === null) throw new NotFound(`phụ lục ${code} vào ngày này`);
      return context.json(appendixView(row), 200);
    })
    .openapi(versions, async (context) => {
      const rows = await publishedVersions(db, context.req.valid('param').code);
      return context.json(rows.toReversed().map(versionView), 200);
    })
    .openapi(differences, async (context) => {
      const { code } = context.req.valid('param');
      const { from, to } = context.req.valid('query');
      const [before, after] = [await published(code, from), await published(code, to)];
      const changes = compareVersions(before.document, after.document);
      return context.json(appendixChangeView({ code, title: after.document.title, before, after, changes }), 200);
    })
    .openapi(since, async (context) => {
      const { since: from, until } = context.req.valid('query');
      const found = await changesBetween(db, { since: from, until: until ?? today() });
      return context.json(found.map(appendixChangeView), 200);
    });

  async function published(code: string, id: number): Promise<AppendixVersionRow> {
    const row = await appendixVersion(db, id);
    if (row === null || row.code !== code || row.state !== 'published') throw new NotFound(`phiên bản này của ${code}`);
    return row;
  }
}
