import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { DeclarationTold } from '../desk/declarations/listed.ts';
import { tellDeclarations } from '../desk/declarations/tell-declarations.ts';
import type { Taken } from '../desk/registry/taken.ts';
import { stateTold } from '../rules/declarations/state-told.ts';
import { readDeclarationNumber } from '../rules/identity/declaration-number.ts';
import { checkTaxCode } from '../rules/identity/tax-code.ts';
import { officeCodesInUse } from '../store/declarations.ts';
import { administratorOnly } from './administrator-only.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { instant, line } from './organisation-schemas.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json, jsonBody } from './view-schemas.ts';

const mostRows = 1000;
const mostSteps = 100;

const step = z
  .object({
    step: z.enum([
      'registered',
      'documentCheck',
      'physicalInspection',
      'channelChange',
      'released',
      'stored',
      'cleared',
    ]),
    at: instant,
    officerEmail: z
      .email()
      .transform((email) => email.toLowerCase())
      .nullish(),
    team: line.nullish(),
  })
  .openapi('DeclarationStep');

const row = z
  .object({
    number: z
      .string()
      .max(40)
      .openapi({ example: '104722599000', description: 'Twelve digits; the last counts amendments' }),
    taxCode: z.string().max(30).openapi({ example: '0201975599' }),
    officeCode: z.string().max(10).nullish().openapi({ example: '03EE' }),
    typeCode: z
      .string()
      .regex(/^[A-Z]\d{2}$/)
      .nullish()
      .openapi({ example: 'A11' }),
    channel: z.enum(['green', 'yellow', 'red']).nullish(),
    registeredAt: instant,
    state: z
      .enum(['registered', 'inspecting', 'released', 'stored', 'cleared', 'cancelled'])
      .nullish()
      .openapi({ description: 'Left out: as the newest step shows' }),
    stateAt: instant.nullish(),
    steps: z.array(step).max(mostSteps).default([]),
  })
  .openapi('DeclarationTold');

const answer = z
  .object({
    items: z.array(
      z.object({
        number: z.string(),
        result: z.enum(['added', 'changed', 'unchanged', 'rejected']),
        because: z.string().nullable(),
      }),
    ),
  })
  .openapi('DeclarationsTaken');

const telling = createRoute({
  method: 'post',
  path: '/declarations',
  summary: 'Tell of declarations, new or known',
  description:
    'Rows may come in any order and any number of times: an older row adds its steps and moves no state back. A row that is rejected keeps no other from being taken.',
  request: { body: jsonBody(z.object({ items: z.array(row).min(1).max(mostRows) })) },
  responses: { 200: json(answer, 'What came of each row, in their order') },
});

export function declarationRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed }).openapi(telling, async (context) => {
    administratorOnly(context.var.reader, 'cập nhật tờ khai');
    const { items } = context.req.valid('json');
    const answered = await writeOnce(context, desk, async (current) => {
      const offices = await officeCodesInUse(current.tx);
      const read = items.map((item) => readRow(item, offices));
      const told = read.filter((each) => 'about' in each);
      const taken = (await tellDeclarations(current, told)).values();
      return {
        items: read.map((each, at) => {
          const result = 'about' in each ? (taken.next().value ?? 'unchanged') : each;
          return { number: items[at]?.number ?? '', ...inAnswer(result) };
        }),
      };
    });
    return context.json(answered, 200);
  });
}

/** What the row tells, or why it cannot be taken. */
function readRow(said: z.output<typeof row>, offices: ReadonlySet<string>): DeclarationTold | Exclude<Taken, string> {
  const number = readDeclarationNumber(said.number);
  const tax = checkTaxCode(said.taxCode);
  const officeCode = said.officeCode?.toUpperCase() ?? null;
  if (number === null)
    return { column: 'number', value: said.number, because: 'Số tờ khai gồm 12 chữ số, bắt đầu bằng 1, 3 hoặc 5.' };
  if (!('taxCode' in tax))
    return { column: 'taxCode', value: said.taxCode, because: 'Mã số thuế gồm 10, 12 hoặc 13 chữ số.' };
  if (officeCode !== null && !offices.has(officeCode))
    return {
      column: 'officeCode',
      value: officeCode,
      because: 'Mã hải quan không có trong danh mục đơn vị đang dùng.',
    };

  const registeredAt = new Date(said.registeredAt);
  const timed = said.steps
    .map((each) => ({ ...each, at: new Date(each.at) }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const stateAt = said.stateAt == null ? null : new Date(said.stateAt);
  return {
    about: 'declaration',
    taxCode: tax.taxCode,
    told: {
      number: number.declarationNo,
      officeCode,
      typeCode: said.typeCode ?? null,
      channel: said.channel ?? null,
      registeredAt,
      ...stateTold({ state: said.state ?? null, stateAt, registeredAt, steps: timed }),
      steps: timed.map(({ step: name, at, officerEmail, team }) => ({
        step: name,
        at: at.toISOString(),
        officerEmail: officerEmail ?? null,
        team: team ?? null,
      })),
    },
  };
}

function inAnswer(taken: Taken): Omit<z.infer<typeof answer>['items'][number], 'number'> {
  if (typeof taken === 'string') return { result: taken, because: null };
  return { result: 'rejected', because: taken.because };
}
