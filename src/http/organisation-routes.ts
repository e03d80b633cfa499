import { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { officerRoutes } from './officer-routes.ts';
import { policyRoutes } from './policy-routes.ts';
import { responsibilityRoutes } from './responsibility-routes.ts';
import { rosterRoutes } from './roster-routes.ts';
import { unitRoutes } from './unit-routes.ts';

/** What administrators look after: who works where, who answers for what, what is promised. */
export function organisationRoutes(parts: Pick<HttpParts, 'desk'>) {
  return new OpenAPIHono<ApiEnv>()
    .route('/', unitRoutes(parts))
    .route('/', officerRoutes(parts))
    .route('/', rosterRoutes(parts))
    .route('/', responsibilityRoutes(parts))
    .route('/', policyRoutes(parts));
}
