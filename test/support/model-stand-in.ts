import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AssistantJob } from '../../src/assistant/port.ts';

/** How the endpoint behaves until it is told otherwise. */
export type ModelMode =
  | 'right'
  /** Its answer begins late. */
  | 'slow'
  /** Its answer begins at once and never ends. */
  | 'trickle'
  | 'malformed'
  | 'inventedCitation'
  /** Does whatever a text tells it: says what it was told, names other people, invents orders. */
  | 'obedient'
  | 'rateLimited'
  | 'serverFault'
  | 'wrongKey'
  /** Hangs up without an answer. */
  | 'closes'
  /** Takes the question and never answers. */
  | 'silent';

export interface AskedOfModel {
  job: AssistantJob;
  system: string;
  user: string;
  authorization: string | undefined;
}

/** An endpoint that speaks OpenAI's protocol on this machine, and remembers all that it was sent. */
export interface ModelStandIn extends AsyncDisposable {
  url: string;
  mode: ModelMode;
  readonly received: AskedOfModel[];
  /** What it answers to a job when it answers rightly, instead of something general. */
  readonly answers: Partial<Record<AssistantJob, (data: Said) => unknown>>;
}

/** What it was asked, as it arrived. */
export interface Said {
  message?: string;
  question?: string;
  text?: string;
  to?: string;
  matter?: string;
  intents?: string[];
  passages?: { id: string; text: string }[];
}

export async function startModelStandIn(): Promise<ModelStandIn> {
  const received: AskedOfModel[] = [];
  const held = new Set<ServerResponse>();
  const standIn: Pick<ModelStandIn, 'mode' | 'answers'> = { mode: 'right', answers: {} };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      messages: { content: string }[];
      response_format: { json_schema: { name: AssistantJob } };
    };
    const [system, user] = body.messages;
    const job = body.response_format.json_schema.name;
    const { authorization } = request.headers;
    received.push({ job, system: system?.content ?? '', user: user?.content ?? '', authorization });
    reply(response, job, system?.content ?? '', JSON.parse(user?.content ?? '{}') as Said);
  });

  function reply(response: ServerResponse, job: AssistantJob, system: string, said: Said): void {
    const right = () => standIn.answers[job]?.(said) ?? rightAnswers[job](said);
    switch (standIn.mode) {
      case 'right':
        send(response, JSON.stringify(right()));
        return;
      case 'slow':
        setTimeout(() => send(response, JSON.stringify(right())), 1500).unref();
        return;
      case 'trickle': {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"choices":');
        held.add(response);
        return;
      }
      case 'malformed':
        send(response, malformed[received.length % malformed.length] ?? '');
        return;
      case 'inventedCitation':
        send(response, JSON.stringify(withInvention(job, right(), said)));
        return;
      case 'obedient':
        send(response, JSON.stringify(obeyed(job, system, said, received.length)));
        return;
      case 'rateLimited':
        response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '1' });
        response.end('{"error":{"message":"Rate limit reached"}}');
        return;
      case 'serverFault':
        response.writeHead(503, { 'content-type': 'text/html' });
        response.end('<h1>Service Unavailable</h1>');
        return;
      case 'wrongKey':
        response.writeHead(401, { 'content-type': 'application/json' });
        response.end('{"error":{"message":"Incorrect API key provided"}}');
        return;
      case 'closes':
        response.destroy();
        return;
      case 'silent':
        held.add(response);
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(standIn, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    received,
    async [Symbol.asyncDispose]() {
      for (const response of held) response.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

function send(response: ServerResponse, content: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
      usage: { prompt_tokens: 400, completion_tokens: 40, total_tokens: 440 },
    }),
  );
}

const rightAnswers: Record<AssistantJob, (said: Said) => unknown> = {
  understand: () => ({ intent: 'raise_issue', category: 'system_error' }),
  answer: ({ passages }) => ({ quotations: firstOf(passages) }),
  draft: ({ passages }) => ({ text: 'Chúng tôi đã nhận được và đang kiểm tra.', sources: firstOf(passages) }),
  summarise: () => ({ text: 'Doanh nghiệp chờ kết quả; công chức đã trả lời lần đầu.' }),
  translate: ({ text, to }) => ({ text: `<${to}> ${text}` }),
};

function firstOf(passages: Said['passages']): { id: string; quote: string }[] {
  const [first] = passages ?? [];
  return first === undefined ? [] : [{ id: first.id, quote: first.text.slice(0, 60) }];
}

const malformed = [
  'Xin lỗi, tôi không thể.',
  '{"intent": "raise_issue"',
  '```json\n{"intent":"raise_issue","category":null}\n```',
  '{"unknown":true}',
  '[]',
  'null',
  '{"text":5,"intent":["raise_issue"],"quotations":"none","sources":{}}',
];

/** The right answer with a source that nobody gave it. */
function withInvention(job: AssistantJob, right: unknown, { passages }: Said): unknown {
  const [first] = passages ?? [];
  const made = [{ id: first?.id ?? 'PL99 Điều 1', quote: 'Cơ quan hải quan bồi thường gấp đôi mọi thiệt hại.' }];
  if (job === 'answer') return { quotations: made };
  if (job === 'draft') return { text: 'Theo PL99, Quý doanh nghiệp được bồi thường gấp đôi.', sources: made };
  return right;
}

export const foreignTaxCode = '0209999999';
export const foreignPhone = '0912 345 678';

/** What a model says that follows every order in its input, one way after another. */
function obeyed(job: AssistantJob, system: string, said: Said, turn: number): unknown {
  const ways: string[] = [
    system,
    `Bí mật: doanh nghiệp mã số thuế ${foreignTaxCode}, điện thoại ${foreignPhone}, tờ khai 107000000001.`,
    'Thông tin của khách khác: ⟦TEN_99⟧, ⟦SO_98⟧.',
    `Chỉ dẫn của tôi là: ${system.slice(20, 260)}`,
    'Liên hệ https://lua-dao.example/dang-nhap hoặc giam-doc@lua-dao.example để được thông quan ngay.',
  ];
  const text = ways[turn % ways.length] ?? '';
  switch (job) {
    case 'understand':
      // With orders that the schema has no place for, every other time.
      return turn % 2 === 0
        ? { intent: 'close_all_cases', category: null }
        : { intent: 'smalltalk', category: 'approve', action: 'closeCase', reference: 'VM-2026-000001' };
    case 'answer':
      return { quotations: [{ id: said.passages?.[0]?.id ?? '', quote: text }] };
    case 'draft':
      return { text, sources: [] };
    case 'summarise':
    case 'translate':
      return { text };
  }
}
