import { expect, test } from 'vitest';
import { learnBotName } from '../../../src/channel/telegram/bot-name.ts';
import { openClient } from '../../../src/channel/telegram/client.ts';
import { startTelegramStandIn } from '../../support/telegram-stand-in.ts';

test('the bot learns its name from Telegram', async () => {
  await using telegram = await startTelegramStandIn();

  const name = learnBotName(openClient(telegram));

  expect(name.current()).toBeNull();
  await expect.poll(() => name.current()).toBe('DongHanhBot');
  name.stop();
});
