import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { asKeeperOf, linkKeeper } from '../desk/enterprises/link-keeper.ts';
import { NotFound, NotPermitted } from '../errors.ts';
import { declarationKey, readDeclarationNumber } from '../rules/identity/declaration-number.ts';
import { checkTaxCode } from '../rules/identity/tax-code.ts';
import { mayDoEverywhere } from '../rules/visibility/permissions.ts';
import type { Db } from '../store/database.ts';
import { type EnterpriseRow, enterprisesWithTaxCodes, phonesOfEnterprise } from '../store/enterprise-links.ts';
import {
  agreementsOfEnterprise,
  associationsOfEnterprise,
  declarationPage,
  declarationsNumbered,
  enterprisePage,
  historyOfEnterprise,
  type RegistrySight,
} from '../store/registry-reading.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { namesIn } from './import-views.ts';
import { instant, pageOf, paging } from './organisation-schemas.ts';
import { cutPage, readPlace } from './page-cursor.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import {
  agreementSchema,
  declarationSchema,
  declarationView,
  enterpriseDetailSchema,
  enterpriseDetailView,
  enterpriseSchema,
  enterpriseView,
} from './registry-views.ts';
import { json } from './view-schemas.ts';

const historyShown = 100;
const doing = 'xem thông tin doanh nghiệp';

const taxCodeParam = z.object({ taxCode: z.string().max(30).openapi({ example: '0299101121' }) });

const list = createRoute({
  method: 'get',
  path: '/enterprises',
  summary: 'Enterprises whose name or tax code contains something',
  request: { query: paging.extend({ q: z.string().max(100).optional() }) },
  responses: { 200: json(pageOf(enterpriseSchema), 'One page of those the reader has to do with') },
});

const one = createRoute({
  method: 'get',
  path: '/enterprises/{taxCode}',
  summary: 'An enterprise with its agreements, associations, numbers and history',
  request: { params: taxCodeParam },
  responses: { 200: json(enterpriseDetailSchema, 'What the register says') },
});

const agreementList = createRoute({
  method: 'get',
  path: '/enterprises/{taxCode}/agreements',
  summary: 'The partnership agreements of an enterprise',
  request: { params: taxCodeParam },
  responses: { 200: json(z.array(agreementSchema), 'The last signed first') },
});

const declarationQuery = paging.extend({
  taxCode: z.string().max(30).optional(),
  state: declarationSchema.shape.state.optional(),
  channel: z.enum(['green', 'yellow', 'red']).optional(),
  officeCode: z.string().max(10).optional(),
  from: instant.optional().openapi({ description: 'Registered at this instant or later' }),
  until: instant.optional().openapi({ description: 'Registered before this instant' }),
});

const declarationList = createRoute({
  method: 'get',
  path: '/declarations',
  summary: 'Declarations, the last that became known first',
  request: { query: declarationQuery },
  responses: { 200: json(pageOf(declarationSchema), 'One page') },
});

const oneDeclaration = createRoute({
  method: 'get',
  path: '/declarations/{number}',
  summary: 'A declaration with its step log; the twelfth digit does not matter',
  request: { params: z.object({ number: z.string().max(40).openapi({ example: '104722599000' }) }) },
  responses: { 200: json(declarationSchema, 'As it is known now') },
});

/** What the register knows, for those who have to do with the enterprise. Anybody else's is not there. */
export function enterpriseRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(list, async (context) => {
      const { q, cursor, limit } = context.req.valid('query');
      const [after = 0] = readPlace(cursor, 1) ?? [];
      const sight = await registrySight(db, context.var.reader);
      const rows = await enterprisePage(db, sight, { q: q?.trim() || null, after, limit: limit + 1 });
      const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id]);
      return context.json({ items: items.map(enterpriseView), nextCursor }, 200);
    })
    .openapi(one, async (context) => {
      const row = await seenEnterprise(db, context.var.reader, context.req.valid('param').taxCode);
      const facts = {
        phones: await phonesOfEnterprise(db, row.id, desk.clock.now()),
        agreements: await agreementsOfEnterprise(db, row.id),
        associations: await associationsOfEnterprise(db, row.id),
        history: await historyOfEnterprise(db, row.id, historyShown),
      };
      const nameOf = await namesIn(
        db,
        facts.history.map(({ by }) => by),
      );
      return context.json(enterpriseDetailView(row, facts, nameOf), 200);
    })
    .openapi(agreementList, async (context) => {
      const { id } = await seenEnterprise(db, context.var.reader, context.req.valid('param').taxCode);
      return context.json(await agreementsOfEnterprise(db, id), 200);
    })
    .openapi(declarationList, async (context) => {
      const { taxCode, cursor, limit, from, until, ...query } = context.req.valid('query');
      const { reader } = context.var;
      const [before = null] = readPlace(cursor, 1) ?? [];
      if (taxCode === undefined && (await registrySight(db, reader)) !== 'all') throw new NotPermitted(doing);
      const enterpriseId = taxCode === undefined ? null : (await seenEnterprise(db, reader, taxCode)).id;
      const filter = {
        enterpriseId,
        state: query.state ?? null,
        channel: query.channel ?? null,
        officeCode: query.officeCode?.toUpperCase() ?? null,
        registeredFrom: from === undefined ? null : new Date(from),
        registeredUntil: until === undefined ? null : new Date(until),
      };
      const rows = await declarationPage(db, filter, { before, limit: limit + 1 });
      const { items, nextCursor } = cutPage(rows, limit, ({ id }) => [id]);
      return context.json({ items: items.map(declarationView), nextCursor }, 200);
    })
    .openapi(oneDeclaration, async (context) => {
      const { reader } = context.var;
      const written = readDeclarationNumber(context.req.valid('param').number);
      const sight = await registrySight(db, reader);
      const [row] = written === null ? [] : await declarationsNumbered(db, [declarationKey(written.declarationNo)]);
      if (row === undefined) throw new NotFound('tờ khai này');
      if (sight !== 'all' && row.enterpriseId === null) throw new NotFound('tờ khai này');
      if (row.enterpriseId !== null)
        await asKeeperOf({ tx: db, by: reader.actor }, row.enterpriseId, doing, 'tờ khai này');
      return context.json(declarationView(row), 200);
    });
}

/** Whose enterprises the reader may see: of their units, or everybody's. Others may see none. */
async function registrySight(db: Db, reader: Reader): Promise<RegistrySight> {
  const keeper = await linkKeeper({ tx: db, by: reader.actor }, doing);
  if (keeper === 'everything' || mayDoEverywhere(keeper, 'keepLinks')) return 'all';
  return { unitIds: keeper.unitIds };
}

/** The enterprise, if the reader has to do with it. One that is not there and one that is not theirs look the same. */
async function seenEnterprise(db: Db, reader: Reader, written: string): Promise<EnterpriseRow> {
  const asking = { tx: db, by: reader.actor };
  await linkKeeper(asking, doing);
  const checked = checkTaxCode(written);
  const [row] = 'taxCode' in checked ? await enterprisesWithTaxCodes(db, [checked.taxCode]) : [];
  if (row === undefined) throw new NotFound('doanh nghiệp này');
  await asKeeperOf(asking, row.id, doing);
  return row;
}
