import type { PageButton, PageLine, PagePerson, Stage } from '../stand-in-page.ts';
import type { BotPerson } from './bot/bot-person.ts';
import type { BotWorld } from './bot/bot-world.ts';
import type { PersonOptions } from './new-user.ts';
import type { Person } from './person.ts';
import type { Button, Entry, OaMessage, User, World } from './world.ts';

interface Parts {
  world: World;
  botWorld: BotWorld;
  person(id: string, options?: PersonOptions): Person;
  botPerson(id: string, options?: { name?: string }): BotPerson;
}

type Body = Readonly<Record<string, unknown>>;

const deeds = [
  { name: 'follows', label: 'Quan tâm' },
  { name: 'unfollows', label: 'Bỏ quan tâm' },
  { name: 'clicks-chat-now', label: 'Nhắn tin lần đầu' },
  { name: 'sees', label: 'Đã xem' },
  { name: 'blocks', label: 'Chặn' },
  { name: 'unblocks', label: 'Bỏ chặn' },
];

const attachmentNames: Readonly<Record<string, string>> = {
  photo: 'Ảnh',
  GIF: 'Ảnh động',
  voice: 'Ghi âm',
  video: 'Video',
  file: 'Tệp',
  sticker: 'Nhãn dán',
  location: 'Vị trí',
  link: 'Liên kết',
};

const image = /\.(jpe?g|png)$/i;

/** What a developer can do by hand with this stand-in. People of the bot carry `bot:` before their id. */
export function openStage({ world, botWorld, person, botPerson }: Parts): Stage {
  let added = 0;

  return {
    title: 'Zalo mô phỏng',
    kinds: [
      { name: 'oa', label: 'Official Account' },
      { name: 'bot', label: 'Zalo Bot' },
    ],
    people: () => [...[...world.users.values()].map(asPagePerson), ...botPeople()],
    add(kind, { name, phone }) {
      added += 1;
      const named = name === '' ? {} : { name };
      if (kind === 'bot') return `bot:${botPerson(String(added).padStart(20, 'a'), named).chatId}`;
      return person(String(7_000_000_000_000_000_000n + BigInt(added)), {
        ...named,
        ...(phone === '' ? {} : { phone }),
      }).userId;
    },
    act(id, deed, body) {
      if (id.startsWith('bot:')) return actOnBot(botPerson(id.slice('bot:'.length)), deed, body);
      const user = world.users.get(id);
      const actor = person(id, typeof body.name === 'string' && user === undefined ? { name: body.name } : {});
      return act(actor, deed, body);
    },
  };

  function botPeople(): readonly PagePerson[] {
    return [...botWorld.chats.values()].map(({ id, name, timeline }) => ({
      id: `bot:${id}`,
      name,
      note: 'Zalo Bot',
      deeds: [],
      lines: timeline.map((entry) => ({
        ...entry,
        attachment: entry.attachment === null ? null : { label: `[${entry.attachment}]`, href: null },
        buttons: [],
      })),
    }));
  }
}

// Answers what happened, and not the promise of its delivery: the page does not wait for the bot.
function act(person: Person, deed: string, body: Body): unknown {
  switch (deed) {
    case 'writes':
      return { msgId: person.writes(String(body.text ?? '')).msgId };
    case 'presses': {
      const { sent, opens } = person.presses(String(body.title ?? ''));
      return { msgId: sent?.msgId ?? null, opens };
    }
    case 'sends-file': {
      const file = { name: String(body.name ?? 'tệp'), bytes: Buffer.from(String(body.base64 ?? ''), 'base64') };
      return { msgId: (image.test(file.name) ? person.sendsImage(file.bytes) : person.sendsFile(file)).msgId };
    }
    case 'submits-info':
      person.submitsInfo({ name: String(body.name ?? person.name), phone: String(body.phone ?? person.phone ?? '') });
      return null;
    case 'follows':
      person.follows();
      return null;
    case 'unfollows':
      person.unfollows();
      return null;
    case 'clicks-chat-now':
      person.clicksChatNow();
      return null;
    case 'sees':
      person.seesMessages();
      return null;
    case 'blocks':
      person.blocks();
      return null;
    case 'unblocks':
      person.unblocks();
      return null;
    default:
      throw new Error(`Không có thao tác “${deed}”`);
  }
}

function actOnBot(person: BotPerson, deed: string, body: Body): unknown {
  if (deed === 'writes') return { messageId: person.writes(String(body.text ?? '')).messageId };
  if (deed === 'sends-file') {
    return { messageId: person.sendsImage(Buffer.from(String(body.base64 ?? ''), 'base64')).messageId };
  }
  throw new Error('Zalo Bot không có thao tác này');
}

function asPagePerson(user: User): PagePerson {
  const states = [user.phone ?? 'chưa có số điện thoại', ...(user.follows ? ['quan tâm'] : [])];
  if (user.refusesWith !== null) states.push('đã chặn');
  return {
    id: user.id,
    name: user.name,
    note: states.join(' · '),
    deeds,
    lines: user.timeline.map((entry) => asLine(user, entry)),
  };
}

function asLine(user: User, { by, at, text, type, url, message }: Entry): PageLine {
  if (message !== null) return { ...asOaLine(user, message), by: 'bot', at };
  const attachment = type === 'text' ? null : { label: labelOf(type, url), href: url };
  return { by: by === 'oa' ? 'bot' : 'person', at, text, attachment, buttons: [] };
}

function asOaLine(user: User, message: OaMessage): Pick<PageLine, 'text' | 'attachment' | 'buttons'> {
  const rows = message.elements.map(({ title, subtitle }) => (subtitle === '' ? title : `${title}\n${subtitle}`));
  const actions = message.elements.flatMap(({ action }) => (action === null ? [] : [action]));
  const asked = { label: 'Gửi thông tin', deed: 'submits-info', body: { name: user.name, phone: user.phone ?? '' } };
  const file = message.file === null ? message.imageUrl : message.file.name;
  return {
    text: [message.text, ...rows].filter((part) => part !== '').join('\n\n'),
    attachment: file === null ? null : { label: `📄 ${file}`, href: message.imageUrl },
    buttons: [
      ...[...message.buttons, ...actions].map(asPageButton),
      ...(message.kind === 'infoRequest' ? [asked] : []),
    ],
  };
}

function asPageButton({ title, type, payload }: Button): PageButton {
  if (type === 'oa.open.url') return { label: title, href: payload };
  if (type === 'oa.open.phone') return { label: title, href: `tel:${payload}` };
  if (type === 'oa.open.sms') return { label: title, href: `sms:?body=${encodeURIComponent(payload)}` };
  return { label: title, deed: 'presses', body: { title } };
}

function labelOf(type: string, url: string | null): string {
  const name = attachmentNames[type] ?? type;
  return type === 'file' && url !== null ? `${name}: ${decodeURIComponent(url.split('/').at(-1) ?? '')}` : name;
}
