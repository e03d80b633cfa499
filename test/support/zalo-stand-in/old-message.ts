import { userAt } from './consultation.ts';
import { pushEcho } from './events.ts';
import { type Fields, fieldsOf, invalid, refused, textOf } from './fields.ts';
import type { World } from './world.ts';

const icons = [':>', '--b', ':-((', '/-strong', '/-heart', ':-h', ':o', '/-remove'];

/** Carries out `/v2.0/oa/message`, of which only reactions are left for users. */
export function sendOldMessage(world: World, payload: Fields): Fields {
  if (payload.sender_action === undefined) throw refused(-240, 'MessageV2 API has been shut down');
  const user = userAt(world, fieldsOf(payload.recipient, 'recipient').user_id, 'recipient.user_id');
  const { react_icon, react_message_id } = fieldsOf(payload.sender_action, 'sender_action');
  const icon = textOf(react_icon, 'react_icon');
  const messageId = textOf(react_message_id, 'react_message_id');
  if (!icons.includes(icon)) throw invalid('react_icon');
  if (!user.timeline.some((entry) => entry.messageId === messageId)) throw invalid('react_message_id');

  const earlier = user.reactions.get(messageId) ?? [];
  if (icon !== '/-remove' && earlier.length >= 50) throw refused(-210, 'reactions exceed the limit of 50');
  user.reactions.set(messageId, icon === '/-remove' ? [] : [...earlier, icon]);
  pushEcho(world, user, 'oa_reacted_message', { msg_id: messageId, react_icon: icon });
  return { message_id: world.nextId(), user_id: user.id };
}
