import { normalizePhone } from '../phone.ts';
import type { Button, ButtonAction, ListElement, ListMessage, OutgoingMessage } from './outgoing.ts';

/** What the platform accepts. Text is counted in UTF-16 units after NFC, the strictest reading of "characters". */
export const oaLimits = {
  textLength: 2000,
  buttons: 5,
  titleLength: 100,
  subtitleLength: 500,
  queryLength: 1000,
  smsLength: 160,
  listElements: 5,
} as const;

/** Why the platform would refuse this message, or undefined when it keeps every known limit. */
export function problemWith(message: OutgoingMessage): string | undefined {
  switch (message.kind) {
    case 'text':
      return (
        problemOfText(message.text) ?? problemOfButtons(message.buttons) ?? blank('quoted id', message.quotedMessageId)
      );
    case 'image':
      return problemOfImage(message.image) ?? problemOfCaption(message.caption);
    case 'gif':
      return (
        blank('attachment id', message.attachmentId) ?? problemOfSize(message) ?? problemOfCaption(message.caption)
      );
    case 'sticker':
      return blank('attachment id', message.attachmentId);
    case 'file':
      return blank('file token', message.token);
    case 'list':
      return problemOfList(message);
    case 'requestUserInfo':
      return problemOfElement(message, { needsSubtitle: true }) ?? blank('image address', message.imageUrl);
  }
}

export function problemOfText(text: string): string | undefined {
  return problemOfLength('text', text, oaLimits.textLength);
}

function problemOfCaption(caption: string | undefined): string | undefined {
  return caption === undefined ? undefined : problemOfLength('caption', caption, oaLimits.textLength);
}

function problemOfImage(image: { url: string } | { attachmentId: string }): string | undefined {
  return 'url' in image ? problemOfUrl(image.url) : blank('attachment id', image.attachmentId);
}

function problemOfSize({ width, height }: { width: number; height: number }): string | undefined {
  const isSize = [width, height].every((side) => Number.isInteger(side) && side > 0);
  return isSize ? undefined : 'a GIF needs its width and height in whole pixels';
}

function problemOfList({ elements, buttons }: ListMessage): string | undefined {
  if (elements.length === 0 || elements.length > oaLimits.listElements) {
    return `a list has 1 to ${oaLimits.listElements} elements, not ${elements.length}`;
  }
  const [problem] = elements.flatMap(
    (element, index) => problemOfElement(element, { needsSubtitle: index === 0 }) ?? [],
  );
  return problem ?? problemOfButtons(buttons);
}

function problemOfElement(element: ListElement, { needsSubtitle }: { needsSubtitle: boolean }): string | undefined {
  const { title, subtitle, imageUrl, action } = element;
  return (
    problemOfLength('title', title, oaLimits.titleLength) ??
    (subtitle === undefined && !needsSubtitle
      ? undefined
      : problemOfLength('subtitle', subtitle ?? '', oaLimits.subtitleLength)) ??
    (imageUrl === undefined ? undefined : problemOfUrl(imageUrl)) ??
    (action === undefined ? undefined : problemOfAction(action))
  );
}

function problemOfButtons(buttons: readonly Button[] = []): string | undefined {
  if (buttons.length > oaLimits.buttons) return `${buttons.length} buttons are more than ${oaLimits.buttons}`;
  const [problem] = buttons.flatMap(
    ({ title, action, iconUrl }) =>
      problemOfLength('button title', title, oaLimits.titleLength) ??
      problemOfAction(action) ??
      (iconUrl === undefined ? [] : (problemOfUrl(iconUrl) ?? [])),
  );
  return problem;
}

function problemOfAction(action: ButtonAction): string | undefined {
  switch (action.do) {
    case 'open':
      return problemOfUrl(action.url);
    case 'say':
    case 'sayHidden':
      return problemOfLength('button payload', action.payload, oaLimits.queryLength);
    case 'sms':
      return problemOfPhone(action.phone) ?? problemOfLength('sms content', action.content, oaLimits.smsLength);
    case 'call':
      return problemOfPhone(action.phone);
  }
}

function problemOfPhone(phone: string): string | undefined {
  return normalizePhone(phone) === undefined ? 'the phone number is not Vietnamese' : undefined;
}

function problemOfUrl(url: string): string | undefined {
  return URL.parse(url)?.protocol === 'https:' ? undefined : 'an address is not https';
}

function problemOfLength(what: string, text: string, atMost: number): string | undefined {
  const { length } = text.normalize('NFC');
  if (text.trim() === '') return `the ${what} is empty`;
  return length > atMost ? `the ${what} has ${length} characters, more than ${atMost}` : undefined;
}

function blank(what: string, value: string | undefined): string | undefined {
  return value === '' ? `the ${what} is empty` : undefined;
}
