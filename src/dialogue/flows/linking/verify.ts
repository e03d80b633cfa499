import type { Choice } from '../../../channel/port.ts';
import { askForLink, nameEnterprise } from '../../../desk/enterprises/ask-for-link.ts';
import { fold } from '../../../rules/identity/fold.ts';
import { commandValues } from '../../command-values.ts';
import { linkingIn } from '../../phrases/linking.ts';
import type { DialogueState } from '../../state.ts';
import type { Turn } from '../../turn.ts';
import { menuMessage, showMenu } from '../menu.ts';

type Verifying = Extract<DialogueState, { at: 'verifying' }>;

/** Says in which ways a person can show for whom they speak. */
export async function sayWays(turn: Turn, said?: string): Promise<void> {
  const words = linkingIn(turn.phrases.language);
  const verify: Choice = { value: commandValues.verify, label: words.verify };
  const canVouch = turn.conversation.channel !== 'webchat';
  const ways = words.ways(canVouch);
  const text = said === undefined ? ways : `${said}\n\n${ways}`;
  await turn.say({ text, choices: [[verify], [{ value: commandValues.menu, label: turn.phrases.back }]] });
}

/** The person wants an officer to look at their proof: first of all, for which enterprise. */
export async function startVerifying(turn: Turn): Promise<void> {
  turn.go({ at: 'verifying', named: null, messageIds: [] });
  await turn.say({ text: linkingIn(turn.phrases.language).askTaxCode });
}

/** A message or a file while the person is proving for whom they speak. */
export async function takeProof(turn: Turn, state: Verifying): Promise<void> {
  if (state.named === null) return takeTaxCode(turn);
  if (turn.files.length === 0 && isDone(turn.text)) return sendProof(turn, state);
  const messageIds = [...state.messageIds, turn.messageId];
  turn.go({ ...state, messageIds });
  const words = linkingIn(turn.phrases.language);
  await turn.say({ text: words.proofReceived(messageIds.length), choices: proofChoices(turn) });
}

async function takeTaxCode(turn: Turn): Promise<void> {
  const { act, conversation, contact } = turn;
  const words = linkingIn(turn.phrases.language);
  if (contact === null) return showMenu(turn);
  const input = { conversationId: conversation.id, contactId: contact.contactId, written: turn.text };
  const named = await nameEnterprise({ ...act, by: turn.by }, input);
  switch (named.outcome) {
    case 'known':
      turn.go({ at: 'verifying', named: { enterpriseId: named.enterpriseId }, messageIds: [] });
      return turn.say({ text: words.askProof(named.taxCode, named.isAsked), choices: proofChoices(turn) });
    case 'notATaxCode':
      return turn.say({ text: words.notATaxCode });
    case 'unknown':
      return turn.say({ text: words.unknownTaxCode(named.taxCode, named.hasWrongCheckDigit) });
    case 'representedAlready':
      return showMenu(turn, words.representedAlready(named.name));
    case 'tooManyFailures':
      return showMenu(turn, words.tooManyCodes(named.until, act.at, act.zone));
  }
}

/** The person has sent everything: officers are asked to look at it. */
export async function sendProof(turn: Turn, { named, messageIds }: Verifying): Promise<void> {
  const { act, conversation, contact, phrases } = turn;
  const words = linkingIn(phrases.language);
  if (named === null || contact === null) return startVerifying(turn);
  if (messageIds.length === 0) return turn.say({ text: words.proofMissing, choices: proofChoices(turn) });
  const { isNew } = await askForLink(
    { ...act, by: turn.by },
    {
      conversationId: conversation.id,
      contactId: contact.contactId,
      enterpriseId: named.enterpriseId,
      messageIds,
    },
  );
  turn.go({ at: 'idle' });
  await turn.say(menuMessage(phrases, isNew ? words.asked : words.addedToRequest));
}

function proofChoices({ phrases }: Turn): Choice[][] {
  const words = linkingIn(phrases.language);
  return [
    [
      { value: commandValues.sendProof, label: words.sendProof },
      { value: commandValues.leave, label: words.leave },
    ],
  ];
}

function isDone(text: string): boolean {
  return /^(gui( yeu cau)?|xong|da gui|send( request)?|done)[.! ]*$/u.test(fold(text).trim());
}
