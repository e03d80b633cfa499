import { z } from '@hono/zod-openapi';
import type { PolicyDraft } from '../rules/policies/definition-problems.ts';
import { caseKind, line } from './organisation-schemas.ts';
import { eventTypes } from './view-schemas.ts';

/** A policy as an administrator writes it. The compiler holds the shape to the rules. */

const minutes = z.number().int().positive().max(1_000_000);
const events = z.array(z.enum(eventTypes));

const answerer = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('own') }),
  z.object({ unit: z.literal('root') }),
  z.object({ unit: z.literal('named'), code: z.string().max(40) }),
]);

const clock = z.object({
  kind: z.enum(['acknowledge', 'firstResponse', 'resolution']),
  source: line,
  minutes: z.object({ 1: minutes, 2: minutes, 3: minutes, 4: minutes }),
  startsOn: events,
  resetsOn: events,
  pausesOn: events,
  resumesOn: events,
  stopsOn: events,
  ladder: z.array(
    z.object({
      name: line,
      percent: z.number().int().min(1).max(1000),
      act: z.enum(['remind', 'raise', 'tellManager', 'climb', 'close']),
      outsideHours: z.enum(['now', 'nextOpening']),
    }),
  ),
});

export const policyDraftSchema: z.ZodType<PolicyDraft> = z
  .object({
    name: line,
    version: line,
    precedence: z.number().int().min(0).max(1_000_000),
    match: z.object({
      kinds: z.array(caseKind).min(1).exactOptional(),
      categories: z.array(z.string().max(40)).min(1).exactOptional(),
      urgent: z.boolean().exactOptional(),
      unitCodes: z.array(z.string().max(40)).min(1).exactOptional(),
    }),
    clocks: z.array(clock),
    answerers: z.object({ 2: answerer.optional(), 3: answerer.optional(), 4: answerer.optional() }),
    alertMinutes: minutes,
    silenceMinutes: minutes,
    reopenMinutes: minutes,
  })
  .openapi('Policy');
