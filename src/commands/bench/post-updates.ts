import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { openButtonSeal } from '../../channel/telegram/button-seal.ts';

interface Load {
  port: number;
  conversations: number;
  /** 0: as fast as answers come. */
  perSecond: number;
  /** Offset of chat and update ids, so that two loads of one run do not meet. */
  from: number;
  script: readonly (string | { press: string })[];
  secret: string;
}

const load = workerData as Load;
// Buttons come back as the bot of the bench sealed them for each chat.
const buttons = openButtonSeal('7000000000:bench');
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const latencies: number[] = [];
const startedAt = performance.now();
let posted = 0;

// Sixty-four people at a time, each waiting for the answer before the next message.
let next = 0;
async function people(): Promise<void> {
  while (next < load.conversations) {
    const person = next;
    next += 1;
    for (const [line, said] of load.script.entries()) {
      await pace();
      await postUpdate(person, line, said);
    }
  }
}
await Promise.all(Array.from({ length: 64 }, people));
parentPort?.postMessage(latencies);

async function pace(): Promise<void> {
  if (load.perSecond === 0) return;
  const dueAt = startedAt + (posted * 1000) / load.perSecond;
  posted += 1;
  const wait = dueAt - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}

function postUpdate(person: number, line: number, said: string | { press: string }): Promise<void> {
  const chat = { id: 5_000_000 + load.from + person, type: 'private', first_name: 'Mai' };
  const from = { id: chat.id, is_bot: false, first_name: 'Mai', language_code: 'vi' };
  const update_id = load.from * 10 + person * load.script.length + line + 1;
  const date = 1_795_000_000;
  const message = { message_id: line + 1, date, chat, from };
  const update =
    typeof said === 'string'
      ? { update_id, message: { ...message, text: said } }
      : {
          update_id,
          callback_query: {
            id: String(update_id),
            from,
            chat_instance: '1',
            data: buttons.seal(String(chat.id), said.press),
            message,
          },
        };
  const body = JSON.stringify(update);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const call = request(
      {
        agent,
        host: '127.0.0.1',
        port: load.port,
        path: '/webhooks/telegram',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-telegram-bot-api-secret-token': load.secret,
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => {
          latencies.push(performance.now() - began);
          if (answer.statusCode === 200) resolve();
          else reject(new Error(`The webhook answered ${answer.statusCode}`));
        });
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}
