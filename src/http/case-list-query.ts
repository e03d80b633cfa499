import { z } from '@hono/zod-openapi';
import { channelNames } from '../channel/port.ts';
import type { CaseFilter } from '../store/case-lists.ts';
import { type CaseOrder, caseSorts } from '../store/case-order.ts';
import type { SavedFilter } from '../store/schema/desk-tools.ts';
import { type FigureQuestion, figureFilterOf, figureQuery } from './figure-schemas.ts';
import { caseKinds, caseStates } from './view-schemas.ts';

const yes = z
  .enum(['true', 'false'])
  .transform((said) => said === 'true')
  .optional();

/** Which cases a list is asked for. A unit that the reader may not know of lists nothing, as one that is not there. */
export const listQuery = z.object({
  box: z.enum(['mine', 'unassigned', 'all']).default('all'),
  state: z.enum([...caseStates, 'any']).optional(),
  kind: z.enum(caseKinds).optional(),
  q: z
    .string()
    .max(200)
    .transform((text) => text.replaceAll('\u0000', '').toWellFormed())
    .optional(),
  overdue: yes,
  label: z.coerce.number().int().positive().optional().describe('Id of a label that is on the case'),
  urgent: yes.describe('Only what was marked as urgent'),
  channel: z.enum(channelNames).optional().describe('Over which channel the enterprise writes'),
  sort: z.enum(caseSorts).default('due').describe('By what the list stands'),
  order: z.enum(['asc', 'desc']).default('asc'),
  ...figureQuery,
});

/** What is asked, as the list knows it; `now` and the desk's zone settle what words such as "today" mean. */
export function caseFilterOf(
  asked: Omit<SavedFilter, 'sort' | 'order'> & FigureQuestion,
  now: Date,
  zone: string,
): CaseFilter {
  const { box, state, kind, q, overdue, label, urgent, channel } = asked;
  return { ...figureFilterOf(asked, now, zone), ...{ box, state, kind, q, overdue, label, urgent, channel } };
}

export function caseOrderOf({ sort, order }: Pick<z.infer<typeof listQuery>, 'sort' | 'order'>): CaseOrder {
  return { sort, isDescending: order === 'desc' };
}
