import { HttpProblem } from './problems.ts';

/** Where a page ended, in whole numbers, as an opaque text. */
export function placeCursor(...place: readonly number[]): string {
  return Buffer.from(place.join('|')).toString('base64url');
}

/** The numbers of a cursor that has `count` of them; null without a cursor. Refuses what we did not make. */
export function readPlace(text: string | undefined, count: number): number[] | null {
  if (text === undefined) return null;
  const place = Buffer.from(text, 'base64url').toString().split('|').map(Number);
  if (place.length !== count || !place.every(Number.isSafeInteger))
    throw new HttpProblem(400, 'malformed', 'Con trỏ trang không hợp lệ. (The cursor is not valid.)');
  return place;
}

/** The page to answer of one row more than asked for: the further row only tells that there is a next page. */
export function cutPage<Row>(rows: readonly Row[], limit: number, placeOf: (row: Row) => readonly number[]) {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : placeCursor(...placeOf(last)) };
}
