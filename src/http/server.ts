import { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { alertRoutes } from './alert-routes.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { auditRoutes } from './audit-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { caseLifeRoutes } from './case-life-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { declarationRoutes } from './declaration-routes.ts';
import { demoRoutes } from './demo-routes.ts';
import { docsRoutes } from './docs-routes.ts';
import { exclusionRoutes } from './exclusion-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { linkRequestRoutes } from './link-request-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { liveRoutes } from './live-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { timeRequests } from './metrics.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { answerNotFound, answerProblem, HttpProblem } from './problems.ts';
import { identify } from './reader.ts';
import { routingRoutes } from './routing-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { staticPages } from './static-pages.ts';
import { troubleRoutes } from './trouble-routes.ts';
import { problemSchema } from './view-schemas.ts';
import { warningRoutes } from './warning-routes.ts';

const largestJsonBytes = 1024 * 1024;

/** The type against which the pages are written. */
export type Api = ReturnType<typeof apiRoutes>;

/** Everything the process serves over HTTP. */
export function httpApp(parts: HttpParts): Hono {
  const app = new Hono();
  app.onError(answerProblem(parts.log));
  app.notFound(answerNotFound);
  app.use(timeRequests(parts.metrics));

  // Webhooks come first: they verify raw bodies and have limits of their own.
  for (const router of parts.extraRoutes) app.route('/', router);

  const api = apiRoutes(parts);
  app.use('/api/*', secureHeaders(), limitBody);
  app.use('/demo/*', secureHeaders(), limitBody);
  app.route('/', healthRoutes(parts));
  app.route('/', signInRoutes(parts));
  app.route('/', docsRoutes(api));
  app.route('/', demoRoutes(parts));
  app.route('/', api);
  app.route('/', staticPages(parts.staticPages));
  return app;
}

function apiRoutes(parts: HttpParts) {
  const api = new OpenAPIHono<ApiEnv>();
  api.openAPIRegistry.register('Problem', problemSchema);
  api.use('/api/v1/*', identify(parts));
  return api
    .route('/api/v1', sessionRoutes(parts))
    .route('/api/v1', caseRoutes(parts))
    .route('/api/v1', caseLifeRoutes(parts))
    .route('/api/v1', exclusionRoutes(parts))
    .route('/api/v1', routingRoutes(parts))
    .route('/api/v1', messageRoutes(parts))
    .route('/api/v1', alertRoutes(parts))
    .route('/api/v1', organisationRoutes(parts))
    .route('/api/v1', auditRoutes(parts))
    .route('/api/v1', calendarRoutes(parts))
    .route('/api/v1', warningRoutes(parts))
    .route('/api/v1', troubleRoutes(parts))
    .route('/api/v1', linkRoutes(parts))
    .route('/api/v1', linkRequestRoutes(parts))
    .route('/api/v1', declarationRoutes(parts))
    .route('/api/v1', fileRoutes(parts))
    .route('/api/v1', liveRoutes(parts));
}

const limitBody = bodyLimit({
  maxSize: largestJsonBytes,
  onError: () => {
    throw new HttpProblem(413, 'tooLarge', 'Nội dung gửi lên quá lớn. (The body is too large.)');
  },
});
