import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from './root.tsx';

/** What belongs to whoever is signed in. */

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/account-page.tsx'), 'AccountPage'),
});

const alerts = createRoute({
  getParentRoute: () => signedIn,
  path: '/alerts',
  component: lazyRouteComponent(() => import('../alerts/alerts-page.tsx'), 'AlertsPage'),
});

export const ownPages = [account, alerts] as const;
