import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { templateFile, templateNames } from '../import/templates/template-file.ts';
import type { ApiEnv } from './api-env.ts';
import { refuseMalformed } from './refuse-malformed.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const template = createRoute({
  method: 'get',
  path: '/import-templates/{noun}',
  summary: 'A list to fill in and import, as a spreadsheet',
  request: { params: z.object({ noun: z.enum(templateNames) }) },
  responses: {
    200: {
      description: 'An XLSX file with its headers, an example and what each column means',
      content: { [spreadsheet]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

/** The tables that are brought by file, empty. They tell of nobody, so whoever may read anything may have them. */
export function importTemplateRoutes() {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed }).openapi(template, async (context) => {
    const { noun } = context.req.valid('param');
    return context.body(new Uint8Array(await templateFile(noun)), 200, {
      'content-type': spreadsheet,
      'content-disposition': `attachment; filename="${noun}.xlsx"`,
    });
  });
}
