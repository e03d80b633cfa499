import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerPage, type PagePerson, type Stage } from '../stand-in-page.ts';
import type { Payload } from './body.ts';
import type { Group } from './group.ts';
import type { Person } from './person.ts';
import type { Chat, World } from './world.ts';

interface Parts {
  world: World;
  person(chatId: number, options?: { name?: string; phone?: string }): Person;
  group(chatId: number, options?: { title?: string }): Group;
}

type Body = Readonly<Record<string, unknown>>;

const firstChatId = 84_000_000;

/** Answers the page on which a developer plays people by hand, and its control calls. False for any other address. */
export function answerStage(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  payload: Payload,
): boolean {
  if (url.pathname !== '/' && !url.pathname.startsWith('/__control/')) return false;
  const answer = answerPage(stageOf(parts), {
    httpMethod: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    isJson: request.headers['content-type']?.startsWith('application/json') ?? false,
    body: payload,
  });
  response.writeHead(answer.status, { 'content-type': `${answer.type}; charset=utf-8` }).end(answer.body);
  return true;
}

function stageOf({ world, person, group }: Parts): Stage {
  return {
    title: 'Telegram mô phỏng',
    kinds: [
      { name: 'person', label: 'Người dùng' },
      { name: 'group', label: 'Nhóm' },
    ],
    people: () => [...world.chats.values()].map(asPagePerson),
    add(kind, { name, phone }) {
      const id = firstChatId + world.chats.size;
      if (kind === 'group') return String(group(-id, name === '' ? {} : { title: name }).chatId);
      const facts = { ...(name === '' ? {} : { name }), ...(phone === '' ? {} : { phone }) };
      return String(person(id, facts).chatId);
    },
    act(id, deed, body) {
      const chatId = Number(id);
      if (!Number.isSafeInteger(chatId)) throw new Error('Không có cuộc trò chuyện này');
      return chatId < 0 ? actInGroup(group(chatId), deed, body) : act(person(chatId), deed, body);
    },
  };
}

const picture = /\.(jpe?g|png)$/i;

// Answers what happened, and not the promise of its delivery: the page does not wait for the bot.
function act(person: Person, deed: string, body: Body): unknown {
  switch (deed) {
    case 'writes':
      return { messageId: person.write(String(body.text ?? '')).messageId };
    case 'starts':
      return { messageId: person.start().messageId };
    case 'presses':
      return { messageId: person.press(String(body.title ?? '')).messageId };
    case 'sends-file': {
      const name = String(body.name ?? 'tep');
      const bytes = Buffer.from(String(body.base64 ?? ''), 'base64');
      const sent = picture.test(name)
        ? person.sendPhoto(bytes)
        : person.sendDocument({ name, bytes, mediaType: 'application/octet-stream' });
      return { messageId: sent.messageId };
    }
    case 'shares-phone':
      return { messageId: person.sharePhone().messageId };
    case 'shares-place':
      return { messageId: person.sendLocation(20.865139, 106.68383).messageId };
    case 'blocks':
      return { messageId: person.block().messageId };
    case 'unblocks':
      return { messageId: person.unblock().messageId };
    default:
      throw new Error(`Không có việc “${deed}”`);
  }
}

function actInGroup(group: Group, deed: string, body: Body): unknown {
  switch (deed) {
    case 'writes':
      return { messageId: group.write(String(body.text ?? '')).messageId };
    case 'adds-bot':
      return { messageId: group.addBot().messageId };
    case 'removes-bot':
      return { messageId: group.removeBot().messageId };
    default:
      throw new Error(`Không có việc “${deed}” trong nhóm`);
  }
}

const deedsOfPeople = [
  { name: 'starts', label: 'Bắt đầu (/start)' },
  { name: 'shares-phone', label: 'Gửi số điện thoại' },
  { name: 'shares-place', label: 'Gửi vị trí' },
  { name: 'blocks', label: 'Chặn bot' },
  { name: 'unblocks', label: 'Bỏ chặn' },
];
const deedsOfGroups = [
  { name: 'adds-bot', label: 'Thêm bot vào nhóm' },
  { name: 'removes-bot', label: 'Đưa bot ra khỏi nhóm' },
];

function asPagePerson({ id, type, name, phone, blocked, timeline }: Chat): PagePerson {
  const isPerson = type === 'private';
  return {
    id: String(id),
    name,
    note: [isPerson ? phone : 'Nhóm', ...(blocked ? ['đã chặn'] : [])].join(' · '),
    deeds: isPerson ? deedsOfPeople : deedsOfGroups,
    lines: timeline.map(({ by, at, text, attachment, rows }) => ({
      by,
      at,
      text,
      attachment: attachment === null ? null : { label: `[${attachment}]`, href: null },
      buttons: rows.flat().map(({ label }) => ({ label, deed: 'presses', body: { title: label } })),
    })),
  };
}
