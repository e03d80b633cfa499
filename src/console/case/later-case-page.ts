import { lazyRouteComponent } from '@tanstack/react-router';

/** The page of a case: not loaded with the list, but as soon as the list stands. */
export const LaterCasePage = lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage');
