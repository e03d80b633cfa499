import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { conflictsIn } from '../desk/cases/conflicts.ts';
import { responsibleFor } from '../desk/cases/responsible.ts';
import { categoryCodes } from '../rules/identity/categories.ts';
import { officerById, unitById } from '../store/organisation.ts';
import { strandedCases } from '../store/stranded.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { routingView } from './assignment.ts';
import { officerView } from './case-views.ts';
import { requirePermission } from './permitted.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { caseKinds, json, routingTrialSchema, strandedSchema } from './view-schemas.ts';

const mostStranded = 200;

const trial = createRoute({
  method: 'get',
  path: '/routing/trial',
  summary: 'Who would get such a case now, and why',
  request: {
    query: z.object({
      category: z.enum(categoryCodes),
      office: z.string().max(10).optional(),
      declaration: z
        .string()
        .regex(/^\d{11,12}$/)
        .optional(),
      kind: z.enum(caseKinds).default('issue'),
      urgent: z.enum(['true', 'false']).default('false'),
    }),
  },
  responses: { 200: json(routingTrialSchema, 'The choice with its reason') },
});

const stranded = createRoute({
  method: 'get',
  path: '/routing/stranded',
  summary: 'Matters about conduct that nobody may take, without their content',
  responses: { 200: json(strandedSchema, 'Oldest first') },
});

export function routingRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(trial, async (context) => {
      const { category, office, declaration, kind, urgent } = context.req.valid('query');
      const matter = {
        kind,
        category,
        urgent: urgent === 'true',
        officeCode: office ?? null,
        declarationNo: declaration ?? null,
        description: '',
      };
      const { reader } = context.var;
      requireAdministrator(reader, 'thử phân công');
      const askedBy = reader.kind === 'officer' ? reader.sight.officerId : null;
      const asking = { at: desk.clock.now(), zone: desk.zone, askedBy };
      const view = await db.transaction(
        async (tx) => {
          const excluded = await conflictsIn({ tx }, matter);
          const ids = new Set(excluded.map(({ officerId }) => officerId));
          const { unitId, officerId, reason } = await responsibleFor({ ...asking, tx }, matter, ids);
          const unit = await unitById(tx, unitId);
          const officer = officerId === null ? null : await officerById(tx, officerId);
          return {
            unit: { code: unit.code, name: unit.name },
            officer: officer === null ? null : officerView(officer),
            assignment: await routingView(tx, reason, { unitId, officerName: officer?.name ?? null }),
          };
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      );
      return context.json(view, 200);
    })
    .openapi(stranded, async (context) => {
      const { reader } = context.var;
      requireAdministrator(reader, 'xem vụ việc chưa có người nhận');
      const rows = await strandedCases(db, reader.sight, mostStranded);
      return context.json(
        rows.map(({ openedAt, ...row }) => ({ ...row, openedAt: openedAt.toISOString() })),
        200,
      );
    });
}

function requireAdministrator(reader: Reader, doing: string): void {
  requirePermission(reader, 'administer', doing);
}
