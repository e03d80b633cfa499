import type { BotMessage, Chat } from './world.ts';

/** The first message from position `since` on that fits, or the next one that comes. Rejects after `timeoutMs`. */
export function waitFor(
  chat: Chat,
  fits: (message: BotMessage) => boolean,
  timeoutMs = 5_000,
  since = 0,
): Promise<BotMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<BotMessage>();
  const look = () => {
    const found = chat.received.slice(since).find(fits);
    if (found === undefined) return;
    stop();
    resolve(found);
  };
  const timer = setTimeout(() => {
    stop();
    const heard = chat.received.slice(since).map((message) => `“${message.text.slice(0, 120)}”`);
    reject(new Error(`${chat.name} waited ${timeoutMs} ms in vain and heard: ${heard.join(', ') || 'nothing'}`));
  }, timeoutMs);
  const stop = () => {
    clearTimeout(timer);
    chat.listeners.delete(look);
  };
  chat.listeners.add(look);
  look();
  return promise;
}
