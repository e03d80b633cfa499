import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readImportsSearch } from '../administration/imports/imports-search.ts';
import { readUnitsSearch } from '../administration/units/units-search.ts';
import { readEnterprisesSearch } from '../enterprises/enterprises-search.ts';
import { signedIn } from './root.tsx';

/** What is looked after under one menu: the organisation, the rules, the channels and their troubles. */

// Without a part of the address: pages that leaders open as well keep theirs.
const administration = createRoute({
  getParentRoute: () => signedIn,
  id: 'administration',
  component: lazyRouteComponent(() => import('../administration/administration-layout.tsx'), 'AdministrationLayout'),
});

const unitPages = createRoute({
  getParentRoute: () => administration,
  path: '/administration/units',
  validateSearch: readUnitsSearch,
  component: lazyRouteComponent(() => import('../administration/units/units-page.tsx'), 'UnitsPage'),
});

const officerPages = createRoute({
  getParentRoute: () => administration,
  path: '/administration/officers',
  component: lazyRouteComponent(() => import('../administration/officers/officers-page.tsx'), 'OfficersPage'),
});

const roster = createRoute({
  getParentRoute: () => administration,
  path: '/administration/roster',
  component: lazyRouteComponent(() => import('../administration/roster/roster-page.tsx'), 'RosterPage'),
});

const responsibilities = createRoute({
  getParentRoute: () => administration,
  path: '/administration/responsibilities',
  component: lazyRouteComponent(
    () => import('../administration/responsibilities/responsibilities-page.tsx'),
    'ResponsibilitiesPage',
  ),
});

const policies = createRoute({
  getParentRoute: () => administration,
  path: '/administration/policies',
  component: lazyRouteComponent(() => import('../administration/policies/policies-page.tsx'), 'PoliciesPage'),
});

const cannedReplies = createRoute({
  getParentRoute: () => administration,
  path: '/administration/canned-replies',
  component: lazyRouteComponent(
    () => import('../administration/canned-replies/canned-replies-page.tsx'),
    'CannedRepliesPage',
  ),
});

const labels = createRoute({
  getParentRoute: () => administration,
  path: '/administration/labels',
  component: lazyRouteComponent(() => import('../administration/labels/labels-page.tsx'), 'LabelsPage'),
});

const calendars = createRoute({
  getParentRoute: () => administration,
  path: '/administration/calendars',
  component: lazyRouteComponent(() => import('../administration/calendars/calendars-page.tsx'), 'CalendarsPage'),
});

const imports = createRoute({
  getParentRoute: () => administration,
  path: '/administration/imports',
  validateSearch: readImportsSearch,
  component: lazyRouteComponent(() => import('../administration/imports/imports-page.tsx'), 'ImportsPage'),
});

const channels = createRoute({
  getParentRoute: () => administration,
  path: '/administration/channels',
  component: lazyRouteComponent(() => import('../administration/channels/channels-page.tsx'), 'ChannelsPage'),
});

const permissions = createRoute({
  getParentRoute: () => administration,
  path: '/administration/permissions',
  component: lazyRouteComponent(() => import('../oversight/permissions-page.tsx'), 'PermissionsPage'),
});

const audit = createRoute({
  getParentRoute: () => administration,
  path: '/administration/audit',
  component: lazyRouteComponent(() => import('../administration/audit/audit-page.tsx'), 'AuditPage'),
});

const troubles = createRoute({
  getParentRoute: () => administration,
  path: '/troubles',
  component: lazyRouteComponent(() => import('../troubles/troubles-page.tsx'), 'TroublesPage'),
});

const links = createRoute({
  getParentRoute: () => administration,
  path: '/links',
  component: lazyRouteComponent(() => import('../links/links-page.tsx'), 'LinksPage'),
});

const enterprises = createRoute({
  getParentRoute: () => administration,
  path: '/enterprises',
  validateSearch: readEnterprisesSearch,
  component: lazyRouteComponent(() => import('../enterprises/enterprises-page.tsx'), 'EnterprisesPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => administration,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('../api-keys/api-keys-page.tsx'), 'ApiKeysPage'),
});

const dataRequests = createRoute({
  getParentRoute: () => administration,
  path: '/data-requests',
  component: lazyRouteComponent(() => import('../data-requests/data-requests-page.tsx'), 'DataRequestsPage'),
});

const assistant = createRoute({
  getParentRoute: () => administration,
  path: '/assistant',
  component: lazyRouteComponent(() => import('../assistant/assistant-page.tsx'), 'AssistantPage'),
});

export const administrationPages = administration.addChildren([
  unitPages,
  officerPages,
  roster,
  responsibilities,
  policies,
  cannedReplies,
  labels,
  calendars,
  imports,
  channels,
  permissions,
  audit,
  troubles,
  links,
  enterprises,
  apiKeys,
  dataRequests,
  assistant,
]);
