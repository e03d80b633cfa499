import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { createEnterpriseCodes } from '../desk/enterprises/create-codes.ts';
import { asKeeperOf, linkKeeper } from '../desk/enterprises/link-keeper.ts';
import { revokeEnterpriseCode } from '../desk/enterprises/revoke-code.ts';
import { shareCases } from '../desk/enterprises/share-cases.ts';
import { revokeLink } from '../desk/enterprises/stop-speaking.ts';
import { NotFound } from '../errors.ts';
import { checkTaxCode } from '../rules/identity/tax-code.ts';
import type { Db, Tx } from '../store/database.ts';
import { codesOfEnterprise } from '../store/enterprise-codes.ts';
import { enterpriseById, enterprisesWithTaxCodes, linksOfEnterprise } from '../store/enterprise-links.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import {
  type CreatedCodesView,
  codeView,
  contactRole,
  createdCodesSchema,
  createdCodeView,
  type EnterpriseLinksView,
  enterpriseLinksSchema,
  linkView,
  withoutCode,
} from './link-views.ts';
import { idParam } from './organisation-schemas.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody } from './view-schemas.ts';

// A letter each; more at once is several requests.
const mostCodes = 200;

/** As people write it; kept as the register has it. */
const taxCode = z
  .string()
  .max(30)
  .transform((text, context) => {
    const checked = checkTaxCode(text);
    if ('taxCode' in checked) return checked.taxCode;
    context.addIssue({ code: 'custom', message: 'Mã số thuế gồm 10, 12 hoặc 13 chữ số' });
    return z.NEVER;
  });

const taxCodeParam = z.object({ taxCode: z.string().max(30).openapi({ example: '0299101121' }) });

const creation = createRoute({
  method: 'post',
  path: '/enterprise-codes',
  summary: 'One-time codes for letters to enterprises',
  description: 'The codes are said in this answer only. The same Idempotency-Key again is answered without them.',
  request: {
    body: jsonBody(
      z.object({
        taxCodes: z.array(taxCode).min(1).max(mostCodes),
        role: contactRole.default('owner'),
        validDays: z.number().int().min(1).max(365).default(90),
      }),
    ),
  },
  responses: { 200: json(createdCodesSchema, 'One code for each enterprise that is there') },
});

const codeRevocation = createRoute({
  method: 'post',
  path: '/enterprise-codes/{id}/revocation',
  summary: 'Make a code useless',
  request: { params: idParam },
  responses: { 204: { description: 'It proves nothing any more' } },
});

const links = createRoute({
  method: 'get',
  path: '/enterprises/{taxCode}/links',
  summary: 'Who speaks for an enterprise, spoke for it, or has a code to do so',
  request: { params: taxCodeParam },
  responses: { 200: json(enterpriseLinksSchema, 'Those who speak for it now come first') },
});

const linkRevocation = createRoute({
  method: 'post',
  path: '/links/{id}/revocation',
  summary: 'Take from a person the right to speak for an enterprise',
  request: { params: idParam },
  responses: { 204: { description: 'The person has been told; open cases stay with the enterprise' } },
});

const sharing = createRoute({
  method: 'put',
  path: '/enterprises/{taxCode}/sharing',
  summary: 'Whether the people of an enterprise see one another’s cases',
  request: { params: taxCodeParam, body: jsonBody(z.object({ sharesCases: z.boolean() })) },
  responses: { 204: { description: 'It holds from now on' } },
});

export function linkRoutes({ desk, config }: Pick<HttpParts, 'desk' | 'config'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(creation, async (context) => {
      const input = context.req.valid('json');
      const where = { botName: config.telegramBotName(), publicUrl: config.publicUrl };
      let said: CreatedCodesView | null = null;
      // What is kept for a repeated request holds no code: those are kept as hashes only.
      const kept = await writeOnce(context, desk, async (current) => {
        const { codes, notFound } = await createEnterpriseCodes(current, input);
        said = { items: codes.map((code) => createdCodeView(code, where)), notFound };
        return withoutCode(said);
      });
      return context.json(said ?? kept, 200);
    })
    .openapi(codeRevocation, async (context) => {
      const { id: codeId } = context.req.valid('param');
      await writeOnce(context, desk, (current) => revokeEnterpriseCode(current, { codeId }));
      return context.body(null, 204);
    })
    .openapi(links, async (context) => {
      const { reader } = context.var;
      const enterpriseId = await keptEnterprise(db, reader, context.req.valid('param').taxCode);
      return context.json(await linksView(db, enterpriseId, desk.clock.now()), 200);
    })
    .openapi(linkRevocation, async (context) => {
      const { id: linkId } = context.req.valid('param');
      await writeOnce(context, desk, (current) => revokeLink(current, { linkId }));
      return context.body(null, 204);
    })
    .openapi(sharing, async (context) => {
      const { sharesCases } = context.req.valid('json');
      const enterpriseId = await keptEnterprise(db, context.var.reader, context.req.valid('param').taxCode);
      await writeOnce(context, desk, (current) => shareCases(current, { enterpriseId, sharesCases }));
      return context.body(null, 204);
    });
}

/** The enterprise, if the reader decides about its people. One that is not there and one that is not theirs look the same. */
async function keptEnterprise(db: Db, reader: Reader, written: string): Promise<number> {
  const asking = { tx: db, by: reader.actor };
  const doing = 'xem người đại diện doanh nghiệp';
  await linkKeeper(asking, doing);
  const checked = checkTaxCode(written);
  const [row] = 'taxCode' in checked ? await enterprisesWithTaxCodes(db, [checked.taxCode]) : [];
  if (row === undefined) throw new NotFound('doanh nghiệp này');
  await asKeeperOf(asking, row.id, doing);
  return row.id;
}

async function linksView(db: Db | Tx, enterpriseId: number, now: Date): Promise<EnterpriseLinksView> {
  const { name, taxCode, sharesCases } = await enterpriseById(db, enterpriseId);
  return {
    enterprise: { name, taxCode },
    sharesCases,
    links: (await linksOfEnterprise(db, enterpriseId)).map((link) => linkView(link, now)),
    codes: (await codesOfEnterprise(db, enterpriseId)).map((code) => codeView(code, now)),
  };
}
