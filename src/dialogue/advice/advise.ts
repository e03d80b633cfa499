import type { Assistant, Quotation } from '../../assistant/port.ts';
import type { Desk } from '../../desk/act.ts';
import { passagesFor } from '../../desk/assistant/passages.ts';
import { lookUp } from '../../knowledge/search/look-up.ts';
import { categoryCodes } from '../../rules/identity/categories.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { namesAround } from '../../store/assistant-cases.ts';
import { type ChatKey, findConversation, latestConsent } from '../../store/conversations.ts';
import { libraryOn } from '../../store/library-index.ts';
import { type DialogueState, readState } from '../state.ts';
import { intents } from '../understanding/intent.ts';
import type { Understanding } from '../understanding/understand.ts';
import { advised, leavesOpen, type Understood } from './advised.ts';

const mostArticles = 4;
// What is longer tells its matter in the beginning.
const longestText = 2000;

/**
 * Asks the model about a message whose meaning the rules leave open, and about a question that our search nearly answers.
 * Only for people who agreed that words of theirs are kept; officers' chats are read by rules alone. Anything the model
 * cannot tell stays as we read it.
 */
export async function advise(
  { desk, assistant }: { desk: Desk; assistant: Assistant },
  chat: ChatKey,
  text: string,
  ours: Understanding,
): Promise<Understood> {
  const { db } = desk.database;
  const conversation = await findConversation(db, chat);
  if (conversation === null || conversation.officerId !== null) return ours;
  if ((await latestConsent(db, conversation.id)) !== 'given' || !isOpenTo(readState(conversation.dialogue)))
    return ours;

  const about = { caseId: null, names: await namesAround(db, { conversationId: conversation.id, caseId: null }) };
  const asked = text.slice(0, longestText);
  let understood = ours;
  if (leavesOpen(ours)) {
    const reading = await assistant.understand({ ...about, text: asked, intents, categories: categoryCodes });
    if (reading !== null) understood = advised(ours, reading);
  }
  if (understood.intent.value !== 'lookup_appendix') return understood;
  const picked = await pick();
  return picked === null ? understood : { ...understood, picked };

  async function pick(): Promise<readonly Quotation[] | null> {
    const { index } = await libraryOn(db, localDate(desk.clock.now(), desk.zone));
    const found = lookUp(index, text, mostArticles);
    if (found.kind !== 'notFound' || found.near.length === 0) return null;
    return assistant.answer({ ...about, text: asked, passages: passagesFor(found, mostArticles) });
  }
}

// Where a report is written or a rating explained, what is said accuses somebody; it stays in the house whole.
function isOpenTo(state: DialogueState): boolean {
  if ('draft' in state && state.draft.kind === 'report') return false;
  return ['idle', 'describing', 'whichCase', 'lookingUp'].includes(state.at);
}

/** Whether the model could help with this message at all; most messages are clear and go on at once. */
export function mayBeAdvised(text: string, understood: Understanding | null): understood is Understanding {
  if (understood === null || text.trim().startsWith('/') || !/\p{L}{2}.*\s.*\p{L}{2}/su.test(text)) return false;
  return leavesOpen(understood) || understood.intent.value === 'lookup_appendix';
}
