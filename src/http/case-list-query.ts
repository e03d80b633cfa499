import { z } from '@hono/zod-openapi';
import { caseSorts } from '../store/case-order.ts';
import { figureQuery } from './figure-schemas.ts';
import { caseKinds, caseStates } from './view-schemas.ts';

/** Which cases a list is asked for. */
export const listQuery = z.object({
  box: z.enum(['mine', 'unassigned', 'all']).default('all'),
  state: z.enum([...caseStates, 'any']).optional(),
  kind: z.enum(caseKinds).optional(),
  q: z
    .string()
    .max(200)
    .transform((text) => text.replaceAll('\u0000', '').toWellFormed())
    .optional(),
  overdue: z.enum(['true', 'false']).optional(),
  sort: z.enum(caseSorts).default('due').describe('By what the list stands'),
  order: z.enum(['asc', 'desc']).default('asc'),
  ...figureQuery,
});
