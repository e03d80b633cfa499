import { z } from 'zod';
import type { Delivery } from '../port.ts';
import type { Answer } from './client.ts';

const soonSeconds = 5;
// A token that Telegram does not know is mended by an administrator, not by trying again at once.
const afterRepairSeconds = 60;

const sentMessage = z.object({ message_id: z.int() });

/** What an answer to a message means for the outbox. */
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

type Refusal = Extract<Answer, { kind: 'refused' }>;

// Telegram has no codes but these sentences.
const nobodyThere =
  /chat not found|user not found|PEER_ID_INVALID|chat_id is empty|group chat was (deactivated|deleted)|chat was deleted|can't initiate conversation|can't send messages to bots|bots can't send messages to bots/i;
const notAllowed = /(have|not enough|no) rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|need administrator rights/i;

function refusalOf({ code, description, retryAfterSeconds, migratedTo }: Refusal): Delivery {
  const detail = `${code}: ${description}`;
  if (migratedTo !== null) return { status: 'moved', to: migratedTo, detail };
  if (nobodyThere.test(description)) return refused('unknownRecipient', detail);
  if (code === 403) return refused('blockedByPerson', detail);
  if (code === 400 && notAllowed.test(description)) return refused('blockedByPerson', detail);
  // A gateway waited for Telegram in vain: what it passed on may have been carried out.
  if (code === 504) return { status: 'unknown', detail };
  if (code === 429 || code >= 500) {
    return { status: 'tryLater', afterSeconds: retryAfterSeconds ?? soonSeconds, detail };
  }
  // Every call with this token ends so.
  if (code === 401 || code === 404) {
    return { status: 'tryLater', afterSeconds: afterRepairSeconds, detail, whole: true };
  }
  if (/group chat was upgraded/i.test(description)) return refused('unknownRecipient', detail);
  return refused('rejectedContent', detail);
}

export function refused(because: Extract<Delivery, { status: 'refused' }>['because'], detail: string): Delivery {
  return { status: 'refused', because, detail };
}
