import type { Call } from './fixtures.ts';
import type { World } from './world.ts';
import { proposedFile } from './world-of-promises.ts';

const file = { name: 'PL11.md', contentBase64: proposedFile.toString('base64') };
const rows = [
  { level: 'article', number: '1', heading: 'Giờ', chapter: null, text: '' },
  { level: 'clause', number: '1', heading: '', chapter: null, text: 'Đến 17 giờ 30.' },
];

/** The operations about appendices, in the order in which a version comes into being. */
export const libraryFixtures: Record<string, (world: World) => Call> = {
  'GET /appendices': () => ({ filled: '' }),
  'GET /appendices/{code}': () => ({ path: { code: 'PL01' }, filled: 'articles' }),
  'GET /appendices/{code}/versions': () => ({ path: { code: 'PL06' }, unknown: 200, filled: '' }),
  'GET /appendices/{code}/changes': ({ ids }) => ({
    path: { code: 'PL06' },
    query: { from: String(ids.versionBefore), to: String(ids.versionAfter) },
    filled: 'changes',
  }),
  'GET /appendices/search': () => ({ query: { q: 'thời hạn trả lời' }, filled: 'items' }),
  'GET /look-ups': () => ({ as: 'administrator', filled: 'unanswered' }),
  'POST /look-ups/questions': () => ({
    as: 'administrator',
    body: { tokens: 'thoi han', question: 'Thời hạn trả lời là bao lâu?', address: null, accepted: false },
  }),
  'GET /promises': () => ({ as: 'leader', filled: 'items' }),
  'GET /appendix-changes': () => ({ query: { since: '2026-01-01' }, filled: '' }),
  'POST /appendix-readings': () => ({ as: 'administrator', body: file, filled: 'rows' }),
  'POST /appendix-drafts': () => ({ as: 'administrator', body: file, keep: 'draft' }),
  'GET /appendix-drafts': () => ({ as: 'administrator', filled: '' }),
  'GET /appendix-drafts/{id}': ({ ids }) => ({ as: 'administrator', path: { id: ids.draft ?? 0 }, filled: 'rows' }),
  'PUT /appendix-drafts/{id}': ({ ids }) => ({
    as: 'administrator',
    path: { id: ids.draft ?? 0 },
    body: {
      revision: 1,
      description: { code: 'PL11', title: 'Hội chợ', version: '2026', effectiveFrom: '2026-04-01', status: 'signed' },
      preamble: '',
      rows,
      fates: [],
    },
  }),
  'POST /appendix-drafts/{id}/publication': ({ ids }) => ({
    as: 'second',
    path: { id: ids.draft ?? 0 },
    body: { revision: 2 },
  }),
  'POST /appendix-drafts/{id}/withdrawal': ({ ids }) => ({
    as: 'administrator',
    path: { id: ids.withdrawableDraft ?? 0 },
  }),
};
