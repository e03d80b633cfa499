import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { NotPermitted } from '../errors.ts';
import { officersNamed } from '../rules/routing/named-officers.ts';
import { officerById } from '../store/organisation.ts';
import { excerptLength, troubledInbox, troubledLadder, troubledOutbox } from '../store/troubles.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { json, troublesSchema } from './view-schemas.ts';
import type { TroubleView } from './views.ts';

const mostOfEach = 200;

const list = createRoute({
  method: 'get',
  path: '/troubles',
  summary: 'What could not be read, delivered or fired',
  responses: { 200: json(troublesSchema, 'Newest first') },
});

export function troubleRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { db } = desk.database;
  return new OpenAPIHono<ApiEnv>().openapi(list, async (context) => {
    const { reader } = context.var;
    if (!looksAfterTheSystem(reader)) throw new NotPermitted('xem danh sách sự cố');
    const self = reader.kind === 'officer' ? await officerById(db, reader.sight.officerId) : null;
    const received = (await troubledInbox(db, mostOfEach)).map(({ body, ...row }): TroubleView => {
      // What could not be read has no case yet, and may be a report about whoever reads this.
      const isAboutReader = self !== null && officersNamed(unescaped(body), [self]).length > 0;
      const excerpt = isAboutReader ? '' : body.slice(0, excerptLength);
      return { ...row, excerpt, where: 'inbox', at: row.at.toISOString(), caseReference: null };
    });
    const sent = (await troubledOutbox(db, reader.sight, mostOfEach)).map(
      (row): TroubleView => ({ ...row, where: 'outbox', at: row.at.toISOString() }),
    );
    const steps = (await troubledLadder(db, reader.sight, mostOfEach)).map(
      (row): TroubleView => ({ ...row, where: 'ladder', at: row.at.toISOString() }),
    );
    return context.json(
      [...received, ...sent, ...steps].toSorted((a, b) => (a.at < b.at ? 1 : -1)),
      200,
    );
  });
}

/** Platforms write letters with marks as \\u escapes. */
function unescaped(body: string): string {
  return body.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function looksAfterTheSystem(reader: Reader): boolean {
  return reader.kind === 'apiKey' || reader.sight.role === 'administrator';
}
