import type { IncomingContent } from '../../channel/port.ts';
import { vouchPhone } from '../../desk/conversations/vouch-phone.ts';
import type { Turn } from '../turn.ts';
import { askConsent } from './consent.ts';
import { proveByPhone } from './linking/by-phone.ts';
import { menuMessage } from './menu.ts';
import { detailWords, takeDetail } from './take-detail.ts';

type Card = Extract<IncomingContent, { kind: 'contactCard' }>;

/** Asks for the person's own number where the platform can vouch for it, and says what it is for. */
export async function askPhone(turn: Turn): Promise<void> {
  const { phrases } = turn;
  if (turn.conversation.channel === 'webchat') return turn.say(menuMessage(phrases, phrases.phoneNotHere));
  await turn.say({ text: phrases.askPhone, asksForPhone: true });
}

/** A telephone number was sent: the person's own, vouched for by the platform, or one that somebody claims. */
export async function takeContact(turn: Turn, card: Card): Promise<void> {
  const { phrases, state } = turn;
  if (turn.consent !== 'given') {
    const text = turn.consent === null ? undefined : phrases.consentFirst;
    return askConsent(turn, state.at === 'consent' ? state : undefined, text);
  }
  if (!card.isVouched) return takeDetail(turn, detailWords(card), phrases.phoneIsAClaim(shown(card.phone)));
  await vouchPhone(turn.act, turn.conversation, card.phone);
  await turn.say({ text: phrases.phoneKept(shown(card.phone)), asksForPhone: false });
  await proveByPhone(turn);
}

function shown(phone: string): string {
  return phone.startsWith('84') ? `0${phone.slice(2)}` : `+${phone}`;
}
