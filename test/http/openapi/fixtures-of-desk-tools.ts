import type { Call } from './fixtures.ts';
import { cases, type World } from './world.ts';

const nobody = { id: 987_654_321 };
const path = { reference: cases.second };
const words = { code: 'giay-to', title: 'Giấy tờ còn thiếu', body: 'Kính gửi {enterprise}', unitId: null };
const label = { name: 'Hàng dễ hỏng', colour: 'orange', unitId: null };

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
  'GET /cases/{reference}/colleagues': () => ({ as: 'lan', path, filled: '' }),
  'PUT /cases/{reference}/watching': () => ({ as: 'lan', path, body: { isWatching: true } }),
  'GET /cases/{reference}/watchers': () => ({ as: 'lan', path, filled: 'watchers' }),
  'GET /me/watching': () => ({ as: 'lan', filled: 'watched' }),
  'GET /cases/{reference}/outlook': () => ({ as: 'lan', path }),
  // Whatever is sent are the bytes of the file.
  'POST /cases/{reference}/files': () => ({
    as: 'lan',
    path,
    query: { name: 'ghi-chu.txt', mode: 'note' },
    body: 'Nội dung của tệp',
    keep: 'chosenFile',
  }),
  'DELETE /cases/{reference}/files/{id}': ({ ids }) => ({ as: 'lan', path: { ...path, id: ids.chosenFile ?? 0 } }),
  'PUT /cases/{reference}/presence': () => ({ as: 'lan', path, body: { activity: 'viewing' } }),
  'GET /case-marks': () => ({ as: 'hoa', query: { references: `${cases.second},${cases.issue}` } }),
  'POST /canned-replies': () => ({ body: words, keep: 'cannedReply' }),
  'GET /canned-replies': () => ({ as: 'lan' }),
  'PUT /canned-replies/{id}': ({ ids }) => ({ path: { id: ids.cannedReply ?? 0 }, body: { ...words, title: 'Khác' } }),
  'DELETE /canned-replies/{id}': ({ ids }) => ({ path: { id: ids.cannedReply ?? 0 } }),
  'POST /labels': () => ({ body: label, keep: 'label' }),
  'GET /labels': () => ({ as: 'lan', filled: '' }),
  'PUT /labels/{id}': ({ ids }) => ({ path: { id: ids.label ?? 0 }, body: { ...label, colour: 'red' } }),
  'PUT /cases/{reference}/labels/{id}': ({ ids }) => ({ as: 'lan', path: { ...path, id: ids.label ?? 0 } }),
  'DELETE /cases/{reference}/labels/{id}': ({ ids }) => ({ as: 'lan', path: { ...path, id: ids.label ?? 0 } }),
  'DELETE /labels/{id}': ({ ids }) => ({ path: { id: ids.label ?? 0 } }),
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
  'GET /cases/{reference}/understanding': () => ({ as: 'lan', path }),
  // The other one has been merged by then, and is worked on no longer.
  'POST /cases/{reference}/understanding': () => ({
    as: 'hoa',
    path: { reference: cases.issue },
    body: { category: 'supervision_vasscm' },
  }),
  'PUT /cases/{reference}/reminder': () => ({
    as: 'lan',
    path,
    body: { remindAt: '2026-03-09T08:00:00+07:00', note: 'Gọi lại' },
  }),
  'GET /case-reminders': () => ({ as: 'lan', filled: '' }),
  'DELETE /cases/{reference}/reminder': () => ({ as: 'lan', path }),
  'GET /search': () => ({ as: 'lan', query: { q: 'giam sat' } }),
};
