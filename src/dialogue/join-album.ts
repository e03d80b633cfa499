import type { Incoming } from '../channel/port.ts';
import type { Act } from '../desk/act.ts';
import { keepFiles } from '../desk/conversations/keep-files.ts';
import { type ConversationRow, saveConversation } from '../store/conversations.ts';
import { noteChange } from '../store/live.ts';
import { addPart, messageOfAlbum } from '../store/message-parts.ts';
import { type DialogueState, readState } from './state.ts';

/**
 * Puts the files of an album's straggler with the message that the album became, without answering again. Answers what
 * is left to be handled: the whole message if it is no straggler, its words alone if it brought any, or null.
 */
export async function joinAlbum(
  current: Act,
  conversation: ConversationRow,
  incoming: Incoming,
): Promise<{ incoming: Incoming | null; conversation: ConversationRow }> {
  const { content } = incoming;
  const noStraggler = { incoming, conversation };
  if (content.kind !== 'files' || content.album === undefined) return noStraggler;
  const { tx, at } = current;
  const earlier = await messageOfAlbum(tx, conversation.id, content.album);
  if (earlier === null) return noStraggler;

  await keepFiles(current, conversation, earlier.id, content.files);
  if (earlier.providerMessageId !== null) {
    await addPart(tx, earlier.id, { id: earlier.providerMessageId, caption: earlier.text });
  }
  const parts = content.parts ?? [{ id: incoming.providerMessageId ?? '', caption: content.caption }];
  for (const { id, caption } of parts) {
    // Words are a message of their own, known by the same id.
    if (caption.trim() === '') await addPart(tx, earlier.id, { id, caption: '' });
  }
  const dialogue = withMoreFiles(readState(conversation.dialogue), earlier.id, content.files.length);
  await saveConversation(tx, conversation.id, { dialogue, lastInteractionAt: at });
  await noteChange(tx, { topic: 'conversation', conversationId: conversation.id, caseId: earlier.caseId, at });
  current.wakes.add('live');

  const withWords = parts.find(({ caption }) => caption.trim() !== '');
  if (withWords === undefined) return { incoming: null, conversation };
  const words: Incoming = {
    ...incoming,
    providerMessageId: withWords.id,
    content: { kind: 'text', text: content.caption },
  };
  return { incoming: words, conversation: { ...conversation, dialogue } };
}

/** The form that holds the album's message counts the files that came with it. */
function withMoreFiles(state: DialogueState, messageId: number, count: number): DialogueState {
  switch (state.at) {
    case 'describing':
    case 'card': {
      const { draft } = state;
      if (!draft.messageIds.includes(messageId)) return state;
      return { ...state, draft: { ...draft, fileCount: draft.fileCount + count } };
    }
    case 'whichCase':
      return state.messageIds.includes(messageId) ? { ...state, fileCount: state.fileCount + count } : state;
    case 'consent':
      return state.heldMessageIds.includes(messageId) ? { ...state, heldFiles: state.heldFiles + count } : state;
    default:
      return state;
  }
}
