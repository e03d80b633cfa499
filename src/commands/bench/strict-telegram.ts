import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** One message that passed: milliseconds on this process's clock, the chat, the words. */
export type Passed = readonly [at: number, chat: string, text: string];

const windowMilliseconds = 1000;
const inAnySecond = 30;

// The limits of the Bot API's guide with no tolerance at all, which the real one has: thirty messages in any second, one
// a second to a chat, counted by sliding windows over the moments at which messages arrive here.
const passed: Passed[] = [];
const lastToChat = new Map<string, number>();
let tooMany = 0;

const call = z.object({ chat_id: z.union([z.string(), z.number()]).transform(String), text: z.string() });

function take({ chat_id: chat, text }: z.infer<typeof call>): boolean {
  const now = performance.now();
  const first = passed.at(-inAnySecond);
  const toChat = lastToChat.get(chat);
  const isOver = first !== undefined && now - first[0] < windowMilliseconds;
  if (isOver || (toChat !== undefined && now - toChat < windowMilliseconds)) {
    tooMany += 1;
    return false;
  }
  passed.push([now, chat, text]);
  lastToChat.set(chat, now);
  return true;
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (piece: string) => {
    body += piece;
  });
  request.on('end', () => {
    const said = call.parse(JSON.parse(body));
    const answer = take(said)
      ? {
          ok: true,
          result: {
            message_id: passed.length,
            date: 1_795_000_000,
            chat: { id: Number(said.chat_id), type: 'private' },
          },
        }
      : { ok: false, error_code: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } };
    response.writeHead(answer.ok ? 200 : 429, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.on('disconnect', () => process.exit(0));
process.on('message', () => process.send?.({ passed, tooMany }));
process.send?.((server.address() as AddressInfo).port);
