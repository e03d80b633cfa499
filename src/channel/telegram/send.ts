import { z } from 'zod';
import type { Delivery, Part } from '../port.ts';
import type { Answer, TelegramClient } from './client.ts';
import { telegramPart } from './render.ts';

const soonSeconds = 5;
// A token that Telegram does not know is mended by an administrator, not by trying again at once.
const afterRepairSeconds = 60;

const sentMessage = z.object({ message_id: z.int() });

/** Sends one rendered part to a private chat. Resolves for every answer, and with `unknown` when none came. */
export async function send(client: TelegramClient, address: string, part: Part): Promise<Delivery> {
  // `@name` would be a public channel, which no person of ours writes from.
  if (!/^-?\d+$/.test(address)) return refused('unknownRecipient', 'The address is not the id of a chat');
  const read = telegramPart.safeParse(part).data;
  if (read === undefined)
    return refused('rejectedContent', 'The stored part is not one that was rendered for Telegram');

  const { reply_markup, ...said } = read;
  const answer = await client.call('sendMessage', {
    chat_id: address,
    ...said,
    ...(reply_markup === undefined ? {} : { reply_markup }),
  });
  return deliveryOf(answer);
}

/** What an answer to `sendMessage` means for the outbox. */
export function deliveryOf(answer: Answer): Delivery {
  switch (answer.kind) {
    case 'ok': {
      const messageId = sentMessage.safeParse(answer.result).data?.message_id;
      return { status: 'accepted', providerMessageId: messageId === undefined ? null : String(messageId) };
    }
    case 'notSent':
      return { status: 'tryLater', afterSeconds: soonSeconds, detail: answer.detail };
    case 'silent':
      return { status: 'unknown', detail: answer.detail };
    case 'refused':
      return refusalOf(answer);
  }
}

function refusalOf({ code, description, retryAfterSeconds }: Extract<Answer, { kind: 'refused' }>): Delivery {
  const detail = `${code}: ${description}`;
  if (code === 403) return refused('blockedByPerson', detail);
  if (code === 429 || code >= 500) {
    return { status: 'tryLater', afterSeconds: retryAfterSeconds ?? soonSeconds, detail };
  }
  if (code === 401 || code === 404) return { status: 'tryLater', afterSeconds: afterRepairSeconds, detail };
  if (/chat not found|user not found|PEER_ID_INVALID/i.test(description)) return refused('unknownRecipient', detail);
  return refused('rejectedContent', detail);
}

function refused(because: Extract<Delivery, { status: 'refused' }>['because'], detail: string): Delivery {
  return { status: 'refused', because, detail };
}
