/** Takes one delivery and answers the HTTP status. */
export type Post = (body: string, headers: Record<string, string>) => Promise<number>;

/** Posts to the address, or to the function that stands in its place. */
export function poster(target: string | Post, limitMs: number): Post {
  if (typeof target !== 'string') return target;
  return async (body, headers) => {
    const response = await fetch(target, { method: 'POST', body, headers, signal: AbortSignal.timeout(limitMs) });
    await response.arrayBuffer();
    return response.status;
  };
}

/** The status with which the webhook answered; 0 when nothing came within `limitMs`. */
export async function statusWithin(limitMs: number, post: () => Promise<number>): Promise<number> {
  const { promise: late, resolve } = Promise.withResolvers<number>();
  const timer = setTimeout(() => resolve(0), limitMs);
  try {
    return await Promise.race([post().catch(() => 0), late]);
  } finally {
    clearTimeout(timer);
  }
}
