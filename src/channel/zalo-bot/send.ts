import type { BotClient, BotSent, ZaloFault, ZaloResult } from 'zalo-api-client';
import type { Delivery, Part } from '../port.ts';
import { type ZaloBotPart, zaloBotPart } from './render.ts';

const soonSeconds = 5;
const laterSeconds = 60;

export interface Sending {
  client: BotClient;
  /** Where Zalo can fetch a file of ours for some days; null where we have no public address. */
  linkTo(fileId: number): string | null;
  /** Told of every fault that is the account's own: its token, its allowance. */
  onTrouble(fault: ZaloFault): void;
}

/** Sends one rendered part to a chat. Resolves for every answer, and with `unknown` when none came. */
export async function send(sending: Sending, address: string, part: Part): Promise<Delivery> {
  const read = zaloBotPart.safeParse(part).data;
  if (read === undefined)
    return refused('rejectedContent', 'The stored part is not one that was rendered for the Zalo bot');
  const result =
    read.kind === 'text'
      ? await sending.client.sendMessage(address, read.text)
      : await sendFile(sending, address, read);
  if (!result.ok && (result.error.category === 'auth' || result.error.category === 'quota'))
    sending.onTrouble(result.error);
  return deliveryOf(result);
}

/** A picture that Zalo can fetch is sent as one; of everything else the person reads where it is. */
async function sendFile(
  { client, linkTo }: Sending,
  address: string,
  { fileId, name, mediaType }: Extract<ZaloBotPart, { kind: 'file' }>,
): Promise<ZaloResult<BotSent>> {
  const link = linkTo(fileId);
  if (link !== null && /^image\/(?:jpeg|png)$/u.test(mediaType)) {
    const sent = await client.sendPhoto(address, link, { caption: name });
    if (sent.ok || sent.error.category !== 'parameter') return sent;
  }
  const where = link === null ? 'anh/chị xem trên bảng điều khiển' : `anh/chị mở trong vòng 7 ngày tại ${link}`;
  return client.sendMessage(address, `Tệp “${name}” không gửi được qua Zalo Bot; ${where}.`);
}

/** What an answer means for the outbox. */
export function deliveryOf(result: ZaloResult<BotSent>): Delivery {
  if (result.ok) return { status: 'accepted', providerMessageId: result.value.messageId ?? null };
  const { category, code, message: detail, retryAfterSeconds, httpStatus } = result.error;
  switch (category) {
    case 'unknownOutcome':
      return { status: 'unknown', detail };
    case 'network':
      return { status: 'tryLater', afterSeconds: soonSeconds, detail };
    case 'rate':
      return { status: 'tryLater', afterSeconds: retryAfterSeconds ?? laterSeconds, detail, whole: true };
    case 'auth':
      return { status: 'tryLater', afterSeconds: laterSeconds, detail, whole: true };
    case 'quota':
      // The month's messages or the bot's fifty people: waiting helps nobody, another chat of the officer does.
      return refused('windowClosed', detail);
    case 'parameter':
      return refused(/chat/iu.test(detail) ? 'unknownRecipient' : 'rejectedContent', detail);
    default:
      // 403 is documented as an internal error; what a gateway says instead of the platform passes as well.
      return code === 403 || httpStatus !== undefined
        ? { status: 'tryLater', afterSeconds: retryAfterSeconds ?? laterSeconds, detail }
        : refused('rejectedContent', detail);
  }
}

function refused(because: Extract<Delivery, { status: 'refused' }>['because'], detail: string): Delivery {
  return { status: 'refused', because, detail };
}
