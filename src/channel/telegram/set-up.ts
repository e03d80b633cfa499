import type { Answer, TelegramClient } from './client.ts';
import { wantedUpdates } from './update.ts';

/** A command in the bot's menu: `command` without the slash, and what it does in each language. */
export interface MenuCommand {
  command: string;
  vi: string;
  en: string;
  ko: string;
}

export interface SetUp {
  telegram: TelegramClient;
  commands: readonly MenuCommand[];
  /** Null when updates are polled. */
  webhook: { url: string; secret: string; maxConnections?: number } | null;
}

/**
 * Tells Telegram the menu and, in webhook mode, where to deliver. Best effort: what did not succeed comes back as one
 * sentence each, without token or secret, and the rest is done all the same.
 */
export async function setUpTelegram({ telegram, commands, webhook }: SetUp): Promise<readonly string[]> {
  const problems: string[] = [];
  const note = (what: string, answer: Answer) => {
    if (answer.kind === 'ok') return;
    const reason = answer.kind === 'refused' ? `${answer.code} ${answer.description}` : answer.detail;
    problems.push(`${what}: ${webhook?.secret ? reason.replaceAll(webhook.secret, '[secret]') : reason}`);
  };

  // Vietnamese is what everyone sees whose language has no list of its own.
  note('The Vietnamese menu was not set', await telegram.call('setMyCommands', { commands: menu(commands, 'vi') }));
  note(
    'The English menu was not set',
    await telegram.call('setMyCommands', { commands: menu(commands, 'en'), language_code: 'en' }),
  );
  note(
    'The Korean menu was not set',
    await telegram.call('setMyCommands', { commands: menu(commands, 'ko'), language_code: 'ko' }),
  );
  if (webhook === null) return problems;

  if (!canDeliverTo(webhook.url, telegram.apiRoot)) {
    problems.push('Telegram delivers only to https: give PUBLIC_URL such an address or set TELEGRAM_MODE=polling.');
    return problems;
  }
  note(
    'The webhook was not set',
    await telegram.call('setWebhook', {
      url: webhook.url,
      secret_token: webhook.secret,
      allowed_updates: [...wantedUpdates],
      max_connections: webhook.maxConnections ?? 40,
    }),
  );
  return problems;
}

// A Bot API server of one's own delivers to plain http as well; Telegram's refuses it.
function canDeliverTo(url: string, apiRoot: string): boolean {
  return URL.parse(url)?.protocol === 'https:' || URL.parse(apiRoot)?.hostname !== 'api.telegram.org';
}

function menu(
  commands: readonly MenuCommand[],
  language: 'vi' | 'en' | 'ko',
): { command: string; description: string }[] {
  return commands.map((entry) => ({ command: entry.command, description: entry[language] }));
}
