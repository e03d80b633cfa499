import { parseJson } from '../json.ts';
import { fieldsOf, idOf, isFields, textOf } from '../read.ts';

/**
 * Whether this is the console trying the address rather than an event: an unsigned empty body or `{}` when the address
 * is saved, a signed sample with made-up ids when the check button is pressed. Both want HTTP 200 and nothing else; it
 * says nothing about authenticity.
 */
export function isProbe(rawBody: Uint8Array, header: string | null | undefined): boolean {
  const text = new TextDecoder().decode(rawBody).trim();
  const isUnsigned = header === null || header === undefined || header.trim() === '';
  if (text === '') return isUnsigned;

  const body = parseJson(text);
  if (!isFields(body)) return false;
  if (Object.keys(body).length === 0) return isUnsigned;

  const isSample = textOf(fieldsOf(body.message).msg_id) === 'This is message id';
  const sender = idOf(fieldsOf(body.sender).id) ?? '';
  const recipient = idOf(fieldsOf(body.recipient).id) ?? '';
  return !isUnsigned && isSample && /^1+$/.test(sender) && /^2+$/.test(recipient);
}
