import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { CasePage } from './case/case-page.tsx';
import { NoSuchPage, PageFailure } from './components/page-failure.tsx';
import { isSignedOut } from './data/problem.ts';
import { sessionQuery } from './data/queries.ts';
import { InboxPage } from './inbox/inbox-page.tsx';
import { readInboxSearch } from './inbox/inbox-search.ts';
import { NoCaseChosen } from './inbox/no-case-chosen.tsx';
import { Shell } from './shell/shell.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** Every page of the console and its address below /console. */

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // Only an address of ours may follow the sign-in.
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } =>
    typeof from === 'string' && from.startsWith('/console/') ? { from } : {},
  component: SignInPage,
});

const signedIn = createRoute({
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

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  // Administrators look after the system, not the cases.
  beforeLoad: ({ context: { session } }) => {
    throw redirect({ to: session.officer.role === 'administrator' ? '/troubles' : '/cases', replace: true });
  },
});

const cases = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases',
  validateSearch: readInboxSearch,
  component: InboxPage,
});

const noCase = createRoute({ getParentRoute: () => cases, path: '/', component: NoCaseChosen });

const oneCase = createRoute({ getParentRoute: () => cases, path: '$reference', component: CasePage });

const alerts = createRoute({
  getParentRoute: () => signedIn,
  path: '/alerts',
  component: lazyRouteComponent(() => import('./alerts/alerts-page.tsx'), 'AlertsPage'),
});

const troubles = createRoute({
  getParentRoute: () => signedIn,
  path: '/troubles',
  component: lazyRouteComponent(() => import('./troubles/troubles-page.tsx'), 'TroublesPage'),
});

const links = createRoute({
  getParentRoute: () => signedIn,
  path: '/links',
  component: lazyRouteComponent(() => import('./links/links-page.tsx'), 'LinksPage'),
});

const routeTree = root.addChildren([
  signIn,
  signedIn.addChildren([home, cases.addChildren([noCase, oneCase]), alerts, troubles, links]),
]);

export function createConsoleRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    basepath: '/console',
    context: { queryClient },
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: NoSuchPage,
    defaultPreload: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
