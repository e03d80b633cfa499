import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  readAppendixSearch,
  readChangesSearch,
  readDifferencesSearch,
  readLibrarySearch,
} from '../library/library-search.ts';
import { signedIn } from './root.tsx';

/** Appendices: read, compared, drafted, and the questions they left unanswered. */

const library = createRoute({
  getParentRoute: () => signedIn,
  path: '/library',
  validateSearch: readLibrarySearch,
  component: lazyRouteComponent(() => import('../library/library-page.tsx'), 'LibraryPage'),
});

const noAppendix = createRoute({
  getParentRoute: () => library,
  path: '/',
  component: lazyRouteComponent(() => import('../library/no-appendix-chosen.tsx'), 'NoAppendixChosen'),
});

const oneAppendix = createRoute({
  getParentRoute: () => library,
  path: '$code',
  validateSearch: readAppendixSearch,
  component: lazyRouteComponent(() => import('../library/appendix-page.tsx'), 'AppendixPage'),
});

const lookUps = createRoute({
  getParentRoute: () => library,
  path: 'look-ups',
  component: lazyRouteComponent(() => import('../look-ups/look-ups-page.tsx'), 'LookUpsPage'),
});

const differences = createRoute({
  getParentRoute: () => library,
  path: '$code/changes',
  validateSearch: readDifferencesSearch,
  component: lazyRouteComponent(() => import('../library/differences-page.tsx'), 'DifferencesPage'),
});

const changes = createRoute({
  getParentRoute: () => library,
  path: 'changes',
  validateSearch: readChangesSearch,
  component: lazyRouteComponent(() => import('../library/changes-page.tsx'), 'ChangesPage'),
});

const drafts = createRoute({
  getParentRoute: () => library,
  path: 'drafts',
  component: lazyRouteComponent(() => import('../library/drafts-page.tsx'), 'DraftsPage'),
});

const oneDraft = createRoute({
  getParentRoute: () => library,
  path: 'drafts/$id',
  component: lazyRouteComponent(() => import('../library/draft-page.tsx'), 'DraftPage'),
});

export const libraryPages = library.addChildren([
  noAppendix,
  oneAppendix,
  lookUps,
  differences,
  changes,
  drafts,
  oneDraft,
]);
