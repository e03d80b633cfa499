import type { Desk } from '../../desk/act.ts';
import { describeFault, type Logger } from '../../log.ts';
import { type Loop, startLoop } from '../../loop.ts';
import { type MenuToChange, menusToChange, noteMenu } from '../../store/officer-menus.ts';
import type { Answer, TelegramClient } from './client.ts';

export interface OfficerMenus {
  desk: Pick<Desk, 'database'>;
  telegram: TelegramClient;
  account: string;
  /** Without the slash, and what each does. */
  commands: readonly { command: string; description: string }[];
}

const chatsAPass = 20;
const lookAgainMilliseconds = 5_000;
const afterFailureMilliseconds = 60_000;

/** Keeps the command menu of each chat on Telegram that of whoever has the chat: an officer's while it is linked. */
export function startOfficerMenus(parts: OfficerMenus & { log: Logger }): Loop {
  return startLoop({
    async pass() {
      const { changed, failed } = await showOfficerMenus(parts);
      if (failed > 0) return { nextInMilliseconds: afterFailureMilliseconds };
      return changed === chatsAPass ? 'more' : { nextInMilliseconds: lookAgainMilliseconds };
    },
    onFault: (fault) => parts.log.error({ err: describeFault(fault) }, 'the menus of officers could not be looked at'),
  });
}

/** One look at the chats that were linked or unlinked. A chat that Telegram refuses is not asked for again. */
export async function showOfficerMenus(parts: OfficerMenus): Promise<{ changed: number; failed: number }> {
  const { desk, account } = parts;
  const { db } = desk.database;
  const chats = await menusToChange(db, { channel: 'telegram', account }, chatsAPass);
  let failed = 0;
  for (const chat of chats) {
    if (isSettled(await tell(parts, chat))) await noteMenu(db, chat);
    else failed += 1;
  }
  return { changed: chats.length - failed, failed };
}

function tell({ telegram, commands }: OfficerMenus, { address, isOfficers }: MenuToChange): Promise<Answer> {
  const scope = { type: 'chat' as const, chat_id: Number(address) };
  // What Telegram shows in a chat with no menu of its own is everybody's.
  return isOfficers
    ? telegram.call('setMyCommands', { commands, scope })
    : telegram.call('deleteMyCommands', { scope });
}

// A bot that was blocked or a chat that is gone stays so; too many calls or a fault over there pass.
function isSettled(answer: Answer): boolean {
  return answer.kind === 'ok' || (answer.kind === 'refused' && answer.code < 500 && answer.code !== 429);
}
