import { NotPermitted } from '../../errors.ts';
import type { Level } from '../../rules/case/words.ts';
import { maySeeFigures } from '../../rules/visibility/may-see-figures.ts';
import { type CaseCardRow, caseCards, openClocks, type Sight } from '../../store/case-lists.ts';
import type { Db } from '../../store/database.ts';
import { type LevelAlert, levelAlerts, wallCounts } from '../../store/wall.ts';

export interface WallColumn {
  level: Level;
  count: number;
  cards: { card: CaseCardRow; clocks: Awaited<ReturnType<typeof openClocks>>; alert: LevelAlert | null }[];
}

const levels: readonly Level[] = [1, 2, 3, 4];
// More than a manager walks through; the heading opens all of them in the inbox.
const mostCards = 40;

/** The cases that are late or were raised, by level, what is due next first. Each level shows so many and counts all. */
export async function wall(db: Db, sight: Sight, now: Date): Promise<WallColumn[]> {
  if (!maySeeFigures(sight)) throw new NotPermitted('xem bảng chuyển cấp');
  const page = { after: null, limit: mostCards, now };
  const [counts, ...columns] = await Promise.all([
    wallCounts(db, sight, now),
    ...levels.map((level) => caseCards(db, sight, { ...wallFilter(level), box: 'all' }, page)),
  ]);
  const ids = columns.flatMap((cards) => cards.map(({ row }) => row.id));
  const [clocks, alerts] = await Promise.all([openClocks(db, ids), levelAlerts(db, ids)]);
  return levels.map((level, place) => ({
    level,
    count: counts.get(level) ?? 0,
    cards: (columns[place] ?? []).map((card) => ({
      card,
      clocks: clocks.filter(({ caseId }) => caseId === card.row.id),
      alert: alerts.find(({ caseId }) => caseId === card.row.id) ?? null,
    })),
  }));
}

/** What the inbox is asked for to show the same as a column. */
export function wallFilter(level: Level) {
  return level === 1 ? { level, unresolved: true, overdue: true } : { level, unresolved: true };
}
