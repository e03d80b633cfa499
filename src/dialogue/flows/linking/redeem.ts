import { redeemEnterpriseCode } from '../../../desk/enterprises/redeem-code.ts';
import type { ContactRole } from '../../../rules/linking/represented.ts';
import { linkingIn } from '../../phrases/linking.ts';
import { officerChat } from '../../phrases/officer-chat.ts';
import type { Turn } from '../../turn.ts';
import { askConsent } from '../consent.ts';
import { menuMessage } from '../menu.ts';
import { knowContactAnew } from './represented.ts';

/** Somebody typed the code of an enterprise. It is held until they have agreed that we keep something about them. */
export async function redeem(turn: Turn, code: string): Promise<void> {
  const { act, conversation, state, phrases } = turn;
  const words = linkingIn(phrases.language);
  if (conversation.officerId !== null) return turn.say({ text: words.officersChat });
  if (conversation.channel === 'zaloBot') return turn.say({ text: officerChat.forOfficersOnly });
  if (turn.consent !== 'given' || turn.contact === null) {
    // Who was greeted already is told what happens to the code.
    const isNew = turn.consent === null && state.at !== 'consent';
    const held =
      state.at === 'consent' ? state : { at: 'consent' as const, held: '', heldMessageIds: [], heldFiles: 0 };
    return askConsent(turn, { ...held, heldCode: code }, isNew ? undefined : words.consentFirst);
  }
  const { contactId } = turn.contact;
  const redeemed = await redeemEnterpriseCode(
    { ...act, by: turn.by },
    { conversationId: conversation.id, contactId, code },
  );
  switch (redeemed.outcome) {
    case 'linked':
      return sayLinked(turn, redeemed.enterprise, redeemed.role);
    case 'wrong':
      return turn.say({ text: words.wrongCode });
    case 'tooManyFailures':
      return turn.say({ text: words.tooManyCodes(redeemed.until, act.at, act.zone) });
  }
}

/** Tells the person for whom they speak now. A form in progress stays as it is. */
export async function sayLinked(
  turn: Turn,
  enterprise: { name: string; taxCode: string },
  role: ContactRole,
): Promise<void> {
  await knowContactAnew(turn);
  const text = linkingIn(turn.phrases.language).linked(enterprise.name, enterprise.taxCode, role);
  if (turn.state.at === 'idle' || turn.state.at === 'consent') {
    turn.go({ at: 'idle' });
    return turn.say(menuMessage(turn.phrases, text));
  }
  await turn.say({ text });
}
