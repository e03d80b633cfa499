import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { exchange } from '../../src/http/exchange.ts';

async function serve(listener: RequestListener): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');

  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  onTestFinished(close);
  return { url: `http://127.0.0.1:${address.port}/`, close };
}

test('an answer that is no JSON is still an answer', async () => {
  const server = await serve((_, response) => response.writeHead(502).end('<html>'));

  const outcome = await exchange(fetch, server.url, { method: 'POST' }, 5);

  expect(outcome).toMatchObject({ kind: 'answered', status: 502, body: undefined });
});

test('a server that is not there never saw the request', async () => {
  const server = await serve((_, response) => response.end());
  await server.close();

  const outcome = await exchange(fetch, server.url, { method: 'POST' }, 5);

  expect(outcome).toEqual({ kind: 'neverLeft', reason: 'ECONNREFUSED' });
});

test('a server that hangs up in the middle may have acted on the request', async () => {
  const server = await serve((request) => request.socket.destroy());

  const outcome = await exchange(fetch, server.url, { method: 'POST' }, 5);

  expect(outcome.kind).toBe('noAnswer');
});

test('a server that breaks off in its answer may have acted on the request', async () => {
  const server = await serve((request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"error":0', () => request.socket.destroy());
  });

  const outcome = await exchange(fetch, server.url, { method: 'POST' }, 5);

  expect(outcome.kind).toBe('noAnswer');
});

test('a server that says nothing in time may have acted on the request', async () => {
  const server = await serve(() => {});

  const outcome = await exchange(fetch, server.url, { method: 'POST' }, 0.05);

  expect(outcome).toEqual({ kind: 'noAnswer', reason: 'TimeoutError' });
});

test('a redirect is reported and not followed with the token', async () => {
  let calls = 0;
  const server = await serve((_, response) => {
    calls += 1;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });

  const outcome = await exchange(fetch, server.url, { headers: { access_token: 'secret' } }, 5);

  expect(outcome).toMatchObject({ kind: 'answered', status: 302 });
  expect(calls).toBe(1);
});
