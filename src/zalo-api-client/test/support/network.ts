import type { Fetch } from '../../src/ports.ts';

export interface Asked {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: RequestInit['body'];
}

/** What the platform does with one request: answers, or lets it fail. */
export type Reply = (asked: Asked) => Response | Promise<Response>;

/** The far side of the network. Replies are used up in order; the last one stays. */
export function networkThat(...replies: readonly Reply[]): { fetch: Fetch; asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    fetch: async (url, init) => {
      const request = {
        url: new URL(url),
        method: init.method ?? 'GET',
        headers: new Headers(init.headers),
        body: init.body,
      };
      asked.push(request);
      const reply = replies[Math.min(asked.length, replies.length) - 1];
      if (reply === undefined) throw new Error('No reply is prepared');
      return reply(request);
    },
  };
}

export function says(body: unknown, init: ResponseInit = {}): Reply {
  return () => new Response(typeof body === 'string' ? body : JSON.stringify(body), init);
}

export function accepts(data: unknown): Reply {
  return says({ error: 0, message: 'Success', data });
}

export function refuses(error: number, message = 'no'): Reply {
  return says({ error, message });
}

/** The way Node's own fetch reports trouble with a connection. */
export function breaks(code: string): Reply {
  return () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));
}

export function jsonOf(asked: Asked | undefined): unknown {
  return typeof asked?.body === 'string' ? JSON.parse(asked.body) : undefined;
}
