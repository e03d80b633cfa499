import type { Call } from '../http/call.ts';
import { fieldsOf, idOf, instantOf, listOf, numberOf, present, textOf } from '../read.ts';
import { mapResult, refusedBeforeSending, type ZaloResult } from '../result.ts';

/** One message as the platform remembers it. */
export interface HistoryMessage {
  readonly from: 'account' | 'person';
  readonly messageId?: string;
  readonly fromId?: string;
  readonly toId?: string;
  readonly fromName?: string;
  readonly toName?: string;
  /** `text`, `photo`, `GIF`, `voice`, `link`, `links`, `sticker`, `location`, or whatever the platform adds. */
  readonly type?: string;
  readonly text?: string;
  readonly url?: string;
  readonly sentAt?: Date;
  readonly raw: unknown;
}

export interface Page {
  readonly offset: number;
  /** From one to ten. */
  readonly count: number;
}

/** The messages exchanged with one person, newest first. */
export async function conversation(call: Call, userId: string, page: Page): Promise<ZaloResult<HistoryMessage[]>> {
  if (userId === '') return refusedBeforeSending('there is no user id');
  return history(call, '/v2.0/oa/conversation', { user_id: userId }, page);
}

/** The newest message of each conversation, newest first. */
export async function recentChats(call: Call, page: Page): Promise<ZaloResult<HistoryMessage[]>> {
  return history(call, '/v2.0/oa/listrecentchat', {}, page);
}

async function history(call: Call, path: string, of: object, page: Page): Promise<ZaloResult<HistoryMessage[]>> {
  const { offset, count } = page;
  const isPage = Number.isInteger(offset) && offset >= 0 && Number.isInteger(count) && count >= 1 && count <= 10;
  if (!isPage) return refusedBeforeSending('a page of history has 1 to 10 messages from a whole offset on');

  const query = { data: JSON.stringify({ ...of, offset, count }) };
  return mapResult(await call({ method: 'GET', path, query, repeatable: true }), (data) =>
    listOf(data).map(readMessage),
  );
}

function readMessage(raw: unknown): HistoryMessage {
  const fields = fieldsOf(raw);
  return present({
    from: numberOf(fields.src) === 0 ? 'account' : 'person',
    messageId: idOf(fields.message_id),
    fromId: idOf(fields.from_id),
    toId: idOf(fields.to_id),
    fromName: textOf(fields.from_display_name),
    toName: textOf(fields.to_display_name),
    type: textOf(fields.type),
    text: textOf(fields.message),
    url: textOf(fields.url),
    sentAt: instantOf(fields.time),
    raw,
  });
}
