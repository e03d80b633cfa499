import { Refusal } from '../telegram-stand-in/refusal.ts';

export type Fields = Record<string, unknown>;

/** A refusal of the Official Account's API; Zalo answers it with HTTP 200. */
export function refused(code: number, message: string): Refusal {
  return new Refusal(code, message);
}

export function invalid(field: string): Refusal {
  return refused(-201, `${field} is invalid`);
}

export function fieldsOf(value: unknown, field: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(field);
  return { ...value };
}

/** A text that must be there; longer than `longest` is beyond the limit. Ids that are numbers are refused. */
export function textOf(value: unknown, field: string, longest = Number.POSITIVE_INFINITY): string {
  if (typeof value !== 'string' || value.trim() === '' || !value.isWellFormed()) throw invalid(field);
  if (value.length > longest) throw refused(-210, `${field} exceeds the limit of ${longest} characters`);
  return value;
}

export function optionalText(value: unknown, field: string, longest?: number): string {
  return value === undefined || value === null || value === '' ? '' : textOf(value, field, longest);
}

export function listOf(value: unknown, field: string, least: number, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length < least || value.length > most) throw invalid(field);
  return value;
}

export function addressOf(value: unknown, field: string): string {
  const text = textOf(value, field);
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw invalid(field);
  return text;
}

/** The one `data` parameter in which Zalo's GET calls carry their arguments. */
export function queryData(payload: Fields): Fields {
  if (payload.data === undefined) return {};
  try {
    return fieldsOf(JSON.parse(String(payload.data)), 'data');
  } catch {
    throw invalid('data');
  }
}

export function count(value: unknown, otherwise: number, most: number, field: string): number {
  const number = Number(value ?? otherwise);
  if (!Number.isSafeInteger(number) || number < 0) throw invalid(field);
  if (number > most) throw refused(-210, `${field} exceeds the limit of ${most}`);
  return number;
}
