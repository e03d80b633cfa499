import type { PageEnd } from '../store/case-lists.ts';
import { HttpProblem } from './problems.ts';

/** Where a page ended, as an opaque text. */
export function cursorOf({ nextDueAt, id }: PageEnd): string {
  return Buffer.from(`${nextDueAt?.toISOString() ?? ''}|${id}`).toString('base64url');
}

/** Refuses what we did not make. */
export function readCursor(text: string | undefined): PageEnd | null {
  if (text === undefined) return null;
  const [due, id, ...rest] = Buffer.from(text, 'base64url').toString().split('|');
  const nextDueAt = due === '' || due === undefined ? null : new Date(due);
  const key = Number(id);
  if (rest.length > 0 || !Number.isSafeInteger(key) || key <= 0 || Number.isNaN(nextDueAt?.getTime()))
    throw new HttpProblem(400, 'malformed', 'Con trỏ trang không hợp lệ. (The cursor is not valid.)');
  return { nextDueAt, id: key };
}
