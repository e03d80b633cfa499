import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { sendAgain } from '../desk/conversations/send-again.ts';
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

export function messageRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed }).openapi(retry, async (context) => {
    const { id: messageId } = context.req.valid('param');
    await writeOnce(context, desk, (current) => sendAgain(current, { messageId }));
    return context.body(null, 204);
  });
}
