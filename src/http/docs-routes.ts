import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { ApiEnv } from './api-env.ts';
import { withExactOptional } from './exact-optional.ts';
import { withNullableReferences } from './nullable-references.ts';
import { plainPageHeaders, type WithNonce } from './security-headers.ts';

const description = {
  openapi: '3.1.0',
  info: {
    title: 'Đồng Hành',
    version: '1',
    description:
      'Session cookie or `Authorization: Bearer <API key>`. Refusals are problem+json (RFC 9457) with a stable `code`. Writes honour `Idempotency-Key`. Instants are ISO 8601 in UTC.',
  },
};

/**
 * The description of the API, for programs and for people. Needs no sign-in: it holds no data. It is written when somebody
 * first asks for it: that takes longer than everything else that a start does here.
 */
export function docsRoutes(api: OpenAPIHono<ApiEnv>): Hono<WithNonce> {
  let written: Document | null = null;

  function document(): Document {
    written ??= withExactOptional(
      withNullableReferences(api.getOpenAPI31Document(description)),
      api.openAPIRegistry.definitions,
    );
    return written;
  }

  return new Hono<WithNonce>()
    .get('/api/v1/openapi.json', (context) => context.json(withProblems(document())))
    .get('/api/docs', plainPageHeaders, (context) => {
      const operations = Object.entries(document().paths ?? {}).flatMap(([path, item]) =>
        Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
      );
      return context.html(html`<!doctype html>
        <html lang="en">
          <meta charset="utf-8" />
          <title>Đồng Hành API</title>
          <style nonce="${context.var.secureHeadersNonce ?? ''}">
            body { font: 16px/1.5 system-ui; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            code { font-size: 1rem }
            dd { margin: 0 0 0.75rem }
          </style>
          <h1>Đồng Hành API</h1>
          <p>${description.info.description} <a href="/api/v1/openapi.json">openapi.json</a></p>
          <dl>
            ${operations.map(
              ({ path, method, operation }) => html`<dt><code>${method} ${path}</code></dt>
                <dd>${(operation as { summary?: string }).summary ?? ''}</dd>`,
            )}
          </dl>
        </html>`);
    });
}

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** Every operation may answer with a problem; saying so on each route would say nothing more. */
function withProblems(document: Document): Document {
  const problem = {
    description: 'A refusal (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([method, operation]) => [
        method,
        { ...operation, responses: { ...operation.responses, default: problem } },
      ]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}
