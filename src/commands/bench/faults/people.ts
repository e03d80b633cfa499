import type { Person as TelegramPerson } from '../../../../test/support/telegram-stand-in/person.ts';
import type { Person as ZaloPerson } from '../../../../test/support/zalo-stand-in/person.ts';

/** A person on either platform, who remembers what they said. */
export interface Chatter {
  readonly channel: 'telegram' | 'zalo';
  readonly address: string;
  /** In the order in which it was said; of a button its label. */
  readonly said: readonly string[];
  /** What arrived, in order, as the platform got it. */
  heard(): readonly string[];
  /** How often the platform has confirmed that the bot took a message of this person. */
  readonly taken: number;
  says(line: string | { press: string; otherwise: string }): void;
}

export function onTelegram(person: TelegramPerson): Chatter {
  return chatter('telegram', String(person.chatId), {
    heard: () => person.received.map(({ source }) => source),
    offers: (label) => (person.received.at(-1)?.rows.flat() ?? []).some((button) => button.label === label),
    write: (text) => person.write(text).delivered,
    press: (label) => person.press(label).delivered,
  });
}

export function onZalo(person: ZaloPerson): Chatter {
  return chatter('zalo', person.userId, {
    heard: () => person.received.map(({ text }) => text),
    offers: (label) => (person.received.at(-1)?.buttons ?? []).some((button) => button.title === label),
    write: (text) => person.writes(text).delivered,
    press: (label) => person.presses(label).delivered,
  });
}

interface Means {
  heard(): readonly string[];
  offers(label: string): boolean;
  write(text: string): Promise<unknown>;
  press(label: string): Promise<unknown>;
}

function chatter(channel: Chatter['channel'], address: string, means: Means): Chatter {
  const said: string[] = [];
  let taken = 0;
  return {
    channel,
    address,
    said,
    heard: means.heard,
    get taken() {
      return taken;
    },
    says(line) {
      const isPress = typeof line !== 'string' && means.offers(line.press);
      const words = typeof line === 'string' ? line : isPress ? line.press : line.otherwise;
      said.push(words);
      void (isPress ? means.press(words) : means.write(words)).then(() => {
        taken += 1;
      });
    },
  };
}

/** What a person says as their `index`th message. Every typed line is another one, so that each can be told apart. */
export function lineOf(index: number): string | { press: string; otherwise: string } {
  if (index === 0) return '/start';
  if (index === 1) return { press: 'Đồng ý', otherwise: 'xin chào anh chị' };
  if (index === 2) return 'tk 107705060720 nộp đủ chứng từ từ sáng mà chưa duyệt, hàng ở Đình Vũ, nhờ anh chị xem giúp';
  if (index === 3) return { press: 'Gửi', otherwise: 'đồng ý gửi' };
  const others = ['cảm ơn anh chị', 'vụ việc của tôi đến đâu rồi', 'hồ sơ còn thiếu gì không', '/menu'] as const;
  const line = others[index % others.length] ?? '/menu';
  return line.startsWith('/') ? line : `${line} (tin ${index})`;
}
