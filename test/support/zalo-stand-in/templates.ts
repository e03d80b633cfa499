import { sent, userAt } from './consultation.ts';
import { type Fields, fieldsOf, refused, textOf } from './fields.ts';
import { dayOf, isNight } from './local-time.ts';
import { left, spend } from './quota.ts';
import type { Said } from './read-message.ts';
import { say } from './say.ts';
import type { Template } from './settings.ts';
import type { OaMessage, User, World } from './world.ts';

/** Carries out `/v3.0/oa/message/template`: a template to a user id, whenever the last interaction was. */
export function sendTemplateToUser(world: World, payload: Fields): Fields {
  const user = userAt(world, payload.user_id, 'user_id');
  const template = world.templates.get(textOf(payload.template_id, 'template_id'));
  if (template === undefined) throw refused(-201, 'template_id is invalid');
  if (!template.byUser) throw refused(-249, 'Template is not available by UID');
  if (user.refusesWith !== null) throw refused(user.refusesWith, 'User does not accept messages from this OA');
  const data = readData(template, payload.template_data, -201);
  return sent(world, user, say(world, user, asSaid(String(payload.template_id), data, null)), null);
}

/** Carries out `/message/template`: a template to a phone number. Sending it twice delivers it twice. */
export function sendTemplateToPhone(world: World, payload: Fields): Fields {
  const phone = String(payload.phone ?? '');
  if (!/^84\d{9}$/.test(phone)) throw refused(-108, 'Phone number is invalid');
  const template = world.templates.get(String(payload.template_id ?? ''));
  if (template === undefined) throw refused(-109, 'Template ID is invalid');
  const trackingId = payload.tracking_id;
  if (typeof trackingId !== 'string' || trackingId === '' || trackingId.length > 48) {
    throw refused(-132, 'Parameter tracking_id is invalid');
  }
  const data = readData(template, payload.template_data, -1122);
  const user = world.users.values().find((known) => known.phone === phone);
  if (user === undefined) throw refused(-118, 'Zalo account does not exist');
  if (user.refusesWith !== null) throw refused(-139, 'User refused to receive this type of message');
  if (!template.atNight && isNight(world.now())) throw refused(-133, 'Message is not allowed at night');
  const total = world.settings.templatesPerDay;
  const remaining = spend(world, `templates ${dayOf(world.now())}`, total, -144);

  const messageId = deliver(world, user, phone, { id: String(payload.template_id), data, trackingId });
  return {
    msg_id: messageId,
    sent_time: String(world.now()),
    sending_mode: String(payload.sending_mode ?? '1'),
    ...(world.settings.quotaFields === 'none'
      ? {}
      : { quota: { dailyQuota: String(total), remainingQuota: String(remaining) } }),
  };
}

function deliver(
  world: World,
  user: User,
  phone: string,
  { id, data, trackingId }: { id: string; data: Fields; trackingId: string },
): string {
  const messageId = world.nextId();
  const message: OaMessage = { ...asSaid(id, data, trackingId), messageId, at: world.now() };
  user.received.push(message);
  user.timeline.push({ by: 'oa', messageId, at: message.at, type: 'links', text: message.text, url: null, message });
  world.templateMessages.set(messageId, { messageId, user, trackingId, sentAt: message.at });
  for (const listener of user.listeners) listener();
  if (user.onMobile) pushArrival(world, phone, messageId, trackingId);
  return messageId;
}

function pushArrival(world: World, phone: string, messageId: string, trackingId: string): void {
  const message = {
    delivery_time: String(world.now()),
    msg_id: messageId,
    tracking_id: trackingId,
    receiver_device: 'mobile',
  };
  const roles = { sender: { id: world.account.oaId }, recipient: { id: phone } };
  const event = { event_name: 'user_received_message', ...roles, message };
  world.webhook.push(phone, event, { template: true });
}

/** Carries out `/message/status`: 1 once the message arrived on a phone. */
export function templateStatus(world: World, payload: Fields): Fields {
  const message = world.templateMessages.get(String(payload.message_id ?? ''));
  if (message === undefined) throw refused(-107, 'Message ID is invalid');
  const arrived = message.user.onMobile;
  return { status: arrived ? 1 : 0, ...(arrived ? { delivery_time: String(message.sentAt) } : {}) };
}

/** Carries out `/message/quota`. */
export function templateQuota(world: World): Fields {
  const total = world.settings.templatesPerDay;
  return {
    dailyQuota: String(total),
    remainingQuota: String(left(world, `templates ${dayOf(world.now())}`, total)),
  };
}

function readData(template: Template, value: unknown, code: number): Fields {
  const data = fieldsOf(value ?? {}, 'template_data');
  const missing = template.params.find((name) => data[name] === undefined || data[name] === '');
  if (missing !== undefined) throw refused(code, `Template data ${missing} is missing`);
  return data;
}

function asSaid(id: string, data: Fields, trackingId: string | null): Said {
  const text = Object.entries(data).map(([name, value]) => `${name}: ${String(value)}`);
  return {
    kind: 'template',
    text: text.join('\n'),
    buttons: [],
    elements: [],
    imageUrl: null,
    file: null,
    quotes: null,
    template: { id, data, trackingId },
  };
}
