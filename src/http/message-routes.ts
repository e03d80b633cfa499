import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { redactMessage } from '../desk/audit/redact-message.ts';
import { confirmArrival } from '../desk/conversations/confirm-arrival.ts';
import { sendAgain } from '../desk/conversations/send-again.ts';
import { redactionReasons } from '../rules/privacy/redaction.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { writeOnce } from './idempotency.ts';
import { refuseMalformed } from './refuse-malformed.ts';

const retry = createRoute({
  method: 'post',
  path: '/messages/{id}/retry',
  summary: 'Send a message again that did not arrive',
  request: { params: z.object({ id: z.coerce.number().int().positive() }) },
  responses: { 204: { description: 'It is back in the queue' } },
});

const arrived = createRoute({
  method: 'post',
  path: '/messages/{id}/arrived',
  summary: 'Say that a message of unknown outcome did arrive',
  request: { params: z.object({ id: z.coerce.number().int().positive() }) },
  responses: { 204: { description: 'It counts as sent' } },
});

const redaction = createRoute({
  method: 'post',
  path: '/messages/{id}/redaction',
  summary: 'Remove the words and files of a message; the ledger keeps their digest',
  request: {
    params: z.object({ id: z.coerce.number().int().positive() }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            because: z.enum(redactionReasons),
            withDescription: z.boolean().default(false).openapi({ description: 'The description of its case too' }),
          }),
        },
      },
    },
  },
  responses: { 204: { description: 'The words are gone' } },
});

export function messageRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(retry, async (context) => {
      const { id: messageId } = context.req.valid('param');
      await writeOnce(context, desk, (current) => sendAgain(current, { messageId }));
      return context.body(null, 204);
    })
    .openapi(arrived, async (context) => {
      const { id: messageId } = context.req.valid('param');
      await writeOnce(context, desk, (current) => confirmArrival(current, { messageId }));
      return context.body(null, 204);
    })
    .openapi(redaction, async (context) => {
      const { id: messageId } = context.req.valid('param');
      const said = context.req.valid('json');
      await writeOnce(context, desk, (current) => redactMessage(current, { messageId, ...said }));
      return context.body(null, 204);
    });
}
