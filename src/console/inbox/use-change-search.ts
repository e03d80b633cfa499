import { getRouteApi } from '@tanstack/react-router';
import { type InboxSearch, readInboxSearch } from './inbox-search.ts';

const route = getRouteApi('/signedIn/cases');

/** What becomes of the address; what it cannot mean is left out of it. */
export type ChangeSearch = (change: Partial<Record<keyof InboxSearch, unknown>>) => void;

export function useChangeSearch(): ChangeSearch {
  const navigate = route.useNavigate();
  return (change) => {
    void navigate({ to: '.', search: (search) => readInboxSearch({ ...search, ...change }), replace: true });
  };
}
