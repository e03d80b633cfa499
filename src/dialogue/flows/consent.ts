import { insertContact, recordConsent, saveConversation } from '../../store/conversations.ts';
import { commandValues } from '../command-values.ts';
import type { DialogueState } from '../state.ts';
import type { Turn } from '../turn.ts';
import { menuMessage } from './menu.ts';

type Held = Extract<DialogueState, { at: 'consent' }>;

/** Says that this is a machine and what it keeps, and asks, holding what the person came with (AI Law 134/2025/QH15 Điều 11). */
export async function askConsent(turn: Turn, held?: Held, text: string = turn.phrases.greeting): Promise<void> {
  turn.go(held ?? holding(turn));
  const { phrases } = turn;
  await turn.say({
    text,
    choices: [
      [
        { value: commandValues.agree, label: phrases.agree },
        { value: commandValues.decline, label: phrases.decline },
      ],
      [{ value: commandValues.language, label: phrases.menuLanguage }],
    ],
  });
}

/** What is held until the person has answered: the words and files of this message, unless it is only a greeting. */
function holding(turn: Turn): Held {
  const isContent = turn.files.length > 0 || turn.understood?.intent.value === 'raise_issue';
  if (!isContent) return { at: 'consent', held: '', heldMessageIds: [], heldFiles: 0 };
  return { at: 'consent', held: turn.text, heldMessageIds: [turn.messageId], heldFiles: turn.files.length };
}

/** More arrives while the question stands: it is held with the rest. */
export function holdMore(turn: Turn, held: Held): Held {
  const more = holding(turn);
  return {
    ...held,
    held: [held.held, more.held].filter((text) => text !== '').join('\n'),
    heldMessageIds: [...held.heldMessageIds, ...more.heldMessageIds],
    heldFiles: held.heldFiles + more.heldFiles,
  };
}

/** Keeps the answer with the wording it was given to. */
export async function giveConsent(turn: Turn): Promise<void> {
  await keepAnswer(turn, 'given');
  // From now on also what is said unasked, such as an answer, comes in this language.
  await saveConversation(turn.act.tx, turn.conversation.id, { language: turn.phrases.language });
  if (turn.conversation.contactId === null) {
    const contactId = await insertContact(turn.act.tx, turn.incoming.sender.displayName, turn.act.at);
    await saveConversation(turn.act.tx, turn.conversation.id, {
      contactId,
      displayName: turn.incoming.sender.displayName,
    });
    turn.contact = {
      contactId,
      contactName: turn.incoming.sender.displayName,
      enterpriseId: null,
      enterpriseName: null,
      taxCode: null,
    };
  }
  turn.consent = 'given';
}

export async function declineConsent(turn: Turn): Promise<void> {
  await keepAnswer(turn, 'declined');
  turn.go({ at: 'idle' });
  await turn.say({
    ...menuMessage(turn.phrases, turn.phrases.consentDeclined),
    choices: [
      [{ value: commandValues.agree, label: turn.phrases.agree }],
      ...(menuMessage(turn.phrases).choices ?? []),
    ],
  });
}

async function keepAnswer(turn: Turn, answer: 'given' | 'declined'): Promise<void> {
  const { tx, at } = turn.act;
  await recordConsent(tx, {
    conversationId: turn.conversation.id,
    textVersion: turn.phrases.consentVersion,
    answer,
    at,
  });
}
