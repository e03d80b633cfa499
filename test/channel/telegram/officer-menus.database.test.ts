import { expect, test } from 'vitest';
import { openClient } from '../../../src/channel/telegram/client.ts';
import { showOfficerMenus } from '../../../src/channel/telegram/officer-menus.ts';
import { act } from '../../../src/desk/act.ts';
import { createLinkCode, redeemLinkCode } from '../../../src/desk/organisation/link-chat.ts';
import { unlinkChat } from '../../../src/desk/organisation/unlink-chat.ts';
import { officerCommands } from '../../../src/dialogue/bot-commands.ts';
import { readWish } from '../../../src/dialogue/flows/officer/read-wish.ts';
import { lockConversation } from '../../../src/store/conversations.ts';
import { openDesk } from '../../support/desk.ts';
import { startTelegramStandIn } from '../../support/telegram-stand-in.ts';

const morning = '2026-11-23T09:15:00+07:00';

test('a chat has the officers’ menu for as long as it is linked, also when Telegram was away at first', async () => {
  await using desk = await openDesk({ now: morning });
  await using standIn = await startTelegramStandIn();
  const telegram = openClient(standIn);
  const account = telegram.botId;
  const { lan } = desk.organisation.officers;
  const officer = { kind: 'officer', officerId: lan.id } as const;
  const show = () => showOfficerMenus({ desk, telegram, account, commands: officerCommands });
  const conversationId = await act(desk, officer, async (current) => {
    const { id } = await lockConversation(current.tx, { channel: 'telegram', account, address: '4711' }, current.at);
    const { code } = await createLinkCode(current);
    await redeemLinkCode(current, { conversationId: id, code, displayName: 'Lan' });
    return id;
  });
  standIn.failNext({ kind: 'error', code: 500 }, { method: 'setMyCommands' });

  const away = await show();
  const there = await show();
  const linked = standIn.commands.get('chat 4711');
  await act(desk, officer, (current) => unlinkChat(current, { conversationId }));
  await show();
  const nothingLeft = await show();

  expect([away, there, nothingLeft]).toEqual([
    { changed: 0, failed: 1 },
    { changed: 1, failed: 0 },
    { changed: 0, failed: 0 },
  ]);
  expect(linked).toEqual(officerCommands);
  expect(standIn.commands.has('chat 4711')).toBe(false);
});

test.each(officerCommands.map(({ command }) => command))(
  'an officer who picks /%s from the menu is understood',
  (command) => {
    expect(readWish(`/${command}`).kind).not.toBe('words');
  },
);
