import type { ChatSight } from '../../../rules/linking/chat-sight.ts';
import type { Represented } from '../../../rules/linking/represented.ts';
import { namedEnterprise } from '../../../rules/linking/represented.ts';
import { contactFacts } from '../../../store/conversations.ts';
import { chatSight, declarantAmong, representedBy } from '../../../store/represented.ts';
import type { Turn } from '../../turn.ts';

/** The enterprises that the person of this chat speaks for now. */
export async function represented({ act, contact }: Turn): Promise<readonly Represented[]> {
  return contact === null ? [] : representedBy(act.tx, contact.contactId, act.at);
}

/**
 * For whom a matter is, as far as its words say so: the only enterprise there is, or the one whose tax code or declaration
 * is named. Null for somebody who speaks for nobody, and where the person has to be asked.
 */
export async function enterpriseNamedIn(
  turn: Turn,
  said: { taxCode: string | null; declarationNo: string | null },
): Promise<number | null> {
  const own = await represented(turn);
  const ids = own.map(({ enterpriseId }) => enterpriseId);
  const declaration =
    said.declarationNo === null || own.length < 2 ? null : await declarantAmong(turn.act.tx, ids, said.declarationNo);
  return namedEnterprise(own, { taxCode: said.taxCode, declarant: declaration?.enterpriseId ?? null });
}

/** Which cases show themselves in this chat. */
export function sightOf({ act, conversation }: Turn): Promise<ChatSight> {
  return chatSight(act.tx, conversation.id, act.at);
}

/** Lets the rest of the turn know for whom the person acts, after that has changed. */
export async function knowContactAnew(turn: Turn): Promise<void> {
  if (turn.contact !== null) turn.contact = await contactFacts(turn.act.tx, turn.contact.contactId);
}
