import { normalizePhone } from '../phone.ts';
import { present } from '../read.ts';
import type { Button, ButtonAction, ListElement, OutgoingMessage } from './outgoing.ts';

/** The `message` of a request, in the platform's shape. Text goes out in NFC, the form its length is counted in. */
export function wireMessage(message: OutgoingMessage): object {
  switch (message.kind) {
    case 'text':
      return present({
        text: message.text.normalize('NFC'),
        // Buttons under a text come without a `template_type`.
        attachment: message.buttons?.length ? template({ buttons: message.buttons.map(wireButton) }) : undefined,
        quote_message_id: message.quotedMessageId,
      });
    case 'image': {
      const { image } = message;
      const source = 'url' in image ? { url: image.url } : { attachment_id: image.attachmentId };
      return media({ media_type: 'image', ...source }, message.caption);
    }
    case 'gif': {
      const { attachmentId, width, height } = message;
      return media({ media_type: 'gif', attachment_id: attachmentId, width, height }, message.caption);
    }
    case 'sticker':
      return media({ media_type: 'sticker', attachment_id: message.attachmentId });
    case 'file':
      return { attachment: { type: 'file', payload: { token: message.token } } };
    case 'list':
      return {
        attachment: template(
          present({
            template_type: 'list',
            elements: message.elements.map(wireElement),
            buttons: message.buttons?.length ? message.buttons.map(wireButton) : undefined,
          }),
        ),
      };
    case 'requestUserInfo':
      return { attachment: template({ template_type: 'request_user_info', elements: [wireElement(message)] }) };
  }
}

function template(payload: object): object {
  return { type: 'template', payload };
}

function media(element: object, caption?: string): object {
  return present({
    text: caption?.normalize('NFC'),
    attachment: template({ template_type: 'media', elements: [element] }),
  });
}

function wireElement({ title, subtitle, imageUrl, action }: ListElement): object {
  return present({
    title,
    subtitle,
    image_url: imageUrl,
    default_action: action === undefined ? undefined : wireDefaultAction(action),
  });
}

// The platform wants an element's link beside its type, and a button's link inside the payload.
function wireDefaultAction(action: ButtonAction): object {
  return action.do === 'open' ? { type: 'oa.open.url', url: action.url } : wireAction(action);
}

function wireButton({ title, action, iconUrl }: Button): object {
  return present({ title, ...wireAction(action), image_icon: iconUrl });
}

function wireAction(action: ButtonAction): object {
  switch (action.do) {
    case 'open':
      return { type: 'oa.open.url', payload: { url: action.url } };
    case 'say':
      return { type: 'oa.query.show', payload: action.payload };
    case 'sayHidden':
      return { type: 'oa.query.hide', payload: action.payload };
    case 'sms':
      return { type: 'oa.open.sms', payload: { content: action.content, phone_code: normalizePhone(action.phone) } };
    case 'call':
      return { type: 'oa.open.phone', payload: { phone_code: normalizePhone(action.phone) } };
  }
}
