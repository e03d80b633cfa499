import { idOf, present } from '../read.ts';
import { type Delivered, occurrence, partiesOf, saidIn } from './delivered.ts';
import type { AccountEvent, AnonymousEvent, GroupEvent } from './events.ts';

export function readAnonymous(delivered: Delivered): AnonymousEvent | undefined {
  const isEcho = delivered.name.startsWith('oa_');
  const { oaId, userId: anonymousId } = partiesOf(delivered, isEcho ? 'accountToPerson' : 'personToAccount');
  const said = saidIn(delivered);
  if (anonymousId === undefined || said === undefined) return undefined;
  const conversationId = idOf(delivered.message.conversation_id);
  const kind = isEcho ? 'anonymousEcho' : 'anonymousMessage';
  return { kind, ...occurrence(delivered, oaId), anonymousId, ...said, ...present({ conversationId }) };
}

/** In a group the recipient is the group, whoever speaks. */
export function readGroupMessage(delivered: Delivered): GroupEvent | undefined {
  const { name, senderId, recipientId: groupId } = delivered;
  const said = saidIn(delivered);
  if (senderId === undefined || groupId === undefined || said === undefined) return undefined;
  const kind = name.startsWith('oa_') ? 'groupEcho' : 'groupMessage';
  return { kind, ...occurrence(delivered), groupId, senderId, ...said };
}

export function readGroupChange(delivered: Delivered): GroupEvent {
  const groupId = idOf(delivered.raw.group_id) ?? delivered.recipientId;
  return { kind: 'groupChanged', ...occurrence(delivered), ...present({ groupId }), raw: delivered.raw };
}

export function readPermissionRevoked(delivered: Delivered): AccountEvent {
  return { kind: 'permissionRevoked', ...occurrence(delivered), raw: delivered.raw };
}

export function readExtensionPurchased(delivered: Delivered): AccountEvent {
  return { kind: 'extensionPurchased', ...occurrence(delivered), raw: delivered.raw };
}

export function readShopOrder(delivered: Delivered): AccountEvent {
  return { kind: 'shopOrder', ...occurrence(delivered), raw: delivered.raw };
}
