import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, v1 } from '../data/api.ts';

/** What internal control and administrators read about reading and permissions. */

export interface ViewsAsked {
  from: string;
  kind?: 'issue' | 'report' | 'verification' | 'question';
  reference?: string;
  officer?: number;
}

const { oversight } = v1;

export function viewedCasesQuery(asked: ViewsAsked) {
  return queryOptions({
    queryKey: ['oversight', 'cases', asked],
    queryFn: () => answerOf(oversight['viewed-cases'].$get({ query: asked })),
  });
}

export function viewersQuery(asked: ViewsAsked) {
  return queryOptions({
    queryKey: ['oversight', 'viewers', asked],
    queryFn: () => answerOf(oversight.viewers.$get({ query: asked })),
  });
}

export function viewLogQuery(asked: ViewsAsked) {
  return infiniteQueryOptions({
    queryKey: ['oversight', 'log', asked],
    queryFn: ({ pageParam }) =>
      answerOf(oversight.views.$get({ query: { ...asked, ...(pageParam === null ? {} : { cursor: pageParam }) } })),
    // The type of what is not known before the first page.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Where the same list is kept as a file. */
export function viewsFile(asked: ViewsAsked): string {
  const said = Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]);
  return `/api/v1/oversight/views.xlsx?${new URLSearchParams(said)}`;
}

export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: () => answerOf(v1.permissions.$get()),
});
