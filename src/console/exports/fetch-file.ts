import { fetchAskingAgain } from '../account/ask-again.ts';
import { problemOf } from '../data/problem.ts';

/** Fetches a file and hands it to the browser to keep. The person may be asked for the password again first. */
export async function fetchFile(address: string): Promise<void> {
  const response = await fetchAskingAgain(address);
  if (!response.ok) throw await problemOf(response);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = nameIn(response.headers.get('content-disposition')) ?? 'dong-hanh';
  link.click();
  // The browser has taken the file up by the next turn; until then the address must stand.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function nameIn(disposition: string | null): string | null {
  return /filename="([^"]+)"/u.exec(disposition ?? '')?.[1] ?? null;
}

/** What the address of a file asks for; what is undefined is left out. */
export function fileAddress(
  path: string,
  search: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
  return query.size === 0 ? path : `${path}?${query}`;
}
