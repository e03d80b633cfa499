import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { signInSearch } from '../sign-in/search.ts';
import { root, signedIn } from './root.tsx';

/** The ways in. */

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
});

export const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../account/invitation-page.tsx'), 'InvitationPage'),
});

export const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  // Administrators look after the system, not the cases.
  beforeLoad: ({ context: { session } }) => {
    throw redirect({ to: session.permissions.includes('lookAfterDelivery') ? '/troubles' : '/cases', replace: true });
  },
});
