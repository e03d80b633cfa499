import type { QueryClient } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { LaterCasePage } from '../case/later-case-page.ts';
import type { CaseFilter } from '../data/api.ts';
import { casesQuery, countsQuery } from '../data/queries.ts';
import { marksQuery, savedFiltersQuery } from '../inbox/inbox-api.ts';
import { InboxPage } from '../inbox/inbox-page.tsx';
import { filterOf, readInboxSearch } from '../inbox/inbox-search.ts';
import { NoCaseChosen } from '../inbox/no-case-chosen.tsx';
import { remindersQuery } from '../reminders/data.ts';
import { signedIn } from './root.tsx';

/** The inbox and the case beside it. */

const patienceMs = 300;

const cases = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases',
  validateSearch: readInboxSearch,
  component: InboxPage,
  // The list is mostly on its way already: a moment's patience spares drawing the page once without it.
  loader: ({ context: { queryClient }, location }) =>
    Promise.race([
      Promise.all([
        listWithMarks(queryClient, filterOf(readInboxSearch(location.search))),
        queryClient.prefetchQuery(remindersQuery),
        queryClient.prefetchQuery(countsQuery),
        queryClient.prefetchQuery(savedFiltersQuery),
      ]),
      new Promise((resolve) => setTimeout(resolve, patienceMs)),
    ]).then(() => null),
  staleTime: Number.POSITIVE_INFINITY,
});

async function listWithMarks(queryClient: QueryClient, filter: CaseFilter): Promise<void> {
  const list = casesQuery(filter);
  await queryClient.prefetchInfiniteQuery(list);
  const items = queryClient.getQueryData(list.queryKey)?.pages.flatMap((page) => page.items) ?? [];
  if (items.length > 0) await queryClient.prefetchQuery(marksQuery(items.map(({ reference }) => reference)));
}

const noCase = createRoute({ getParentRoute: () => cases, path: '/', component: NoCaseChosen });

const oneCase = createRoute({ getParentRoute: () => cases, path: '$reference', component: LaterCasePage });

export const casePages = cases.addChildren([noCase, oneCase]);
