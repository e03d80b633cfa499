import { queryOptions } from '@tanstack/react-query';
import { post } from '../data/outside-api.ts';

/** What people call the agency's directory; null where the desk has none. */
export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  queryFn: async (): Promise<string | null> => {
    const answer = await fetch('/api/auth/directory', { headers: { Accept: 'application/json' } });
    if (!answer.ok) return null;
    const { label } = (await answer.json()) as { label: string | null };
    return label;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Leaves for the directory, which sends the browser back to `from`. */
export async function beginDirectory(from: string | undefined): Promise<void> {
  const { url } = await post<{ url: string }>('/api/auth/directory', from === undefined ? {} : { from });
  window.location.assign(url);
}
