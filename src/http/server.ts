import { OpenAPIHono } from '@hono/zod-openapi';
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { uploadLimits } from '../desk/imports/limits.ts';
import { largestFileBytes } from '../rules/delivery/file-limits.ts';
import { accountRoutes } from './account-routes.ts';
import { alertRoutes } from './alert-routes.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { apiKeyRoutes } from './api-key-routes.ts';
import { assistantRoutes } from './assistant-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { cannedReplyRoutes } from './canned-reply-routes.ts';
import { caseFileRoutes } from './case-file-routes.ts';
import { caseLifeRoutes } from './case-life-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { channelHealthRoutes } from './channel-health-routes.ts';
import { complianceRoutes } from './compliance-routes.ts';
import { dataRequestRoutes } from './data-request-routes.ts';
import { declarationRoutes } from './declaration-routes.ts';
import { demoRoutes } from './demo-routes.ts';
import { docsRoutes } from './docs-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { enterpriseRoutes } from './enterprise-routes.ts';
import { exclusionRoutes } from './exclusion-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { findRoutes } from './find-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { importRoutes } from './import-routes.ts';
import { importTemplateRoutes } from './import-template-routes.ts';
import { keepViews } from './keep-views.ts';
import { labelRoutes } from './label-routes.ts';
import { libraryDraftRoutes } from './library-draft-routes.ts';
import { libraryRoutes } from './library-routes.ts';
import { linkRequestRoutes } from './link-request-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { liveRoutes } from './live-routes.ts';
import { lookUpRoutes } from './look-up-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { timeRequests } from './metrics.ts';
import { officerSignInRoutes } from './officer-sign-in-routes.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { outlookRoutes } from './outlook-routes.ts';
import { oversightRoutes } from './oversight-routes.ts';
import { permissionRoutes } from './permission-routes.ts';
import { presenceRoutes } from './presence-routes.ts';
import { answerNotFound, answerProblem, HttpProblem } from './problems.ts';
import { promiseRoutes } from './promise-routes.ts';
import { publicRatingPage } from './public-rating-page.ts';
import { ratingFigureRoutes } from './rating-figure-routes.ts';
import { ratingFlagRoutes } from './rating-flag-routes.ts';
import { identify } from './reader.ts';
import { reminderRoutes } from './reminder-routes.ts';
import { routingRoutes } from './routing-routes.ts';
import { savedFilterRoutes } from './saved-filter-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { sessionRoutes } from './session-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { staticPages } from './static-pages.ts';
import { todayRoutes } from './today-routes.ts';
import { troubleRoutes } from './trouble-routes.ts';
import { understandingRoutes } from './understanding-routes.ts';
import { verificationActionRoutes } from './verification-action-routes.ts';
import { verificationRoutes } from './verification-routes.ts';
import { problemSchema } from './view-schemas.ts';
import { wallRoutes } from './wall-routes.ts';
import { warningRoutes } from './warning-routes.ts';
import { watchingRoutes } from './watching-routes.ts';

const largestJsonBytes = 1024 * 1024;
// Files of appendices travel inside JSON.
const largestAppendixBytes = 15 * 1024 * 1024;
const withFile = /^\/api\/v1\/cases\/[^/]+\/files$/u;
// A little more than a file may have, so that the refusal is the file's own.
const largestUploadBytes = uploadLimits.fileBytes + 1024 * 1024;
const withUpload = '/api/v1/imports';
const withAppendix = /^\/api\/v1\/appendix-(?:drafts|readings)$/u;

/** The type against which the pages are written. */
export type Api = ReturnType<typeof apiRoutes>;

/** Everything the process serves over HTTP. */
export function httpApp(parts: HttpParts): Hono {
  const app = new Hono();
  app.onError(answerProblem(parts.log));
  app.notFound(answerNotFound);
  app.use(timeRequests(parts.metrics));
  app.use(securityHeaders(parts.config.publicUrl));

  // Webhooks come first: they verify raw bodies and have limits of their own.
  for (const router of parts.extraRoutes) app.route('/', router);

  const api = apiRoutes(parts);
  app.use('/api/*', limitBody);
  app.use('/demo/*', limitBody);
  app.route('/', healthRoutes(parts));
  app.route('/', signInRoutes(parts));
  app.route('/', docsRoutes(api));
  app.route('/', publicRatingPage(parts));
  app.route('/', demoRoutes(parts));
  app.route('/', api);
  app.route(
    '/',
    staticPages(parts.staticPages, app, (error) =>
      parts.log.warn({ err: error }, 'A page was sent without its first picture'),
    ),
  );
  return app;
}

function apiRoutes(parts: HttpParts) {
  const api = new OpenAPIHono<ApiEnv>();
  api.openAPIRegistry.register('Problem', problemSchema);
  api.use('/api/v1/*', identify(parts));
  api.use('/api/v1/*', keepViews(parts));
  return (
    api
      .route('/api/v1', sessionRoutes(parts))
      .route('/api/v1', accountRoutes(parts))
      .route('/api/v1', officerSignInRoutes(parts))
      .route('/api/v1', caseRoutes(parts))
      .route('/api/v1', caseLifeRoutes(parts))
      .route('/api/v1', draftRoutes(parts))
      .route('/api/v1', understandingRoutes(parts))
      .route('/api/v1', reminderRoutes(parts))
      .route('/api/v1', presenceRoutes(parts))
      .route('/api/v1', caseFileRoutes(parts))
      .route('/api/v1', watchingRoutes(parts))
      .route('/api/v1', outlookRoutes(parts))
      .route('/api/v1', cannedReplyRoutes(parts))
      .route('/api/v1', labelRoutes(parts))
      .route('/api/v1', savedFilterRoutes(parts))
      .route('/api/v1', bulkRoutes(parts))
      .route('/api/v1', findRoutes(parts))
      .route('/api/v1', assistantRoutes(parts))
      .route('/api/v1', exclusionRoutes(parts))
      .route('/api/v1', routingRoutes(parts))
      .route('/api/v1', verificationRoutes(parts))
      .route('/api/v1', verificationActionRoutes(parts))
      .route('/api/v1', messageRoutes(parts))
      .route('/api/v1', wallRoutes(parts))
      .route('/api/v1', todayRoutes(parts))
      .route('/api/v1', complianceRoutes(parts))
      .route('/api/v1', exportRoutes(parts))
      .route('/api/v1', oversightRoutes(parts))
      .route('/api/v1', permissionRoutes())
      .route('/api/v1', importTemplateRoutes())
      .route('/api/v1', importRoutes(parts))
      .route('/api/v1', alertRoutes(parts))
      .route('/api/v1', organisationRoutes(parts))
      .route('/api/v1', auditRoutes(parts))
      .route('/api/v1', calendarRoutes(parts))
      .route('/api/v1', warningRoutes(parts))
      .route('/api/v1', channelHealthRoutes(parts))
      .route('/api/v1', troubleRoutes(parts))
      .route('/api/v1', linkRoutes(parts))
      .route('/api/v1', linkRequestRoutes(parts))
      .route('/api/v1', declarationRoutes(parts))
      .route('/api/v1', enterpriseRoutes(parts))
      .route('/api/v1', apiKeyRoutes(parts))
      .route('/api/v1', dataRequestRoutes(parts))
      .route('/api/v1', searchRoutes(parts))
      .route('/api/v1', lookUpRoutes(parts))
      .route('/api/v1', promiseRoutes(parts))
      // Behind the search, whose address it would take for a code.
      .route('/api/v1', libraryRoutes(parts))
      .route('/api/v1', libraryDraftRoutes(parts))
      .route('/api/v1', ratingFigureRoutes(parts))
      .route('/api/v1', ratingFlagRoutes(parts))
      .route('/api/v1', fileRoutes(parts))
      .route('/api/v1', liveRoutes(parts))
  );
}

const tooLarge = () => {
  throw new HttpProblem(413, 'tooLarge', 'Nội dung gửi lên quá lớn. (The body is too large.)');
};
const limitJson = bodyLimit({ maxSize: largestJsonBytes, onError: tooLarge });
const limitFile = bodyLimit({ maxSize: largestFileBytes, onError: tooLarge });
const limitUpload = bodyLimit({ maxSize: largestUploadBytes, onError: tooLarge });
const limitAppendix = bodyLimit({ maxSize: largestAppendixBytes, onError: tooLarge });

const limitBody: MiddlewareHandler = (context, next) => {
  const { path } = context.req;
  if (withFile.test(path)) return limitFile(context, next);
  if (path === withUpload) return limitUpload(context, next);
  return (withAppendix.test(path) ? limitAppendix : limitJson)(context, next);
};
