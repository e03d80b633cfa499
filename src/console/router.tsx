import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { readUnitsSearch } from './administration/units/units-search.ts';
import { CasePage } from './case/case-page.tsx';
import { readComplianceSearch } from './compliance/compliance-search.ts';
import { NoSuchPage, PageFailure } from './components/page-failure.tsx';
import { isSignedOut } from './data/problem.ts';
import { sessionQuery } from './data/queries.ts';
import { readEnterprisesSearch } from './enterprises/enterprises-search.ts';
import { InboxPage } from './inbox/inbox-page.tsx';
import { readInboxSearch } from './inbox/inbox-search.ts';
import { NoCaseChosen } from './inbox/no-case-chosen.tsx';
import {
  readAppendixSearch,
  readChangesSearch,
  readDifferencesSearch,
  readLibrarySearch,
} from './library/library-search.ts';
import { readRatingsSearch } from './ratings/ratings-search.ts';
import { Shell } from './shell/shell.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { readVerificationSearch } from './verifications/verification-search.ts';

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

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./account/invitation-page.tsx'), 'InvitationPage'),
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

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
});

const alerts = createRoute({
  getParentRoute: () => signedIn,
  path: '/alerts',
  component: lazyRouteComponent(() => import('./alerts/alerts-page.tsx'), 'AlertsPage'),
});

// Without a part of the address: pages that leaders open as well keep theirs.
const administration = createRoute({
  getParentRoute: () => signedIn,
  id: 'administration',
  component: lazyRouteComponent(() => import('./administration/administration-layout.tsx'), 'AdministrationLayout'),
});

const unitPages = createRoute({
  getParentRoute: () => administration,
  path: '/administration/units',
  validateSearch: readUnitsSearch,
  component: lazyRouteComponent(() => import('./administration/units/units-page.tsx'), 'UnitsPage'),
});

const officerPages = createRoute({
  getParentRoute: () => administration,
  path: '/administration/officers',
  component: lazyRouteComponent(() => import('./administration/officers/officers-page.tsx'), 'OfficersPage'),
});

const roster = createRoute({
  getParentRoute: () => administration,
  path: '/administration/roster',
  component: lazyRouteComponent(() => import('./administration/roster/roster-page.tsx'), 'RosterPage'),
});

const responsibilities = createRoute({
  getParentRoute: () => administration,
  path: '/administration/responsibilities',
  component: lazyRouteComponent(
    () => import('./administration/responsibilities/responsibilities-page.tsx'),
    'ResponsibilitiesPage',
  ),
});

const policies = createRoute({
  getParentRoute: () => administration,
  path: '/administration/policies',
  component: lazyRouteComponent(() => import('./administration/policies/policies-page.tsx'), 'PoliciesPage'),
});

const calendars = createRoute({
  getParentRoute: () => administration,
  path: '/administration/calendars',
  component: lazyRouteComponent(() => import('./administration/calendars/calendars-page.tsx'), 'CalendarsPage'),
});

const channels = createRoute({
  getParentRoute: () => administration,
  path: '/administration/channels',
  component: lazyRouteComponent(() => import('./administration/channels/channels-page.tsx'), 'ChannelsPage'),
});

const audit = createRoute({
  getParentRoute: () => administration,
  path: '/administration/audit',
  component: lazyRouteComponent(() => import('./administration/audit/audit-page.tsx'), 'AuditPage'),
});

const troubles = createRoute({
  getParentRoute: () => administration,
  path: '/troubles',
  component: lazyRouteComponent(() => import('./troubles/troubles-page.tsx'), 'TroublesPage'),
});

const links = createRoute({
  getParentRoute: () => administration,
  path: '/links',
  component: lazyRouteComponent(() => import('./links/links-page.tsx'), 'LinksPage'),
});

const enterprises = createRoute({
  getParentRoute: () => administration,
  path: '/enterprises',
  validateSearch: readEnterprisesSearch,
  component: lazyRouteComponent(() => import('./enterprises/enterprises-page.tsx'), 'EnterprisesPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => administration,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('./api-keys/api-keys-page.tsx'), 'ApiKeysPage'),
});

const dataRequests = createRoute({
  getParentRoute: () => administration,
  path: '/data-requests',
  component: lazyRouteComponent(() => import('./data-requests/data-requests-page.tsx'), 'DataRequestsPage'),
});

const assistant = createRoute({
  getParentRoute: () => administration,
  path: '/assistant',
  component: lazyRouteComponent(() => import('./assistant/assistant-page.tsx'), 'AssistantPage'),
});

const verifications = createRoute({
  getParentRoute: () => signedIn,
  path: '/verifications',
  validateSearch: readVerificationSearch,
  component: lazyRouteComponent(() => import('./verifications/verifications-page.tsx'), 'VerificationsPage'),
});

const oneVerification = createRoute({
  getParentRoute: () => signedIn,
  path: '/verifications/$reference',
  component: lazyRouteComponent(() => import('./verifications/verification-page.tsx'), 'VerificationPage'),
});

const correctiveActions = createRoute({
  getParentRoute: () => signedIn,
  path: '/corrective-actions',
  component: lazyRouteComponent(() => import('./verifications/actions-page.tsx'), 'ActionsPage'),
});

const library = createRoute({
  getParentRoute: () => signedIn,
  path: '/library',
  validateSearch: readLibrarySearch,
  component: lazyRouteComponent(() => import('./library/library-page.tsx'), 'LibraryPage'),
});

const noAppendix = createRoute({
  getParentRoute: () => library,
  path: '/',
  component: lazyRouteComponent(() => import('./library/no-appendix-chosen.tsx'), 'NoAppendixChosen'),
});

const oneAppendix = createRoute({
  getParentRoute: () => library,
  path: '$code',
  validateSearch: readAppendixSearch,
  component: lazyRouteComponent(() => import('./library/appendix-page.tsx'), 'AppendixPage'),
});

const lookUps = createRoute({
  getParentRoute: () => library,
  path: 'look-ups',
  component: lazyRouteComponent(() => import('./look-ups/look-ups-page.tsx'), 'LookUpsPage'),
});

const differences = createRoute({
  getParentRoute: () => library,
  path: '$code/changes',
  validateSearch: readDifferencesSearch,
  component: lazyRouteComponent(() => import('./library/differences-page.tsx'), 'DifferencesPage'),
});

const changes = createRoute({
  getParentRoute: () => library,
  path: 'changes',
  validateSearch: readChangesSearch,
  component: lazyRouteComponent(() => import('./library/changes-page.tsx'), 'ChangesPage'),
});

const drafts = createRoute({
  getParentRoute: () => library,
  path: 'drafts',
  component: lazyRouteComponent(() => import('./library/drafts-page.tsx'), 'DraftsPage'),
});

const oneDraft = createRoute({
  getParentRoute: () => library,
  path: 'drafts/$id',
  component: lazyRouteComponent(() => import('./library/draft-page.tsx'), 'DraftPage'),
});

const ratings = createRoute({
  getParentRoute: () => signedIn,
  path: '/ratings',
  validateSearch: readRatingsSearch,
  component: lazyRouteComponent(() => import('./ratings/ratings-page.tsx'), 'RatingsPage'),
});

const ownRatings = createRoute({
  getParentRoute: () => signedIn,
  path: '/ratings/me',
  component: lazyRouteComponent(() => import('./ratings/own-page.tsx'), 'OwnRatingsPage'),
});

const ratingFlags = createRoute({
  getParentRoute: () => signedIn,
  path: '/ratings/flags',
  component: lazyRouteComponent(() => import('./ratings/flags-page.tsx'), 'FlagsPage'),
});

const today = createRoute({
  getParentRoute: () => signedIn,
  path: '/today',
  component: lazyRouteComponent(() => import('./today/today-page.tsx'), 'TodayPage'),
});

const wall = createRoute({
  getParentRoute: () => signedIn,
  path: '/wall',
  component: lazyRouteComponent(() => import('./wall/wall-page.tsx'), 'WallPage'),
});

const compliance = createRoute({
  getParentRoute: () => signedIn,
  path: '/compliance',
  validateSearch: readComplianceSearch,
  component: lazyRouteComponent(() => import('./compliance/compliance-page.tsx'), 'CompliancePage'),
});

const routeTree = root.addChildren([
  signIn,
  invitation,
  signedIn.addChildren([
    home,
    cases.addChildren([noCase, oneCase]),
    alerts,
    account,
    today,
    wall,
    compliance,
    administration.addChildren([
      unitPages,
      officerPages,
      roster,
      responsibilities,
      policies,
      calendars,
      channels,
      audit,
      troubles,
      links,
      enterprises,
      apiKeys,
      dataRequests,
      assistant,
    ]),
    library.addChildren([noAppendix, lookUps, oneAppendix, differences, changes, drafts, oneDraft]),
    verifications,
    oneVerification,
    correctiveActions,
    ratings,
    ownRatings,
    ratingFlags,
  ]),
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
