import type { Fetch } from 'zalo-api-client';
import type { FetchedFile } from '../port.ts';
import type { MediaHosts } from './media-hosts.ts';

/** What a person may send us; as on the other channels. */
export const mostFileBytes = 20 * 1024 * 1024;

const soonSeconds = 30;
const mostRedirects = 3;
const downloadWithinMilliseconds = 120_000;

/**
 * Gets a file that a person sent, from an allowed host only and through redirects only to such hosts, and stops reading as
 * soon as it exceeds the limit. The links end after seven days: from then on the file is gone.
 */
export async function fetchFile(
  { fetch, hosts, limitBytes = mostFileBytes }: { fetch: Fetch; hosts: MediaHosts; limitBytes?: number },
  ref: string,
): Promise<FetchedFile> {
  let next = ref;
  try {
    for (let step = 0; step <= mostRedirects; step += 1) {
      const checked = await hosts.check(next);
      if ('problem' in checked) return checked.isPassing ? tryLater(checked.problem) : gone(checked.problem);
      const { url } = checked;
      const response = await fetch(url.href, {
        redirect: 'manual',
        signal: AbortSignal.timeout(downloadWithinMilliseconds),
      });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null) {
        return await take(response, limitBytes);
      }
      await response.body?.cancel();
      next = URL.parse(location, url)?.href ?? location;
    }
    return gone('The address of the file leads from one place to another without end');
  } catch (error) {
    return tryLater(`The file could not be fetched (${reasonOf(error)})`);
  }
}

async function take(response: Response, limitBytes: number): Promise<FetchedFile> {
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    const problem = `The download was answered ${response.status}`;
    // Too soon, too much or their own trouble may pass; everything else says that the file is not there for us.
    const mayPass = response.status >= 500 || response.status === 408 || response.status === 429;
    return mayPass ? tryLater(problem) : gone(problem);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > limitBytes) return { status: 'tooLarge', limitBytes };
    chunks.push(chunk);
  }
  return { status: 'fetched', bytes: new Uint8Array(Buffer.concat(chunks)), name: null };
}

// `fetch` says only "fetch failed"; what happened is the code of the cause.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}

function gone(detail: string): FetchedFile {
  return { status: 'gone', detail };
}

function tryLater(detail: string): FetchedFile {
  return { status: 'tryLater', afterSeconds: soonSeconds, detail };
}
