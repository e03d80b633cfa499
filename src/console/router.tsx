import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { NoSuchPage, PageFailure } from './components/page-failure.tsx';
import { administrationPages } from './routes/administration.tsx';
import { casePages } from './routes/cases.tsx';
import { home, invitation, signIn } from './routes/entrance.tsx';
import { libraryPages } from './routes/library.tsx';
import { managerPages } from './routes/managers.tsx';
import { ownPages } from './routes/own.tsx';
import { ratingPages } from './routes/ratings.tsx';
import { root, signedIn } from './routes/root.tsx';
import { verificationPages } from './routes/verifications.tsx';

/** Every page of the console and its address below /console; a new page is registered in its area under `routes/`. */

const routeTree = root.addChildren([
  signIn,
  invitation,
  signedIn.addChildren([
    home,
    casePages,
    ...ownPages,
    ...managerPages,
    administrationPages,
    libraryPages,
    ...verificationPages,
    ...ratingPages,
  ]),
]);

/** `history` where there is no browser to keep one. */
export function createConsoleRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history === undefined ? {} : { history }),
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
