import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type Act, act } from '../desk/act.ts';
import { handOver } from '../desk/cases/hand-over.ts';
import { putLabel, takeLabelOff } from '../desk/cases/label-case.ts';
import { takeCase } from '../desk/cases/take-case.ts';
import { writeNote } from '../desk/cases/write-note.ts';
import { noteReading } from '../desk/watching/note-reading.ts';
import { DeskError } from '../errors.ts';
import type { ApiEnv, HttpParts, OfficerReader } from './api-env.ts';
import { key } from './organisation-schemas.ts';
import { officerOnly } from './reader.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { seenCase } from './seen-case.ts';
import { caseReference, json, jsonBody, writtenText } from './view-schemas.ts';

const deed = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('take') }),
    z.object({ kind: z.literal('assign'), officerId: key, reason: writtenText.optional() }),
    z.object({ kind: z.literal('note'), text: writtenText }),
    z.object({ kind: z.literal('label'), labelId: key, isOn: z.boolean() }),
    z.object({ kind: z.literal('mark'), isRead: z.boolean() }),
  ])
  .openapi('BulkDeed');
export type BulkDeed = z.infer<typeof deed>;

const outcomeSchema = z
  .object({
    done: z.array(z.string()),
    refused: z.array(z.object({ reference: z.string(), code: z.string(), detail: z.string() })),
  })
  .openapi('BulkOutcome');
export type BulkOutcome = z.infer<typeof outcomeSchema>;

const bulk = createRoute({
  method: 'post',
  path: '/bulk-deeds',
  summary: 'Do one thing to many cases; each succeeds or is refused on its own',
  request: { body: jsonBody(z.object({ references: z.array(caseReference).min(1).max(100), deed })) },
  responses: { 200: json(outcomeSchema, 'What was done, and what was refused why') },
});

export function bulkRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed }).openapi(bulk, async (context) => {
    const reader = officerOnly(context.var.reader);
    const { references, deed: wished } = context.req.valid('json');
    const outcome: BulkOutcome = { done: [], refused: [] };
    // One after the other: a transaction for each, so that a refusal takes nothing else back.
    for (const reference of new Set(references)) {
      try {
        await act(desk, reader.actor, (current) => doTo(current, reader, reference, wished));
        outcome.done.push(reference);
      } catch (error) {
        if (!(error instanceof DeskError)) throw error;
        outcome.refused.push({ reference, code: error.code, detail: error.message });
      }
    }
    return context.json(outcome, 200);
  });
}

async function doTo(current: Act, reader: OfficerReader, reference: string, wished: BulkDeed): Promise<unknown> {
  switch (wished.kind) {
    case 'take':
      return takeCase(current, { reference });
    case 'assign':
      return handOver(current, { reference, to: wished.officerId, reason: wished.reason ?? '' });
    case 'note':
      return writeNote(current, { reference, text: wished.text });
    case 'label':
      return (wished.isOn ? putLabel : takeLabelOff)(current, { reference, labelId: wished.labelId });
    case 'mark':
      return noteReading(current, {
        caseId: await seenCase(current.tx, reader, reference),
        officerId: reader.sight.officerId,
        isRead: wished.isRead,
      });
  }
}
