import type { Call } from '../http/call.ts';
import { mapResult, refusedBeforeSending, type ZaloResult } from '../result.ts';
import { problemWith } from './limits.ts';
import type { OutgoingMessage } from './outgoing.ts';
import { readSent, type Sent } from './sent.ts';
import { wireMessage } from './wire.ts';

/** The platform's icons; `/-remove` takes ours back. */
export type ReactionIcon = ':>' | '--b' | ':-((' | '/-strong' | '/-heart' | ':-h' | ':o' | '/-remove';

/** Sends a consultation message (tin tư vấn). Outside the seven-day window the platform refuses it. */
export async function send(call: Call, userId: string, message: OutgoingMessage): Promise<ZaloResult<Sent>> {
  const problem = userId === '' ? 'there is no recipient' : problemWith(message);
  if (problem !== undefined) return refusedBeforeSending(problem);

  const json = { recipient: { user_id: userId }, message: wireMessage(message) };
  const answer = await call({ method: 'POST', path: '/v3.0/oa/message/cs', json, repeatable: false });
  return mapResult(answer, readSent);
}

/** Puts an icon on a message of the person. Costs no quota; a message takes at most 50. */
export async function react(
  call: Call,
  userId: string,
  { messageId, icon }: { messageId: string; icon: ReactionIcon },
): Promise<ZaloResult<void>> {
  if (userId === '' || messageId === '') return refusedBeforeSending('a reaction needs a recipient and a message');
  const json = {
    recipient: { user_id: userId },
    sender_action: { react_icon: icon, react_message_id: messageId },
  };
  // A second icon is a blemish where a second message would be a fault.
  const answer = await call({ method: 'POST', path: '/v2.0/oa/message', json, repeatable: true });
  return mapResult(answer, () => undefined);
}

export interface UserTemplate {
  readonly templateId: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Sends an approved template to somebody known by user id, also when the consultation window is closed. */
export async function sendTemplate(call: Call, userId: string, template: UserTemplate): Promise<ZaloResult<Sent>> {
  if (userId === '' || template.templateId === '')
    return refusedBeforeSending('a template needs a recipient and an id');
  const json = { user_id: userId, template_id: template.templateId, template_data: template.data };
  const answer = await call({ method: 'POST', path: '/v3.0/oa/message/template', json, repeatable: false });
  return mapResult(answer, readSent);
}
