import type { Call } from './fixtures.ts';
import { cases, type World } from './world.ts';

const nobody = { id: 987_654_321 };
const path = { reference: cases.second };
const words = { code: 'giay-to', title: 'Giấy tờ còn thiếu', body: 'Kính gửi {enterprise}', unitId: null };

/** What officers keep beside their cases. */
export const deskToolFixtures: Record<string, (world: World) => Call> = {
  'PUT /cases/{reference}/drafts/{mode}': () => ({
    as: 'hoa',
    path: { ...path, mode: 'reply' },
    body: { text: 'Mời anh/chị', seenEventOrdinal: 2 },
    // A mode that there is not makes it malformed before anybody looks for the case.
    unknown: 400,
  }),
  'GET /cases/{reference}/beside': () => ({ as: 'lan', path }),
  'POST /cases/{reference}/drafts/taking': ({ desk }) => ({
    as: 'lan',
    path,
    body: { officerId: desk.organisation.officers.hoa.id },
  }),
  'PUT /cases/{reference}/reading': () => ({ as: 'lan', path, body: { isRead: true } }),
  'PUT /cases/{reference}/presence': () => ({ as: 'lan', path, body: { activity: 'viewing' } }),
  'GET /case-marks': () => ({ as: 'hoa', query: { references: `${cases.second},${cases.issue}` } }),
  'POST /canned-replies': () => ({ body: words, keep: 'cannedReply' }),
  'GET /canned-replies': () => ({ as: 'lan' }),
  'PUT /canned-replies/{id}': ({ ids }) => ({ path: { id: ids.cannedReply ?? 0 }, body: { ...words, title: 'Khác' } }),
  'DELETE /canned-replies/{id}': ({ ids }) => ({ path: { id: ids.cannedReply ?? 0 } }),
  'POST /saved-filters': () => ({
    as: 'hoa',
    body: { name: 'Quá hạn', filter: { box: 'all', overdue: true }, isShared: true },
    keep: 'savedFilter',
  }),
  'GET /saved-filters': () => ({ as: 'lan' }),
  'DELETE /saved-filters/{id}': ({ ids }) => ({ as: 'hoa', path: { id: ids.savedFilter ?? nobody.id } }),
  'POST /bulk-deeds': () => ({
    as: 'hoa',
    body: { references: [cases.second], deed: { kind: 'mark', isRead: true } },
  }),
  'GET /search': () => ({ as: 'lan', query: { q: 'giam sat' } }),
};
