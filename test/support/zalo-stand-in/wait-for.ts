export interface Inbox<M extends { text: string }> {
  name: string;
  received: readonly M[];
  listeners: Set<() => void>;
}

/** The first message from position `since` on that fits, or the next one that comes. Rejects after `timeoutMs`. */
export function waitFor<M extends { text: string }>(
  inbox: Inbox<M>,
  fits: (message: M) => boolean,
  timeoutMs: number,
  since: number,
): Promise<M> {
  const { promise, resolve, reject } = Promise.withResolvers<M>();
  const look = () => {
    const found = inbox.received.slice(since).find(fits);
    if (found === undefined) return;
    stop();
    resolve(found);
  };
  const timer = setTimeout(() => {
    stop();
    const heard = inbox.received.slice(since).map((message) => `“${message.text.slice(0, 120)}”`);
    reject(new Error(`${inbox.name} waited ${timeoutMs} ms in vain and heard: ${heard.join(', ') || 'nothing'}`));
  }, timeoutMs);
  const stop = () => {
    clearTimeout(timer);
    inbox.listeners.delete(look);
  };
  inbox.listeners.add(look);
  look();
  return promise;
}
