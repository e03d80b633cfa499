import { idOf, present, textOf } from '../read.ts';
import { type Delivered, idsIn, occurrence, type Parties, partiesOf, saidIn } from './delivered.ts';
import type { ChatEvent, OfPerson } from './events.ts';

/** Fields of an event about one person, or undefined when it names nobody. */
export function ofPerson(delivered: Delivered, { oaId, userId }: Parties): OfPerson | undefined {
  if (userId === undefined) return undefined;
  return { ...occurrence(delivered, oaId), userId, ...present({ userIdByApp: idOf(delivered.raw.user_id_by_app) }) };
}

export function readMessage(delivered: Delivered): ChatEvent | undefined {
  const person = ofPerson(delivered, partiesOf(delivered, 'personToAccount'));
  const said = saidIn(delivered);
  return person === undefined || said === undefined ? undefined : { kind: 'message', ...person, ...said };
}

export function readEcho(delivered: Delivered): ChatEvent | undefined {
  const person = ofPerson(delivered, partiesOf(delivered, 'accountToPerson'));
  const said = saidIn(delivered);
  if (person === undefined || said === undefined) return undefined;
  const sender = delivered.raw.sender;
  const adminId =
    typeof sender === 'object' && sender !== null && 'admin_id' in sender ? idOf(sender.admin_id) : undefined;
  return { kind: 'echo', ...person, ...said, ...present({ adminId }) };
}

export function readReceived(delivered: Delivered): ChatEvent | undefined {
  const person = ofPerson(delivered, partiesOf(delivered, 'accountToPerson'));
  const messageId = idOf(delivered.message.msg_id);
  return person === undefined || messageId === undefined ? undefined : { kind: 'received', ...person, messageId };
}

export function readSeen(delivered: Delivered): ChatEvent | undefined {
  const person = ofPerson(delivered, partiesOf(delivered, 'accountToPerson'));
  const { msg_ids: several, msg_id: one } = delivered.message;
  const messageIds = several === undefined ? idsIn([one]) : idsIn(several);
  return person === undefined || messageIds.length === 0 ? undefined : { kind: 'seen', ...person, messageIds };
}

export function readReaction(delivered: Delivered): ChatEvent | undefined {
  const by = delivered.name === 'oa_reacted_message' ? 'account' : 'person';
  const person = ofPerson(delivered, partiesOf(delivered, by === 'account' ? 'accountToPerson' : 'personToAccount'));
  const messageId = idOf(delivered.message.msg_id);
  if (person === undefined || messageId === undefined) return undefined;
  return { kind: 'reaction', ...person, by, messageId, ...present({ icon: textOf(delivered.message.react_icon) }) };
}
