import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { isSignedOut } from '../data/problem.ts';
import { sessionQuery } from '../data/queries.ts';
import { Shell } from '../shell/shell.tsx';

/** What every page stands under: the root, and below it the shell of whoever is signed in. */

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signedIn',
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      return { session: await queryClient.ensureQueryData(sessionQuery) };
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      throw redirect({ to: '/sign-in', search: { from: location.publicHref } });
    }
  },
  component: Shell,
});
