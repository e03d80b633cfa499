import type { PageEnd } from '../store/case-order.ts';
import { HttpProblem } from './problems.ts';

/** Where a page ended, as an opaque text. */
export function cursorOf({ key, id }: PageEnd): string {
  return Buffer.from(`${key ?? ''}|${id}`).toString('base64url');
}

/** Refuses what we did not make. */
export function readCursor(text: string | undefined): PageEnd | null {
  if (text === undefined) return null;
  const [said, last, ...rest] = Buffer.from(text, 'base64url').toString().split('|');
  const key = said === '' || said === undefined ? null : Number(said);
  const id = Number(last);
  if (rest.length > 0 || !isPlace(id) || id <= 0 || (key !== null && !isPlace(key)))
    throw new HttpProblem(400, 'malformed', 'Con trỏ trang không hợp lệ. (The cursor is not valid.)');
  return { key, id };
}

// A Date holds 8.64e15 milliseconds and no more.
function isPlace(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) <= 8.64e15;
}
