import { addressOf, fieldsOf, invalid, listOf, refused, textOf } from './fields.ts';
import type { Button } from './world.ts';

/** The buttons of a message: at most five, each of a known kind with its own payload. */
export function readButtons(value: unknown, field: string, least: 0 | 1): readonly Button[] {
  if (value === undefined && least === 0) return [];
  return listOf(value, field, least, 5).map((item, index) => readButton(item, `${field}[${index}]`));
}

function readButton(value: unknown, field: string): Button {
  const { title, type, payload } = fieldsOf(value, field);
  return { title: textOf(title, `${field}.title`, 100), ...readAct(type, payload, field) };
}

function readAct(type: unknown, payload: unknown, field: string): Pick<Button, 'type' | 'payload'> {
  switch (type) {
    case 'oa.open.url':
      return { type, payload: addressOf(fieldsOf(payload, `${field}.payload`).url, `${field}.payload.url`) };
    case 'oa.query.show':
    case 'oa.query.hide':
      return { type, payload: textOf(payload, `${field}.payload`, 1_000) };
    case 'oa.open.sms': {
      const { content, phone_code: phone } = fieldsOf(payload, `${field}.payload`);
      readPhone(phone, field);
      return { type, payload: textOf(content, `${field}.payload.content`, 160) };
    }
    case 'oa.open.phone':
      return { type, payload: readPhone(fieldsOf(payload, `${field}.payload`).phone_code, field) };
    default:
      throw refused(-233, `${field}.type is not supported`);
  }
}

/** What a row of a list does when it is tapped. Here, other than in a button, the address stands beside the type. */
export function readDefaultAction(value: unknown, title: string, field: string): Button | null {
  if (value === undefined || value === null) return null;
  const { type, url, payload } = fieldsOf(value, field);
  if (type === 'oa.open.url') return { title, type, payload: addressOf(url, `${field}.url`) };
  return { title, ...readAct(type, payload, field) };
}

function readPhone(value: unknown, field: string): string {
  const phone = textOf(value, `${field}.payload.phone_code`);
  if (!/^84\d{6,12}$/.test(phone)) throw invalid(`${field}.payload.phone_code`);
  return phone;
}
