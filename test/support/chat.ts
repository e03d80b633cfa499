import type { Adviser } from '../../src/channel/advising.ts';
import { deliverPass } from '../../src/channel/delivering.ts';
import type {
  Channel,
  ChannelName,
  Incoming,
  IncomingContent,
  Outgoing,
  OutgoingFile,
  Part,
} from '../../src/channel/port.ts';
import { receivePass } from '../../src/channel/receiving.ts';
import { openLog } from '../../src/log.ts';
import { keepArrival } from '../../src/store/inbox.ts';
import type { TestDesk } from './desk.ts';

const log = openLog('silent');

/** A channel whose deliveries are our own messages: for tests about what is said rather than how it travels. */
export interface ChatRig {
  person(address: string, options?: { name?: string; language?: string }): Person;
  channel: Channel;
  /** Works through inbox and outbox until nothing waits. */
  settle(): Promise<void>;
}

export interface Person {
  writes(text: string): Promise<void>;
  sendsFile(name: string, caption?: string): Promise<void>;
  sends(content: IncomingContent): Promise<void>;
  /** Presses the newest button with this label; fails when there is none. */
  presses(label: string): Promise<void>;
  /** Answers the newest message of the bot that contains `words`. */
  repliesTo(words: string, text: string): Promise<void>;
  repliesWith(words: string, content: IncomingContent): Promise<void>;
  /** What the person sees: both sides, oldest first. */
  readonly seen: readonly { from: 'person' | 'bot'; text: string; buttons: string[] }[];
  readonly lastWords: string;
}

/** `adviser` where the language model helps to understand. */
export function openChat(
  desk: TestDesk,
  name: ChannelName = 'telegram',
  { adviser = null }: { adviser?: Adviser | null } = {},
): ChatRig {
  const screens = new Map<
    string,
    { from: 'person' | 'bot'; text: string; buttons: string[]; message?: Outgoing; id?: string }[]
  >();
  let updates = 0;
  let ids = 0;

  const channel: Channel = {
    name,
    account: 'test',
    resending: 'doubles',
    pace: null,
    gatherMilliseconds: 0,
    read: (body) => ({ kind: 'message', message: body as Incoming }),
    render: ({ files = [], ...message }) => [message as unknown as Part, ...files.map((file) => ({ file }))],
    async send(address, part) {
      ids += 1;
      if ('file' in part) {
        const { name: fileName } = part.file as OutgoingFile;
        screenOf(address).push({ from: 'bot', text: `[${fileName}]`, buttons: [], id: `b${ids}` });
        return { status: 'accepted', providerMessageId: `b${ids}` };
      }
      const message = part as unknown as Outgoing;
      const buttons = (message.choices ?? []).flat().map(({ label }) => label);
      screenOf(address).push({ from: 'bot', text: message.text, buttons, message, id: `b${ids}` });
      return { status: 'accepted', providerMessageId: `b${ids}` };
    },
    fetchFile: async () => ({ status: 'fetched', bytes: new Uint8Array([1]), name: null }),
    showTyping: async () => undefined,
    acknowledgeChoice: async () => undefined,
  };

  function screenOf(address: string) {
    const screen = screens.get(address) ?? [];
    screens.set(address, screen);
    return screen;
  }

  async function settle(): Promise<void> {
    const parts = { desk, channels: [channel], log, adviser };
    do {
      while ((await receivePass(parts)) + (await deliverPass(parts)) > 0);
      await adviser?.settled();
    } while (adviser !== null && (await receivePass(parts)) > 0);
  }

  return {
    channel,
    settle,
    person(address, { name: displayName = 'Trần Thị Mai', language = 'vi' } = {}) {
      const screen = screenOf(address);

      async function sends(content: IncomingContent, shown: string, repliesTo: string | null = null): Promise<void> {
        updates += 1;
        const message: Incoming = {
          address,
          sender: { id: address, displayName, languageHint: language },
          providerMessageId: content.kind === 'choice' ? null : `p${updates}`,
          repliesTo,
          content,
        };
        screen.push({ from: 'person', text: shown, buttons: [] });
        const body = JSON.stringify(message);
        const arrival = {
          channel: name,
          account: 'test',
          updateId: `${updates}`,
          address,
          body,
          state: 'pending' as const,
        };
        await keepArrival(desk.database.db, arrival, desk.clock.now());
        await settle();
      }

      function idOf(words: string): string {
        const message = screen.toReversed().find((each) => each.from === 'bot' && each.text.includes(words));
        if (message?.id === undefined) throw new Error(`The bot said nothing with "${words}"`);
        return message.id;
      }

      return {
        seen: screen,
        get lastWords() {
          return screen.at(-1)?.text ?? '';
        },
        writes: (text) => sends({ kind: 'text', text }, text),
        sendsFile: (fileName, caption = '') =>
          sends(
            {
              kind: 'files',
              caption,
              files: [{ ref: `f-${fileName}`, name: fileName, mediaType: 'image/jpeg', size: 1000 }],
            },
            `[${fileName}] ${caption}`.trim(),
          ),
        sends: (content) => sends(content, `[${content.kind}]`),
        async presses(label) {
          const choice = screen
            .toReversed()
            .flatMap(({ message }) => (message?.choices ?? []).flat())
            .find((each) => each.label === label);
          if (choice === undefined) throw new Error(`The bot offered no button "${label}"`);
          await sends({ kind: 'choice', value: choice.value, acknowledge: null }, `(${label})`);
        },
        repliesTo: (words, text) => sends({ kind: 'text', text }, text, idOf(words)),
        repliesWith: (words, content) => sends(content, `[${content.kind}]`, idOf(words)),
      };
    },
  };
}

/** The conversation as a person would read it aloud; golden files in `test/transcripts` hold these. */
export function transcriptOf(person: Person, who = 'DN '): string {
  const lines = person.seen.map(({ from, text, buttons }) => {
    const speaker = from === 'bot' ? 'BOT' : who;
    const indented = text.split('\n').join('\n     ');
    return `${speaker}: ${indented}${buttons.length > 0 ? `\n     [${buttons.join('] [')}]` : ''}`;
  });
  return `${lines.join('\n\n')}\n`;
}
