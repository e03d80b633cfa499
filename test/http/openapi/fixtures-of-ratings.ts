import type { Call } from './fixtures.ts';
import { cases, type World } from './world.ts';

const month = { from: '2026-02-01', to: '2026-02-28' };
const path = { reference: cases.verification };
// The only one that was ordered.
const action = { id: 1 };

/** The operations about ratings and what follows from a low one, in the order in which it follows. */
export const ratingFixtures: Record<string, (world: World) => Call> = {
  'GET /notices': () => ({ as: 'hoa', filled: '' }),
  'GET /verifications': () => ({ as: 'control', filled: 'items' }),
  'GET /verifications/funnel': () => ({ as: 'control', filled: 'stages' }),
  'GET /cases/{reference}/verification': () => ({ as: 'control', path }),
  'POST /cases/{reference}/verification/outcome': () => ({
    as: 'control',
    path,
    body: { outcome: 'unclear', finding: 'Chưa đủ căn cứ', told: 'Chưa đủ căn cứ để kết luận' },
  }),
  'POST /cases/{reference}/verification/actions': ({ desk }) => ({
    as: 'control',
    path,
    body: { what: 'Nhắc nhở', ownerId: desk.organisation.officers.hoa.id, dueOn: '2026-03-20', checkAfterDays: 30 },
    filled: 'actions',
  }),
  'GET /corrective-actions': () => ({ as: 'hoa', filled: '' }),
  'POST /corrective-actions/{id}/completion': () => ({ as: 'hoa', path: action, body: { note: 'Đã làm' } }),
  'POST /cases/{reference}/verification/actions/{id}/check': () => ({
    as: 'control',
    path: { ...path, ...action },
    body: { isEffective: true, note: 'Đã kiểm tra' },
    filled: 'actions',
  }),
  'GET /ratings/summary': () => ({ query: month }),
  'GET /ratings/breakdown': () => ({ as: 'leader', query: { ...month, by: 'unit' }, filled: 'rows' }),
  'GET /ratings/breakdown.csv': () => ({ as: 'leader', query: { ...month, by: 'unit' } }),
  'GET /ratings/flags': () => ({ as: 'control', filled: '' }),
  'GET /ratings/me': () => ({ as: 'lan', query: month }),
  'GET /ratings/public/{month}': () => ({ path: { month: '2026-02' }, filled: 'rows' }),
  'POST /ratings/flags/{id}/confirmation': ({ ids }) => ({
    as: 'control',
    path: { id: ids.firstFlag ?? 0 },
    body: { note: 'Đúng' },
  }),
  'POST /ratings/flags/{id}/dismissal': ({ ids }) => ({
    as: 'control',
    path: { id: ids.secondFlag ?? 0 },
    body: { note: 'Sai' },
  }),
};
