import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { WebchatChannel } from '../channel/webchat/webchat.ts';

export interface ConversationLive {
  /** Calls `listener` after each change of the chat. Returns the way to stop listening. */
  onConversation(conversationId: number, listener: () => void): () => void;
}

const heartbeatMilliseconds = 15_000;

/**
 * Server-sent events of one chat: `message` says that something is new there and `typing` that the bot has begun. They
 * carry no content, so a page that missed some asks once and has everything.
 */
export function streamChat(
  context: Context,
  {
    conversationId,
    address,
    live,
    channel,
  }: {
    conversationId: number;
    address: string;
    live: ConversationLive;
    channel: WebchatChannel;
  },
): Response {
  context.header('x-accel-buffering', 'no');
  return streamSSE(context, async (stream) => {
    const tell = (event: string) => void stream.writeSSE({ event, data: '1' });
    const stops = [
      live.onConversation(conversationId, () => tell('message')),
      channel.onTyping(address, () => tell('typing')),
    ];
    // Without a word now and then, what stands between takes the line for dead.
    const heartbeat = setInterval(() => void stream.write(': \n\n'), heartbeatMilliseconds);
    tell('ready');

    await new Promise<void>((resolve) => stream.onAbort(resolve));
    clearInterval(heartbeat);
    for (const stop of stops) stop();
  });
}
