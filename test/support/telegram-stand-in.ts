import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Payload, readPayload } from './telegram-stand-in/body.ts';
import { type Fault, openFaults } from './telegram-stand-in/faults.ts';
import { type Group, openGroup } from './telegram-stand-in/group.ts';
import { type Limits, openLimits, telegramLimits } from './telegram-stand-in/limits.ts';
import { methods } from './telegram-stand-in/methods.ts';
import { openPerson, type Person } from './telegram-stand-in/person.ts';
import { Refusal, tooManyRequests } from './telegram-stand-in/refusal.ts';
import { answerStage } from './telegram-stand-in/stage.ts';
import { openUpdateQueue } from './telegram-stand-in/updates.ts';
import { newChat, type World } from './telegram-stand-in/world.ts';
import type { Disorder } from './zalo-stand-in/disorder.ts';

export interface StandInOptions {
  token?: string;
  port?: number;
  /** Answer 429 beyond Telegram's limits, or beyond the limits given. */
  enforceLimits?: boolean | Partial<Limits>;
  /** Milliseconds; used for limits and dates. */
  now?: () => number;
  /** The pause before an update is posted again, doubling with each failure. */
  webhookRetryMs?: number;
  /** Deliver some updates twice or late to the webhook. */
  disorder?: Disorder;
  /** Where updates are delivered from the start, as after `setWebhook`. */
  webhook?: { url: string; secret?: string };
}

export interface TelegramStandIn extends AsyncDisposable {
  readonly apiRoot: string;
  readonly token: string;
  /** Every call in order, the refused ones included. */
  readonly calls: readonly { method: string; payload: Payload }[];
  /** How often the bot was told that it sends too much. */
  readonly tooManyCount: number;
  readonly commands: ReadonlyMap<string, unknown>;
  /** The presses by id, and whether the bot acknowledged them. */
  readonly presses: ReadonlyMap<string, boolean>;
  /** What the bot let appear when it acknowledged a press, by the press. */
  readonly notices: ReadonlyMap<string, string>;
  /** The person with this chat id, the same one each time. */
  person(chatId: number, options?: { name?: string; languageCode?: string; phone?: string }): Person;
  /** The group with this id, which is negative; the same one each time. */
  group(chatId: number, options?: { title?: string }): Group;
  /** The next calls of `method` (any with '*', a file with 'download') fail in this way. */
  failNext(fault: Fault, options?: { method?: string; times?: number }): void;
  /** Sends an update of any shape; the id is added. */
  push(content: Record<string, unknown>, chatId?: number): { updateId: number; delivered: Promise<void> };
  /** Sends an earlier update again, as after an answer that got lost. */
  repeat(updateId: number): Promise<void>;
  /** Resolves when the bot has confirmed every update. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A server on loopback that answers as the Bot API does and plays the people who write to the bot. */
export async function startTelegramStandIn(options: StandInOptions = {}): Promise<TelegramStandIn> {
  const { token = '123456789:AAstand-in_token_for_tests', port = 0, now = Date.now, webhookRetryMs = 1_000 } = options;
  const mustWait = limiter(options.enforceLimits ?? false);
  const world: World = {
    token,
    bot: { id: Number(token.split(':')[0]), is_bot: true, first_name: 'Đồng Hành', username: 'DongHanhBot' },
    now,
    chats: new Map(),
    files: new Map(),
    commands: new Map(),
    presses: new Map(),
    notices: new Map(),
    updates: openUpdateQueue({ retryMs: webhookRetryMs, now, disorder: options.disorder ?? null }),
    mustWait: (chatId) => mustWait(chatId, now()),
    tooManyCount: 0,
  };
  const calls: { method: string; payload: Payload }[] = [];
  const people = new Map<number, Person>();
  const groups = new Map<number, Group>();
  const faults = openFaults();
  if (options.webhook !== undefined) {
    const { url, secret = null } = options.webhook;
    world.updates.setWebhook({ url, secret, maxConnections: 40, allowed: null }, false);
  }

  function person(chatId: number, wanted: { name?: string; languageCode?: string; phone?: string } = {}): Person {
    const known = people.get(chatId);
    if (known !== undefined) return known;
    const chat = newChat({ id: chatId, type: 'private', name: 'Nguyễn Thị An', ...wanted });
    world.chats.set(chatId, chat);
    const opened = openPerson(world, chat);
    people.set(chatId, opened);
    return opened;
  }

  function group(chatId: number, { title = 'Hội xuất nhập khẩu' }: { title?: string } = {}): Group {
    const known = groups.get(chatId);
    if (known !== undefined) return known;
    const chat = world.chats.get(chatId) ?? newChat({ id: chatId, type: 'group', name: title });
    world.chats.set(chatId, chat);
    const opened = openGroup(world, chat, ({ id }) => group(id));
    groups.set(chatId, opened);
    return opened;
  }

  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    void answer(request, response, gone.signal);
  });

  async function answer(request: IncomingMessage, response: ServerResponse, gone: AbortSignal): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', 'http://stand-in');
      const [, isFile, given, rest = ''] = /^(\/file)?\/bot([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
      const payload = await readPayload(request, url);
      if (given === undefined && answerStage({ world, person, group }, request, response, url, payload)) return;
      if (given === undefined) throw new Refusal(404, 'Not Found');
      if (given !== token) throw new Refusal(401, 'Unauthorized');

      const method = isFile ? 'download' : rest;
      calls.push({ method, payload });
      const fault = faults.next(method);
      if (fault?.kind === 'tooMany') {
        world.tooManyCount += 1;
        throw tooManyRequests(fault.retryAfterSeconds);
      }
      if (fault?.kind === 'error') throw new Refusal(fault.code, fault.description ?? 'Internal Server Error');
      if (fault !== undefined && !fault.accepted) return lose(response, fault);

      const result = isFile ? fileAt(world, rest) : await carryOut(world, rest, payload, gone);
      if (fault !== undefined) return lose(response, fault);
      if (result instanceof Uint8Array) response.end(result);
      else reply(response, 200, { ok: true, result });
    } catch (error) {
      refuse(response, error);
    }
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const apiRoot = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`;

  async function close(): Promise<void> {
    world.updates.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  return {
    apiRoot,
    token,
    calls,
    commands: world.commands,
    presses: world.presses,
    get tooManyCount() {
      return world.tooManyCount;
    },
    notices: world.notices,
    person,
    group,
    failNext(fault, { method = 'sendMessage', times = 1 } = {}) {
      faults.plan(fault, method, times);
    },
    push: (content, chatId = 0) => world.updates.push(chatId, content),
    repeat: (updateId) => world.updates.repeat(updateId),
    settled: () => world.updates.settled(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function limiter(wanted: boolean | Partial<Limits>): (chatId: number, now: number) => number {
  if (wanted === false) return () => 0;
  return openLimits({ ...telegramLimits, ...(wanted === true ? {} : wanted) });
}

async function carryOut(world: World, name: string, payload: Payload, gone: AbortSignal): Promise<unknown> {
  const method = methods[name];
  if (method === undefined) throw new Refusal(404, 'Not Found: method not found');
  return method(world, payload, gone);
}

function fileAt(world: World, path: string): Uint8Array {
  const wanted = decodeURIComponent(path);
  const file = world.files.values().find((stored) => stored.path === wanted);
  if (file === undefined) throw new Refusal(404, 'Not Found');
  return file.bytes;
}

function lose(response: ServerResponse, fault: Exclude<Fault, { kind: 'error' | 'tooMany' }>): void {
  if (fault.kind === 'reset') response.socket?.resetAndDestroy();
  if (fault.kind === 'garbage') {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<html><body>Welcome to the hotel Wi-Fi</body></html>');
  }
  // A hanging call is simply never answered.
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return;
  const { code, message, parameters } =
    error instanceof Refusal ? error : new Refusal(500, `Internal Server Error: ${String(error)}`);
  // What stands before Telegram's servers speaks HTML.
  if (code > 500) {
    response.writeHead(code, { 'content-type': 'text/html' }).end(`<h1>${code}</h1>`);
    return;
  }
  reply(response, code, { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) });
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
