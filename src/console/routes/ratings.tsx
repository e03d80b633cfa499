import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readRatingsSearch } from '../ratings/ratings-search.ts';
import { signedIn } from './root.tsx';

/** What enterprises said of the service. */

const ratings = createRoute({
  getParentRoute: () => signedIn,
  path: '/ratings',
  validateSearch: readRatingsSearch,
  component: lazyRouteComponent(() => import('../ratings/ratings-page.tsx'), 'RatingsPage'),
});

const ownRatings = createRoute({
  getParentRoute: () => signedIn,
  path: '/ratings/me',
  component: lazyRouteComponent(() => import('../ratings/own-page.tsx'), 'OwnRatingsPage'),
});

const ratingFlags = createRoute({
  getParentRoute: () => signedIn,
  path: '/ratings/flags',
  component: lazyRouteComponent(() => import('../ratings/flags-page.tsx'), 'FlagsPage'),
});

export const ratingPages = [ratings, ownRatings, ratingFlags] as const;
