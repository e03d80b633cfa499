import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readComplianceSearch } from '../compliance/compliance-search.ts';
import { signedIn } from './root.tsx';

/** A manager's day: what is due, what has climbed, what was kept. */

const today = createRoute({
  getParentRoute: () => signedIn,
  path: '/today',
  component: lazyRouteComponent(() => import('../today/today-page.tsx'), 'TodayPage'),
});

const wall = createRoute({
  getParentRoute: () => signedIn,
  path: '/wall',
  component: lazyRouteComponent(() => import('../wall/wall-page.tsx'), 'WallPage'),
});

const compliance = createRoute({
  getParentRoute: () => signedIn,
  path: '/compliance',
  validateSearch: readComplianceSearch,
  component: lazyRouteComponent(() => import('../compliance/compliance-page.tsx'), 'CompliancePage'),
});

export const managerPages = [today, wall, compliance] as const;
