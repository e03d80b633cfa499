import { pushEcho, pushReceipt } from './events.ts';
import type { Said } from './read-message.ts';
import type { OaMessage, User, World } from './world.ts';

/** Puts a message before the person, then posts its echo and, from a phone, that it arrived. Answers its id. */
export function say(world: World, user: User, said: Said): string {
  const message: OaMessage = { ...said, messageId: world.nextId(), at: world.now() };
  user.received.push(message);
  user.timeline.push({
    by: 'oa',
    messageId: message.messageId,
    at: message.at,
    type: historyTypes[message.kind],
    text: message.text,
    url: message.imageUrl,
    message,
  });
  user.unseen.push(message.messageId);
  for (const listener of user.listeners) listener();

  const msg_id = world.settings.echoIds === 'same' ? message.messageId : world.nextId();
  pushEcho(world, user, echoNames[message.kind], { msg_id, ...echoContent(message) });
  if (user.onMobile) pushReceipt(world, user, 'user_received_message', { msg_id: message.messageId });
  return message.messageId;
}

const historyTypes: Record<OaMessage['kind'], string> = {
  text: 'text',
  image: 'photo',
  gif: 'GIF',
  sticker: 'sticker',
  file: 'file',
  list: 'links',
  infoRequest: 'links',
  template: 'links',
};

const echoNames: Record<OaMessage['kind'], string> = {
  text: 'oa_send_text',
  image: 'oa_send_image',
  gif: 'oa_send_gif',
  sticker: 'oa_send_sticker',
  file: 'oa_send_file',
  list: 'oa_send_list',
  infoRequest: 'oa_send_template',
  template: 'oa_send_template',
};

function echoContent(message: OaMessage): Record<string, unknown> {
  const text = message.text === '' ? {} : { text: message.text };
  const quote = message.quotes === null ? {} : { quote_msg_id: message.quotes };
  const attachments = attachmentsOf(message);
  return { ...text, ...quote, ...(attachments.length === 0 ? {} : { attachments }) };
}

function attachmentsOf(message: OaMessage): readonly Record<string, unknown>[] {
  switch (message.kind) {
    case 'text':
      return [];
    case 'list':
      return message.elements.map(({ title, subtitle, imageUrl, action }) => {
        const payload = { thumbnail: imageUrl ?? '', description: subtitle, url: action?.payload ?? '', title };
        return { type: 'link', payload };
      });
    case 'infoRequest':
    case 'template':
      return [{ type: 'template', payload: { zinstant_id: message.messageId, text: message.text, link_url: '' } }];
    case 'file':
      return [{ type: 'file', payload: { name: message.file?.name, size: String(message.file?.bytes.length) } }];
    default:
      return [{ type: message.kind, payload: { thumbnail: message.imageUrl ?? '', url: message.imageUrl ?? '' } }];
  }
}
