import { looksLikeCode, redeemLinkCode } from '../../../desk/organisation/link-chat.ts';
import { unlinkChat } from '../../../desk/organisation/unlink-chat.ts';
import { fold } from '../../../rules/identity/fold.ts';
import { officerChat } from '../../phrases/officer-chat.ts';
import type { Turn } from '../../turn.ts';
import type { OfficerTurn } from './officer-turn.ts';

const asked = /^\/(?:lienket\s+|start\s+lk_)([a-z0-9][a-z0-9 -]{4,30})$/u;

/**
 * The code of somebody who wants to link this chat: behind "/lienket", in the deep link's "/start lk_", or alone in a
 * chat that is nobody's yet. Null for anything else: ten letters in the middle of a matter are no code.
 */
export function linkCodeIn({
  text,
  conversation,
  state,
}: Pick<Turn, 'text' | 'conversation' | 'state'>): string | null {
  const typed = text.trim();
  const code = asked.exec(fold(typed))?.[1];
  if (code !== undefined) return code;
  const isNobodys = conversation.officerId === null && conversation.contactId === null;
  const isFree = state.at === 'idle' || state.at === 'consent';
  return isNobodys && isFree && looksLikeCode(typed) ? typed : null;
}

/** Binds this chat to the officer who was given the code. */
export async function linkOfficer(turn: Turn, code: string): Promise<void> {
  const { act, conversation } = turn;
  const { displayName } = turn.incoming.sender;
  const linking = await redeemLinkCode(act, { conversationId: conversation.id, code, displayName });
  switch (linking.outcome) {
    case 'linked':
      turn.go({ at: 'idle' });
      return turn.say({ text: officerChat.linked(linking.name) });
    case 'wrong':
      return turn.say({ text: officerChat.badCode });
    case 'tooManyFailures':
      return turn.say({ text: officerChat.tooManyCodes(linking.until, act.at, act.zone) });
    case 'speaksForEnterprise':
      return turn.say({ text: officerChat.speaksForEnterprise });
    case 'group':
      return turn.say({ text: officerChat.onlyPrivate });
  }
}

/** "/huylienket": the officer gives up this chat. */
export async function unlink(officer: OfficerTurn): Promise<void> {
  officer.ask({ about: 'nothing' });
  await unlinkChat(officer.act, { conversationId: officer.turn.conversation.id });
}
