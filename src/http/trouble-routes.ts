import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { NotPermitted } from '../errors.ts';
import { troubledInbox, troubledOutbox } from '../store/troubles.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { json, troublesSchema } from './view-schemas.ts';
import type { TroubleView } from './views.ts';

const mostOfEach = 200;

const list = createRoute({
  method: 'get',
  path: '/troubles',
  summary: 'What could not be read or delivered',
  responses: { 200: json(troublesSchema, 'Newest first') },
});

export function troubleRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  return new OpenAPIHono<ApiEnv>().openapi(list, async (context) => {
    const { reader } = context.var;
    if (!looksAfterTheSystem(reader)) throw new NotPermitted('xem danh sách sự cố');
    const received = (await troubledInbox(db, mostOfEach)).map(
      (row): TroubleView => ({ ...row, where: 'inbox', at: row.at.toISOString(), caseReference: null }),
    );
    const sent = (await troubledOutbox(db, reader.sight, mostOfEach)).map(
      (row): TroubleView => ({ ...row, where: 'outbox', at: row.at.toISOString() }),
    );
    return context.json(
      [...received, ...sent].toSorted((a, b) => (a.at < b.at ? 1 : -1)),
      200,
    );
  });
}

function looksAfterTheSystem(reader: Reader): boolean {
  return reader.kind === 'apiKey' || reader.sight.role === 'administrator';
}
