import type { HistoryMessage, OaClient } from 'zalo-api-client';
import type { ArrivalProof, Part } from '../port.ts';
import { zaloPart } from './part.ts';

// The platform's clock and ours need not agree to the second.
const clockSkewMilliseconds = 2000;
// A request that was cut off may still be under way: before that, only a "yes" is certain.
const settledMilliseconds = 25_000;
const pageSize = 10;

/**
 * Looks for a part in the conversation's history as the platform keeps it. Null when the history cannot be read, does
 * not reach back far enough, or it is too early to say no; and for a template, which no history shows.
 */
export async function hasArrived(
  client: Pick<OaClient, 'conversation'>,
  userId: string,
  part: Part,
  { sentAt, now, others }: { sentAt: Date; now: Date; others: ReadonlySet<string> },
): Promise<ArrivalProof | false | null> {
  const read = zaloPart.safeParse(part).data;
  if (read === undefined || read.kind === 'template') return null;
  const answer = await client.conversation(userId, { offset: 0, count: pageSize });
  if (!answer.ok) return null;

  const since = sentAt.getTime() - clockSkewMilliseconds;
  const ours = answer.value.filter(({ from, sentAt: at }) => from === 'account' && at !== undefined && +at >= since);
  const fits = read.kind === 'text' ? sameWords(read.text) : isFile;
  const isOther = ({ messageId }: HistoryMessage) => messageId !== undefined && others.has(messageId);
  const found = ours.find((message) => fits(message) && !isOther(message));
  if (found !== undefined) return { providerMessageId: found.messageId ?? null };

  const reachesBack =
    answer.value.length < pageSize || answer.value.some(({ sentAt: at }) => at !== undefined && +at < since);
  const isSettled = now.getTime() - sentAt.getTime() >= settledMilliseconds;
  // How a file looks in the history is not documented, so its absence proves nothing.
  return reachesBack && isSettled && read.kind === 'text' ? false : null;
}

function sameWords(text: string): (message: HistoryMessage) => boolean {
  return (message) => message.text?.normalize('NFC').trim() === text.normalize('NFC').trim();
}

function isFile({ type }: HistoryMessage): boolean {
  return type !== undefined && type !== 'text';
}
