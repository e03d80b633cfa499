import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { findCases, findDeclarations, findEnterprises, findMessages } from '../store/search.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { excerptAround } from './excerpt.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { caseKinds, caseStates, json } from './view-schemas.ts';

const enterprise = z.object({ name: z.string(), taxCode: z.string() });

const findingsSchema = z
  .object({
    cases: z.array(
      z.object({
        reference: z.string(),
        kind: z.enum(caseKinds),
        state: z.enum(caseStates),
        enterprise: z.string().nullable(),
        description: z.string(),
      }),
    ),
    messages: z.array(z.object({ reference: z.string(), excerpt: z.string(), at: z.iso.datetime() })),
    enterprises: z.array(enterprise),
    declarations: z.array(z.object({ number: z.string(), state: z.string(), enterprise })),
  })
  .openapi('Findings');
export type FindingsView = z.infer<typeof findingsSchema>;

const find = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Cases, messages, enterprises and declarations by words with or without diacritics',
  description:
    'Only what this reader may see; enterprises and declarations are those of cases that the reader may see.',
  request: {
    query: z.object({
      q: z
        .string()
        .max(200)
        .transform((text) => text.replaceAll('\u0000', '').toWellFormed().trim())
        .pipe(z.string().min(2))
        .openapi({ example: 'seal dinh vu' }),
    }),
  },
  responses: { 200: json(findingsSchema, 'A few of each') },
});

export function findRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed }).openapi(find, async (context) => {
    const { sight } = context.var.reader;
    const { q } = context.req.valid('query');
    const [cases, messages, enterprises, declarations] = await Promise.all([
      findCases(db, sight, q, desk.clock.now()),
      findMessages(db, sight, q),
      findEnterprises(db, sight, q),
      findDeclarations(db, sight, q),
    ]);
    return context.json(
      {
        cases: cases.map((card) => ({
          reference: card.row.reference,
          kind: card.row.kind,
          state: card.row.state,
          enterprise: card.enterprise?.name ?? null,
          description: card.row.description,
        })),
        messages: messages.map(({ reference, text, at }) => ({
          reference,
          excerpt: excerptAround(text, q),
          at: at.toISOString(),
        })),
        enterprises,
        declarations,
      },
      200,
    );
  });
}
