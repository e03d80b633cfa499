import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';

// The other end of a bot's calls, as cheap as it can be: every call is answered as a message that was sent.
const answer = JSON.stringify({
  ok: true,
  result: { message_id: 1, date: 1_795_000_000, chat: { id: 1, type: 'private' }, text: '' },
});
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort?.postMessage((server.address() as AddressInfo).port);
