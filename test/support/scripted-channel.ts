import type { Channel, ChannelName, Delivery, FileOpener, Outgoing, Part } from '../../src/channel/port.ts';

export interface Call {
  address: string;
  /** The words of the part, or the name of its file in brackets. */
  said: string;
  /** The test clock's instant. */
  at: Date;
  /** What the file held, when one went out and could be opened. */
  bytes: Uint8Array | null;
}

/** A platform that does as the test says, and is good to us as long as it says nothing. */
export interface ScriptedChannel extends Channel {
  readonly calls: readonly Call[];
  /** What people see, chat by chat, in the order in which it arrived. */
  readonly screen: (address: string) => readonly string[];
  /** Answers the next call in this way; `arrives` where the person sees the message all the same. */
  next(answer: Delivery | (() => Promise<Delivery>), options?: { arrives: boolean }): void;
  /** Answers every call to a chat in this way, until told otherwise. */
  always(address: string, answer: Delivery | null): void;
}

type Options = Partial<Pick<Channel, 'name' | 'account' | 'resending' | 'pace' | 'windowAt' | 'knock' | 'hasArrived'>>;

/** A text is cut at each `|` into parts; files follow, each a part of its own. */
export function scriptedChannel(clock: { now(): Date }, options: Options = {}): ScriptedChannel {
  const { name = 'telegram', account = '7000000001', resending = 'doubles', pace = null, ...abilities } = options;
  const calls: Call[] = [];
  const screens = new Map<string, string[]>();
  const script: { answer: Delivery | (() => Promise<Delivery>); arrives: boolean }[] = [];
  const standing = new Map<string, Delivery>();
  let ids = 0;

  function arrive(address: string, said: string): string {
    ids += 1;
    screens.set(address, [...(screens.get(address) ?? []), said]);
    return `${name}-${ids}`;
  }

  return {
    name: name satisfies ChannelName,
    account,
    resending,
    pace,
    gatherMilliseconds: 0,
    ...abilities,
    calls,
    screen: (address) => screens.get(address) ?? [],
    next(answer, { arrives } = { arrives: false }) {
      script.push({ answer, arrives });
    },
    always(address, answer) {
      if (answer === null) standing.delete(address);
      else standing.set(address, answer);
    },
    read: () => ({ kind: 'ignored', because: 'a test' }),
    render: ({ text, files = [] }: Outgoing) => [
      ...text
        .split('|')
        .filter((words) => words !== '')
        .map((words): Part => ({ words })),
      ...files.map((file): Part => ({ words: `[${file.name}]`, fileId: file.fileId })),
    ],
    async send(address: string, part: Part, open: FileOpener) {
      const said = String(part.words);
      const bytes = typeof part.fileId === 'number' ? await open(part.fileId) : null;
      calls.push({ address, said, at: clock.now(), bytes });
      const scripted = script.shift();
      if (scripted !== undefined) {
        if (scripted.arrives) arrive(address, said);
        return typeof scripted.answer === 'function' ? scripted.answer() : scripted.answer;
      }
      const answer = standing.get(address);
      return answer ?? { status: 'accepted', providerMessageId: arrive(address, said) };
    },
    fetchFile: async () => ({ status: 'gone', detail: 'A test' }),
    showTyping: async () => undefined,
    acknowledgeChoice: async () => undefined,
  };
}
