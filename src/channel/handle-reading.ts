import type { Act } from '../desk/act.ts';
import { moveChat } from '../desk/conversations/move-chat.ts';
import { noteEcho } from '../desk/conversations/note-echo.ts';
import { noteEdit } from '../desk/conversations/note-edit.ts';
import { notePresence } from '../desk/conversations/note-presence.ts';
import { noteReceipt } from '../desk/conversations/note-receipt.ts';
import { withdrawConsent } from '../desk/privacy/withdraw-consent.ts';
import type { Understood } from '../dialogue/advice/advised.ts';
import { answerGroup } from '../dialogue/answer-group.ts';
import { greet } from '../dialogue/greet.ts';
import { joinAlbum } from '../dialogue/join-album.ts';
import { takeTurn } from '../dialogue/take-turn.ts';
import type { ConversationRow } from '../store/conversations.ts';
import type { Reading } from './port.ts';

/** Does what one delivery asks for, in the act's transaction and with its conversation locked. */
export async function handleReading(
  current: Act,
  conversation: ConversationRow,
  reading: Reading,
  inboxId: number,
  understood: Understood | null,
): Promise<void> {
  switch (reading.kind) {
    case 'message': {
      const left = await joinAlbum(current, conversation, reading.message);
      if (left.incoming === null) return;
      return takeTurn(current, left.conversation, left.incoming, inboxId, understood);
    }
    case 'edit':
      return noteEdit(current, conversation, reading);
    case 'receipt':
      return noteReceipt(current, conversation, reading);
    case 'echo':
      return noteEcho(current, conversation, reading);
    case 'presence': {
      await notePresence(current, conversation, reading.change);
      return reading.change === 'came' ? greet(current, conversation, reading.sender) : undefined;
    }
    case 'moved':
      return moveChat(current, conversation, reading.to);
    case 'group':
      return answerGroup(current, conversation);
    case 'withdrawn':
      await withdrawConsent(current, conversation);
      return;
    case 'ignored':
      return;
  }
}
