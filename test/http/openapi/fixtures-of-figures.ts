import type { Call } from './fixtures.ts';
import { cases, type World } from './world.ts';

const nothing = (): Call => ({ as: 'leader' });
const week = { from: '2026-03-01', to: '2026-03-06' };

/** Calls of what managers read and of the language model. */
export const figureFixtures: Record<string, (world: World) => Call> = {
  'GET /today': nothing,
  'GET /wall': nothing,
  'GET /compliance': () => ({ as: 'leader', query: week }),
  'GET /compliance/accuracy': nothing,
  'GET /exports/cases': nothing,
  'GET /exports/wall': nothing,
  'GET /exports/today': nothing,
  'GET /exports/compliance': () => ({ as: 'leader', query: week }),
  'GET /exports/ratings': () => ({ as: 'leader', query: { ...week, by: 'unit' } }),
  // Looks are written beside the answers, a moment later.
  'GET /oversight/views': () => ({ as: 'control' }),
  'GET /oversight/viewed-cases': () => ({ as: 'control' }),
  'GET /oversight/viewers': () => ({ as: 'control' }),
  'GET /oversight/views.xlsx': () => ({ as: 'control' }),
  'GET /permissions': () => ({ as: 'control', filled: 'acts' }),
  'GET /assistant/figures': () => ({ as: 'administrator' }),
  'POST /cases/{reference}/drafts': () => ({ as: 'hoa', path: { reference: cases.second }, body: {} }),
  'POST /cases/{reference}/translations': () => ({
    as: 'hoa',
    path: { reference: cases.second },
    body: { text: 'Mời anh/chị qua cổng' },
  }),
};
