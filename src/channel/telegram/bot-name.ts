import type { TelegramClient } from './client.ts';

const askAgainMilliseconds = 60_000;

/** The bot's user name, asked for until Telegram tells it. Null before that. */
export function learnBotName(client: TelegramClient): { current(): string | null; stop(): void } {
  const stopping = new AbortController();
  let name: string | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function ask(): Promise<void> {
    const me = await client.call('getMe', {}, { signal: stopping.signal });
    if (me.kind === 'ok') name = userNameOf(me.result);
    if (name !== null || stopping.signal.aborted) return;
    timer = setTimeout(ask, askAgainMilliseconds);
    timer.unref();
  }
  void ask();

  return {
    current: () => name,
    stop() {
      stopping.abort();
      clearTimeout(timer);
    },
  };
}

function userNameOf(me: unknown): string | null {
  return typeof me === 'object' && me !== null && 'username' in me && typeof me.username === 'string'
    ? me.username
    : null;
}
