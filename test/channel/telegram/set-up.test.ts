import { expect, test } from 'vitest';
import { openClient } from '../../../src/channel/telegram/client.ts';
import { setUpTelegram } from '../../../src/channel/telegram/set-up.ts';
import { startTelegramStandIn } from '../../support/telegram-stand-in.ts';

const commands = [
  { command: 'vuongmac', vi: 'Gửi vướng mắc', en: 'Report a problem', ko: '애로사항 접수' },
  { command: 'huy', vi: 'Dừng việc đang làm', en: 'Stop what you are doing', ko: '그만두기' },
];
const webhook = { url: 'https://hotro.example.vn/webhooks/telegram', secret: 'webhook-secret_1' };

test('the menu is Vietnamese for everyone, English and Korean for those who read them', async () => {
  await using standIn = await startTelegramStandIn();

  const problems = await setUpTelegram({ telegram: openClient(standIn), commands, webhook: null });

  expect(problems).toEqual([]);
  expect(standIn.commands.get('')).toContainEqual({ command: 'vuongmac', description: 'Gửi vướng mắc' });
  expect(standIn.commands.get('en')).toContainEqual({ command: 'huy', description: 'Stop what you are doing' });
  expect(standIn.commands.get('ko')).toContainEqual({ command: 'huy', description: '그만두기' });
  expect(standIn.calls.map(({ method }) => method)).not.toContain('setWebhook');
});

test('the webhook is set with its secret and only for what the desk reads', async () => {
  await using standIn = await startTelegramStandIn();

  await setUpTelegram({ telegram: openClient(standIn), commands, webhook });

  expect(standIn.calls.at(-1)).toEqual({
    method: 'setWebhook',
    payload: {
      url: webhook.url,
      secret_token: webhook.secret,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
      max_connections: 40,
    },
  });
});

test('Telegram itself is not asked to deliver to an address without TLS', async () => {
  // The calls go nowhere; what is looked at is the name of the root.
  const nowhere = openClient({ token: '1:secret', apiRoot: 'http://127.0.0.1:1' });
  const telegram = { ...nowhere, apiRoot: 'https://api.telegram.org/' };

  const problems = await setUpTelegram({
    telegram,
    commands,
    webhook: { ...webhook, url: 'http://10.0.0.7:3000/webhooks/telegram' },
  });

  expect(problems.at(-1)).toMatch(/only to https/);
});

test('what fails is told in a sentence each, the rest is done, and no secret is told', async () => {
  await using standIn = await startTelegramStandIn();
  const telegram = openClient(standIn);
  standIn.failNext({ kind: 'error', code: 500 }, { method: 'setMyCommands' });
  standIn.failNext(
    { kind: 'error', code: 400, description: `Bad Request: ${webhook.secret}` },
    { method: 'setWebhook' },
  );

  const problems = await setUpTelegram({ telegram, commands, webhook });

  expect(problems).toEqual([
    'The Vietnamese menu was not set: 500 Internal Server Error',
    'The webhook was not set: 400 Bad Request: [secret]',
  ]);
  expect(standIn.commands.has('en')).toBe(true);
});
