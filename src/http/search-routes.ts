import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { printAddress } from '../knowledge/address.ts';
import { type Quoted, quoteClause, quoteHit } from '../knowledge/answers/quote.ts';
import { illustrationNotice } from '../knowledge/notice.ts';
import { type Hit, lookUp, type Place } from '../knowledge/search/look-up.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { libraryOn } from '../store/library-index.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json } from './view-schemas.ts';

const number = z.union([z.number(), z.string()]);

export const foundSchema = z
  .object({
    items: z.array(
      z.object({
        appendix: z.string().openapi({ example: 'PL06' }),
        article: number.openapi({ description: 'A number, or text as 4a', example: 4 }),
        clause: number.nullable().openapi({ example: 1 }),
        address: z.string().openapi({ example: 'PL06 Điều 4 khoản 1' }),
        heading: z.string(),
        title: z.string(),
        version: z.string(),
        versionId: z.number(),
        validFrom: z.string(),
        validUntil: z.string().nullable(),
        /** Letter for letter as in the version. */
        quote: z.string(),
        /** Says that the text is a demonstration; null for a signed one. */
        notice: z.string().nullable(),
        score: z.number(),
      }),
    ),
  })
  .openapi('AppendixPassages');
export type FoundView = z.infer<typeof foundSchema>;

const search = createRoute({
  method: 'get',
  path: '/appendices/search',
  summary: 'The passages that answer a question, best first, word for word',
  description:
    'By words with or without diacritics, shortened or mistyped, in Vietnamese, English or Korean; or by address. No items: the appendices do not answer it.',
  request: {
    query: z.object({
      q: z.string().trim().min(1).max(500).openapi({ example: 'đăng ký làm thứ bảy trước mấy giờ' }),
      asOf: z.iso.date().optional().describe('The local day whose texts are asked; today unless told'),
      limit: z.coerce.number().int().min(1).max(20).default(5),
    }),
  },
  responses: { 200: json(foundSchema, 'Passages of the versions in force on the day') },
});

/** Look-ups for programs and for officers who quote. Mounted before the route that reads one appendix by its code. */
export function searchRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed }).openapi(search, async (context) => {
    const { q, asOf, limit } = context.req.valid('query');
    const { index, versions } = await libraryOn(desk.database.db, asOf ?? localDate(desk.clock.now(), desk.zone));
    const found = lookUp(index, q, limit);
    const versionOf = new Map(versions.map((version) => [version.code, version]));
    const view = (at: Place, quoted: Quoted, clause: string | null, score: number): FoundView['items'][number] => {
      const { document, article } = at;
      const version = versionOf.get(document.code);
      return {
        appendix: document.code,
        article: plain(article.number),
        clause: clause === null || clause === '' ? null : plain(clause),
        address: quoted.address,
        heading: article.heading,
        title: document.title,
        version: document.version,
        versionId: version?.id ?? 0,
        validFrom: version?.validFrom ?? document.effectiveFrom,
        validUntil: version?.validUntil ?? null,
        quote: quoted.text,
        notice: illustrationNotice(document.status, 'vi'),
        score: Math.round(score * 1000) / 1000,
      };
    };
    if (found.kind === 'passages')
      return context.json({ items: found.hits.flatMap((hit) => ofHit(hit, found.wanted, view)) }, 200);
    if (found.kind !== 'place') return context.json({ items: [] }, 200);
    const { at } = found;
    const clauses = at.clause === null ? at.article.clauses.map((clause) => clause.number) : [at.clause];
    const items = clauses.flatMap((clause) =>
      quoteClause(at.document.code, at.article, clause, at.point).map((quoted) => view(at, quoted, clause, 1)),
    );
    return context.json({ items: items.slice(0, limit) }, 200);
  });
}

/** An article stands once, by the clause that answers best. */
function ofHit(
  hit: Hit,
  wanted: ReadonlyMap<string, number>,
  view: (at: Place, quoted: Quoted, clause: string | null, score: number) => FoundView['items'][number],
): FoundView['items'] {
  const { document, article, clause, score } = hit;
  const whole = printAddress({ code: document.code, article: article.number, clause, point: null });
  const quotes = quoteHit({ ...hit, alike: clause === null ? [] : [clause] }, wanted);
  const quoted = quotes.find(({ address }) => address.startsWith(whole)) ?? quotes[0];
  return quoted === undefined ? [] : [view(hit, quoted, clause, score)];
}

function plain(written: string): number | string {
  return /^\d+$/u.test(written) ? Number(written) : written;
}
