import { expect, test } from 'vitest';
import { openBotClient } from '../src/bot/client.ts';
import { openOaClient } from '../src/oa/client.ts';
import { fixedToken } from '../src/oauth/access-tokens.ts';
import { openOAuthClient } from '../src/oauth/client.ts';
import { openTemplateClient } from '../src/templates/client.ts';
import { clockAt } from './support/clock.ts';
import { breaks, networkThat, type Reply, refuses, says } from './support/network.ts';

const secrets = { token: 'tok+en/==0', appSecret: 'app secret', botToken: '123:bot token', refreshToken: 'refresh&1' };
const all = Object.values(secrets).join(' ');

// The platform, and a network library, at their most talkative: they repeat whatever they were told.
const talkative: [string, Reply][] = [
  ['a refusal', refuses(-201, `bad token ${all} ${encodeURIComponent(all)}`)],
  ['a refusal of the token', refuses(-216, `bad token ${all}`)],
  ['a bot refusal', says({ ok: false, error_code: 401, description: `bad token ${all}` })],
  ['an OAuth refusal', says({ error: -14014, error_name: all, error_description: all })],
  ['an OAuth refusal in words', says({ error_name: all, error_reason: all })],
  ['a page', says(`<html>${all}</html>`, { status: 502 })],
  [
    'a network error',
    () => Promise.reject(new TypeError(`fetch failed: https://x/bot${all}/`, { cause: new Error(all) })),
  ],
  ['a reset', breaks('ECONNRESET')],
];

test.each(talkative)('no secret is in what the clients answer to %s', async (_, reply) => {
  const { fetch } = networkThat(reply);
  const clock = clockAt();
  const shared = { fetch, clock, tokens: fixedToken(secrets.token), appSecret: secrets.appSecret };
  const oauth = openOAuthClient({ fetch, clock, appId: 'app-1', appSecret: secrets.appSecret });

  const results = [
    await openOaClient(shared).send('u1', { kind: 'text', text: 'Xin chào' }),
    await openOaClient(shared).profile(),
    await openTemplateClient(shared).send({ phone: '0912345678', templateId: '1', data: {}, trackingId: 't' }),
    await openBotClient({ fetch, clock, token: secrets.botToken }).sendMessage('c1', 'Xin chào'),
    await oauth.refresh(secrets.refreshToken),
    await oauth.exchange({ code: secrets.refreshToken }),
  ];

  expect(results.every(({ ok }) => !ok)).toBe(true);
  expectOwnSecretsAbsent(results);
});

/** Each client blanks out the secrets it was given; it cannot know those of the others. */
function expectOwnSecretsAbsent(results: readonly unknown[]) {
  const [oa, page, template, bot, refreshed, exchanged] = results.map((result) => JSON.stringify(result));
  for (const text of [oa, page, template]) {
    for (const form of bothForms(secrets.token)) expect(text).not.toContain(form);
    for (const form of bothForms(secrets.appSecret)) expect(text).not.toContain(form);
  }
  for (const form of bothForms(secrets.botToken)) expect(bot).not.toContain(form);
  for (const text of [refreshed, exchanged]) {
    for (const secret of [secrets.refreshToken, secrets.appSecret]) {
      for (const form of bothForms(secret)) expect(text).not.toContain(form);
    }
  }
}

function bothForms(secret: string): string[] {
  return [secret, encodeURIComponent(secret)];
}
