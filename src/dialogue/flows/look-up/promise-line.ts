import { localDate } from '../../../rules/working-time/local-date.ts';
import { keptInMonth } from '../../../store/promise-figures.ts';
import type { Turn } from '../../turn.ts';
import { wordsOf } from './context.ts';

/** How often a promise was kept this month; null for words that nothing times, and for too few cases to say. */
export async function promiseLine(
  turn: Turn,
  code: string,
  article: string,
  clause: string | null,
): Promise<string | null> {
  const { tx, at, zone } = turn.act;
  const figure = await keptInMonth(tx, { code, article, clause }, localDate(at, zone).slice(0, 7), zone);
  if (figure === null) return null;
  const { kept, broken } = figure;
  return wordsOf(turn).kept(Math.floor((100 * kept) / (kept + broken)), kept, kept + broken);
}
