import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { checkUnderstanding } from '../desk/cases/check-understanding.ts';
import { responsibleUnit } from '../desk/cases/responsible.ts';
import { NotFound } from '../errors.ts';
import { checksOf, isRoutedOnOldWords } from '../rules/case/checked-fields.ts';
import type { CaseEvent } from '../rules/case/events.ts';
import { isLive } from '../rules/case/transition.ts';
import { categoryCodes, categoryLabels } from '../rules/identity/categories.ts';
import { readDeclarationNumber } from '../rules/identity/declaration-number.ts';
import { isAboutConduct } from '../rules/visibility/can-see.ts';
import { knownOffices, officerNames } from '../store/case-details.ts';
import { caseCard } from '../store/case-lists.ts';
import { asEvent, type CaseRow, eventRows } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { unitById } from '../store/organisation.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { changeCase } from './change-case.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { caseDetailSchema, caseReference, json, jsonBody } from './view-schemas.ts';

const reference = z.object({ reference: caseReference });
const field = z.enum(['category', 'office', 'declaration']);
const choice = z.object({ value: z.string(), label: z.string() });

const understandingSchema = z
  .object({
    fields: z.array(
      z.object({
        field,
        value: z.string().nullable(),
        label: z.string().nullable(),
        checked: z
          .object({ by: z.string(), at: z.iso.datetime(), isCorrected: z.boolean() })
          .nullable()
          .describe('Who looked at it last'),
      }),
    ),
    mayCorrect: z.boolean(),
    choices: z.object({ category: z.array(choice), office: z.array(choice) }),
    belongsTo: z
      .object({ id: z.number(), name: z.string() })
      .nullable()
      .describe('The unit that would get the matter as it was put right, where that is another one'),
  })
  .openapi('Understanding');
export type UnderstandingView = z.infer<typeof understandingSchema>;

const read = createRoute({
  method: 'get',
  path: '/cases/{reference}/understanding',
  summary: 'What was understood of the matter, and who looked through it',
  request: { params: reference },
  responses: { 200: json(understandingSchema, 'As it stands now') },
});

const check = createRoute({
  method: 'post',
  path: '/cases/{reference}/understanding',
  summary: 'Confirm what was understood, or put it right; what is left out was not looked at',
  request: {
    params: reference,
    body: jsonBody(
      z.object({
        category: z.enum(categoryCodes).exactOptional(),
        office: z.string().max(10).nullable().exactOptional(),
        declaration: z
          .string()
          .max(40)
          .transform((text, issues) => {
            const number = readDeclarationNumber(text)?.declarationNo;
            if (number === undefined) issues.addIssue('Số tờ khai gồm 12 chữ số, bắt đầu bằng 1, 3 hoặc 5');
            return number ?? '';
          })
          .nullable()
          .exactOptional()
          .openapi({ type: ['string', 'null'], example: '104123456780' }),
      }),
    ),
  },
  responses: { 200: json(caseDetailSchema, 'The case as it stands now') },
});

/** What the bot took out of a person's words, for the officer to confirm or put right. */
export function understandingRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const change = changeCase(desk);

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(read, async (context) => {
      const { reference: of } = context.req.valid('param');
      const { sight } = context.var.reader;
      const view = await desk.database.db.transaction(
        async (tx) => {
          const card = await caseCard(tx, sight, of);
          if (card === null) throw new NotFound(`vụ việc ${of}`);
          return understandingView(tx, desk, card.row);
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      );
      return context.json(view, 200);
    })
    .openapi(check, async (context) => {
      const { reference: of } = context.req.valid('param');
      const understood = context.req.valid('json');
      return context.json(
        await change(context, of, (current) => checkUnderstanding(current, { reference: of, understood })),
        200,
      );
    });
}

async function understandingView(tx: Tx, desk: HttpParts['desk'], row: CaseRow): Promise<UnderstandingView> {
  const events = (await eventRows(tx, row.id)).map(asEvent);
  const checks = checksOf(events);
  const names = await officerNames(
    tx,
    [...checks.values()].flatMap(({ by }) => (by.kind === 'officer' ? [by.officerId] : [])),
  );
  const offices = (await knownOffices(tx)).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  const categories = categoryCodes.map((value) => ({ value, label: categoryLabels[value].vi }));
  const labelled = (from: typeof offices, value: string | null) =>
    value === null ? null : (from.find((each) => each.value === value)?.label ?? value);
  const values = [
    { field: 'category', value: row.category, label: labelled(categories, row.category) },
    { field: 'office', value: row.officeCode, label: labelled(offices, row.officeCode) },
    { field: 'declaration', value: row.declarationNo, label: row.declarationNo },
  ] as const;
  return {
    fields: values.map((each) => {
      const found = checks.get(each.field);
      if (found === undefined) return { ...each, checked: null };
      const { by, at, isCorrected } = found;
      const name = by.kind === 'officer' ? names.get(by.officerId) : undefined;
      return { ...each, checked: { by: name ?? 'Khóa API', at: at.toISOString(), isCorrected } };
    }),
    mayCorrect: isLive(row.state) && !isAboutConduct(row.kind),
    choices: { category: categories, office: offices },
    belongsTo: await unitToOffer(tx, desk, row, events),
  };
}

async function unitToOffer(
  tx: Tx,
  { clock, zone }: HttpParts['desk'],
  row: CaseRow,
  events: readonly CaseEvent[],
): Promise<UnderstandingView['belongsTo']> {
  const mayMove = row.state !== 'resolved' && isLive(row.state) && !isAboutConduct(row.kind);
  if (!mayMove || !isRoutedOnOldWords(events)) return null;
  const { unitId } = await responsibleUnit({ tx, at: clock.now(), zone }, row);
  return unitId === row.unitId ? null : { id: unitId, name: (await unitById(tx, unitId)).name };
}
