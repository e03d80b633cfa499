import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { openTelegram } from '../../../src/channel/telegram/telegram.ts';
import { startTelegramStandIn } from '../../support/telegram-stand-in.ts';

const mebibyte = 1024 * 1024;

test('a photo is fetched at its largest', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  const bytes = new Uint8Array(5_000).map((_, index) => index % 251);
  telegram.person(42).sendPhoto(bytes, 'Tờ khai');

  const file = await channel.fetchFile(await newestFile(telegram.apiRoot, telegram.token));

  expect(file).toEqual({ status: 'fetched', bytes, name: 'file_2.jpg' });
});

test('a file that Telegram does not hand out is too large', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  const bytes = new Uint8Array(20 * mebibyte + 1);
  telegram.person(42).sendDocument({ name: 'scan.pdf', mediaType: 'application/pdf', bytes });

  const file = await channel.fetchFile(await newestFile(telegram.apiRoot, telegram.token));

  expect(file).toEqual({ status: 'tooLarge', limitBytes: 20 * mebibyte });
});

test('a file beyond our own limit is left where it is', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram({
    ...telegram,
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    fetchFileLimitBytes: 999,
  });
  telegram
    .person(42)
    .sendDocument({ name: 'a.bin', mediaType: 'application/octet-stream', bytes: new Uint8Array(1_000) });

  const file = await channel.fetchFile(await newestFile(telegram.apiRoot, telegram.token));

  expect(file).toEqual({ status: 'tooLarge', limitBytes: 999 });
  expect(telegram.calls.map(({ method }) => method)).not.toContain('download');
});

test.each([
  ['getFile', 500],
  ['getFile', 429],
  ['download', 500],
  ['download', 502],
])('when %s is answered %i the file is fetched later', async (method, code) => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  telegram.person(42).sendPhoto(new Uint8Array(100));
  const ref = await newestFile(telegram.apiRoot, telegram.token);
  telegram.failNext(code === 429 ? { kind: 'tooMany', retryAfterSeconds: 9 } : { kind: 'error', code }, { method });

  const file = await channel.fetchFile(ref);

  expect(file).toMatchObject({ status: 'tryLater', afterSeconds: code === 429 ? 9 : 5 });
  expect(await channel.fetchFile(ref)).toMatchObject({ status: 'fetched' });
});

test('a file whose link has expired is gone', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  telegram.person(42).sendPhoto(new Uint8Array(100));
  const ref = await newestFile(telegram.apiRoot, telegram.token);
  telegram.failNext({ kind: 'error', code: 404 }, { method: 'download' });

  const file = await channel.fetchFile(ref);

  expect(file).toMatchObject({ status: 'gone' });
});

test('a download that goes on beyond the limit is broken off, whatever was announced', async () => {
  let sent = 0;
  const server = createServer(async (request, response) => {
    if (request.url?.endsWith('/getFile')) {
      response.end(JSON.stringify({ ok: true, result: { file_path: 'a.bin', file_size: 10 } }));
      return;
    }
    while (!response.destroyed && sent < 500 * mebibyte) {
      sent += mebibyte;
      if (!response.write(new Uint8Array(mebibyte)))
        await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const apiRoot = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const channel = openTelegram({ token: '1:secret', apiRoot, fetchFileLimitBytes: mebibyte });

  const file = await channel.fetchFile('endless');
  server.closeAllConnections();
  server.close();

  expect(file).toEqual({ status: 'tooLarge', limitBytes: mebibyte });
  expect(sent).toBeLessThan(50 * mebibyte);
});

async function newestFile(apiRoot: string, token: string): Promise<string> {
  const answer = await fetch(`${apiRoot}/bot${token}/getUpdates`);
  const { result } = JSON.parse(await answer.text());
  const { photo, document } = result.at(-1).message;
  return (photo?.at(-1) ?? document).file_id;
}
