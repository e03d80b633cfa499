import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readViewsSearch } from '../oversight/views-search.ts';
import { readVerificationSearch } from '../verifications/verification-search.ts';
import { signedIn } from './root.tsx';

/** Low ratings being verified, what was ordered after them, and who looked at what. */

const verifications = createRoute({
  getParentRoute: () => signedIn,
  path: '/verifications',
  validateSearch: readVerificationSearch,
  component: lazyRouteComponent(() => import('../verifications/verifications-page.tsx'), 'VerificationsPage'),
});

const oneVerification = createRoute({
  getParentRoute: () => signedIn,
  path: '/verifications/$reference',
  component: lazyRouteComponent(() => import('../verifications/verification-page.tsx'), 'VerificationPage'),
});

const correctiveActions = createRoute({
  getParentRoute: () => signedIn,
  path: '/corrective-actions',
  component: lazyRouteComponent(() => import('../verifications/actions-page.tsx'), 'ActionsPage'),
});

const views = createRoute({
  getParentRoute: () => signedIn,
  path: '/oversight/views',
  validateSearch: readViewsSearch,
  component: lazyRouteComponent(() => import('../oversight/views-page.tsx'), 'ViewsPage'),
});

export const verificationPages = [verifications, oneVerification, correctiveActions, views] as const;
