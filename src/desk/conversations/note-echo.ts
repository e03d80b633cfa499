import { withFileProblems } from '../../rules/delivery/file-problems.ts';
import { sameWords } from '../../rules/delivery/same-words.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import { noteChange } from '../../store/live.ts';
import { addPart, messageOfPart } from '../../store/message-parts.ts';
import { insertMessage, setProviderMessageId } from '../../store/messages.ts';
import { type OpenRow, openRows, saveProven } from '../../store/outbox.ts';
import type { Act } from '../act.ts';
import { applyEarlyReceipts } from './apply-early-news.ts';
import { settleArrived } from './settle-delivery.ts';

// Platforms repeat an event for hours when we could not take it; after that the same words are other words.
const longestDelayMilliseconds = 3_600_000;

interface Echo {
  providerMessageId: string;
  text: string;
  byHand: boolean;
}

/**
 * Our own account said something. If we do not know yet that it arrived, we do now, also when this comes before the
 * answer to our call. What somebody typed in the platform's tool, past us, is kept in the thread.
 */
export async function noteEcho(current: Act, conversation: ConversationRow, echo: Echo): Promise<void> {
  const { tx, at } = current;
  if ((await messageOfPart(tx, conversation.id, echo.providerMessageId)) !== null) return;
  if (echo.byHand) {
    const { providerMessageId, text } = echo;
    await insertMessage(tx, { conversationId: conversation.id, author: 'officer', text, providerMessageId, at });
    await noteChange(tx, { topic: 'conversation', conversationId: conversation.id, at });
    current.wakes.add('live');
    return;
  }
  const since = new Date(at.getTime() - longestDelayMilliseconds);
  const open = (await openRows(tx, conversation.id, since)).map((said) => ({
    ...said,
    same: sameWords(said.message.text, echo.text),
  }));
  const match = open.find(({ same }) => same === 'all') ?? open.find(({ same }) => same === 'piece');
  if (match === undefined) return;
  const isWhole = match.same === 'all' && !match.hasFiles;
  await settle(current, match, echo.providerMessageId, isWhole);
}

/** One part has arrived. Where it may not be the last, the deliverer goes on behind it and knows what is left. */
async function settle(
  current: Act,
  { row, message }: OpenRow,
  providerMessageId: string,
  isWhole: boolean,
): Promise<void> {
  const { tx, at } = current;
  const noted = await saveProven(tx, row, {
    ...(isWhole ? { state: 'sent', sentAt: at } : { state: 'queued', dueAt: at }),
    partsSent: row.partsSent + 1,
    leasedUntil: null,
    problem: withFileProblems(row.problem, null),
  });
  if (!noted) return;
  await setProviderMessageId(tx, message.id, providerMessageId);
  if (!isWhole) await addPart(tx, message.id, { id: providerMessageId, caption: '' });
  if (isWhole) {
    await settleArrived(current, { ...message, conversationId: row.conversationId });
    await applyEarlyReceipts(current, row.conversationId, providerMessageId);
  }
  current.wakes.add('outbox').add('live');
}
