import { defaultPolicies } from '../../../src/rules/escalation/defaults.ts';
import { deskToolFixtures } from './fixtures-of-desk-tools.ts';
import { figureFixtures } from './fixtures-of-figures.ts';
import { libraryFixtures } from './fixtures-of-library.ts';
import { ratingFixtures } from './fixtures-of-ratings.ts';
import { cases, type World } from './world.ts';

export interface Call {
  /** A program where nobody is named. */
  as?: keyof World['callers'];
  path?: Record<string, string | number>;
  query?: Record<string, string>;
  body?: unknown;
  /** The refusal to expect, where there is nothing to succeed with. */
  refused?: number;
  /** What an unknown id is answered with, where that is no refusal. */
  unknown?: number;
  /** Which list of the answer must have something in it: an empty one says little; `''` is the answer itself. */
  filled?: string;
  /** Under which name the id of the answer is kept for later calls. */
  keep?: string;
}

type Fixture = (world: World) => Call;

const nothing: Fixture = () => ({});
const today = '2026-03-06';
const tomorrow = '2026-03-07';
const issue = { reference: cases.issue };
const question = { reference: cases.question };

/** One valid call of every operation, in an order in which each finds what it needs. */
export const fixtures: Record<string, Fixture> = {
  'GET /session': () => ({ as: 'lan' }),
  'GET /officers': nothing,
  'POST /me/link-codes': () => ({ as: 'lan' }),
  'GET /me/account': () => ({ as: 'lan', filled: 'sessions' }),
  'DELETE /me/sessions/{id}': () => ({ as: 'lan', path: { id: 'khong-co' }, refused: 404 }),
  'POST /me/sessions/revocation': () => ({ as: 'lan' }),
  'POST /me/step-ups': () => ({ as: 'lan', body: { password: 'mật khẩu thử' } }),
  'POST /officers/{id}/invitations': () => ({ path: { id: 1 } }),
  'DELETE /officers/{id}/invitations': () => ({ path: { id: 999_999 }, refused: 404 }),
  'GET /officer-sign-ins': nothing,
  'POST /officers/{id}/sign-out': () => ({ path: { id: 999_999 }, refused: 404 }),
  'GET /me/chats': () => ({ as: 'lan' }),
  'POST /me/chats/{id}/trial': () => ({ as: 'lan', path: { id: 1 }, refused: 404 }),
  'DELETE /me/chats/{id}': () => ({ as: 'lan', path: { id: 1 }, refused: 404 }),
  'GET /cases': () => ({ query: { state: 'open', kind: 'issue', due: 'today', channel: 'telegram', limit: '1' } }),
  'GET /cases/counts': () => ({ as: 'hoa' }),
  'GET /cases/units': () => ({ as: 'hoa', filled: '' }),
  'GET /cases/{reference}': () => ({ path: issue }),
  'POST /cases/{reference}/notes': () => ({ as: 'hoa', path: issue, body: { text: 'Đã gọi cho cảng' } }),
  'POST /cases/{reference}/taking': () => ({ as: 'hoa', path: issue }),
  'POST /cases/{reference}/assignment': ({ desk }) => ({
    as: 'hoa',
    path: issue,
    body: { officerId: desk.organisation.officers.lan.id, reason: 'Nắm hồ sơ' },
  }),
  'POST /cases/{reference}/replies': () => ({ as: 'hoa', path: issue, body: { text: 'Mời anh/chị qua cổng' } }),
  'POST /cases/{reference}/awaited-result': () => ({ as: 'hoa', path: issue, body: { from: 'Kiểm định 2' } }),
  'POST /cases/{reference}/arrived-result': () => ({ as: 'hoa', path: issue }),
  'POST /cases/{reference}/interim-replies': () => ({
    as: 'hoa',
    path: issue,
    body: { text: 'Cần thêm thời gian', newDueAt: '2026-03-11T16:00:00+07:00' },
  }),
  'POST /cases/{reference}/raise': () => ({ as: 'hoa', path: issue, body: { reason: 'Vượt thẩm quyền' } }),
  'GET /receiving-units': () => ({ as: 'hoa' }),
  'POST /cases/{reference}/transfer': ({ desk }) => ({
    as: 'hoa',
    path: question,
    body: { unitId: desk.organisation.units.port1, reason: 'Hàng ở cảng 1' },
  }),
  'POST /cases/{reference}/resolution': () => ({ path: question }),
  'POST /cases/{reference}/merge': () => ({ path: { reference: cases.second }, body: { into: cases.issue } }),
  'GET /cases/{reference}/exclusions': () => ({ as: 'control', path: issue }),
  'POST /cases/{reference}/exclusions': ({ desk }) => ({
    as: 'control',
    path: issue,
    body: { officerId: desk.organisation.officers.minh.id, reason: 'Người thân của doanh nghiệp' },
  }),
  'POST /cases/{reference}/exclusions/{officerId}/lift-requests': ({ desk }) => ({
    as: 'control',
    path: { ...issue, officerId: desk.organisation.officers.minh.id },
    body: { reason: 'Nhầm người' },
  }),
  'POST /cases/{reference}/exclusions/{officerId}/lift-approvals': ({ desk }) => ({
    as: 'leader',
    path: { ...issue, officerId: desk.organisation.officers.minh.id },
  }),
  'GET /routing/trial': () => ({ as: 'administrator', query: { category: 'supervision_vasscm', office: '03TG' } }),
  'GET /routing/stranded': () => ({ as: 'administrator' }),
  'POST /messages/{id}/retry': ({ ids }) => ({ path: { id: ids.failed ?? 0 } }),
  'POST /messages/{id}/arrived': ({ ids }) => ({ path: { id: ids.unsure ?? 0 } }),
  'POST /messages/{id}/redaction': () => ({
    path: { id: 1 },
    body: { because: 'requested', withDescription: false },
  }),
  'GET /alerts': () => ({ as: 'lan' }),
  'POST /alerts/{id}/acknowledgement': ({ ids }) => ({ as: 'lan', path: { id: ids.alert ?? 0 } }),

  'GET /organisation/units': () => ({ query: { asOf: today } }),
  'POST /organisation/units': ({ desk }) => ({
    as: 'administrator',
    body: { code: 'R3-X', parentId: desk.organisation.units.root, name: 'Đội X', shortName: 'X', validFrom: today },
    keep: 'unit',
  }),
  'GET /organisation/units/{id}': ({ ids }) => ({ path: { id: ids.unit ?? 0 } }),
  'GET /organisation/units/{id}/leaning': ({ ids }) => ({ as: 'administrator', path: { id: ids.unit ?? 0 } }),
  'PATCH /organisation/units/{id}': ({ ids }) => ({
    as: 'administrator',
    path: { id: ids.unit ?? 0 },
    body: { validFrom: tomorrow, name: 'Đội X mới' },
  }),
  'POST /organisation/units/{id}/ending': ({ ids }) => ({
    as: 'administrator',
    path: { id: ids.unit ?? 0 },
    body: { validTo: '2026-03-20' },
  }),
  'GET /organisation/offices': nothing,
  'PUT /organisation/offices/{code}': ({ desk }) => ({
    as: 'administrator',
    path: { code: '03CC' },
    body: { unitId: desk.organisation.units.port3 },
  }),
  'GET /organisation/officers': () => ({ query: { limit: '2' } }),
  'POST /organisation/officers': ({ desk }) => ({
    as: 'administrator',
    body: {
      name: 'Ngô Văn Quyền',
      title: 'Công chức',
      email: 'quyen@haiquan.example',
      role: 'officer',
      unitId: desk.organisation.units.port3,
      validFrom: today,
    },
    keep: 'officer',
  }),
  'GET /organisation/officers/{id}': ({ ids }) => ({ path: { id: ids.officer ?? 0 } }),
  'PATCH /organisation/officers/{id}': ({ ids }) => ({
    as: 'administrator',
    path: { id: ids.officer ?? 0 },
    body: { name: 'Ngô Quyền' },
  }),
  'POST /organisation/officers/{id}/posts': ({ ids, desk }) => ({
    as: 'administrator',
    path: { id: ids.officer ?? 0 },
    body: { unitId: desk.organisation.units.port1, validFrom: tomorrow },
  }),
  'GET /organisation/duty-turns': nothing,
  'POST /organisation/duty-turns': ({ desk }) => ({
    as: 'administrator',
    body: {
      officerId: desk.organisation.officers.lan.id,
      fromAt: '2026-03-07T07:00:00+07:00',
      untilAt: '2026-03-07T19:00:00+07:00',
    },
    keep: 'turn',
  }),
  'POST /organisation/duty-weeks': ({ desk }) => ({
    as: 'administrator',
    body: { unitId: desk.organisation.units.port3, fromMonday: '2026-03-02', toMonday: '2026-03-09' },
  }),
  'DELETE /organisation/duty-turns/{id}': ({ ids }) => ({ as: 'administrator', path: { id: ids.turn ?? 0 } }),
  'GET /organisation/absences': nothing,
  'POST /organisation/absences': ({ desk }) => ({
    as: 'administrator',
    body: {
      officerId: desk.organisation.officers.minh.id,
      substituteId: desk.organisation.officers.dung.id,
      fromAt: '2026-03-06T00:00:00+07:00',
      untilAt: '2026-03-12T00:00:00+07:00',
      reason: 'Nghỉ phép',
    },
    keep: 'absence',
  }),
  'POST /organisation/absences/{id}/ending': ({ ids }) => ({ as: 'administrator', path: { id: ids.absence ?? 0 } }),
  'DELETE /organisation/absences/{id}': () => ({ as: 'administrator', path: { id: 987_654 }, refused: 404 }),
  'POST /organisation/officers/{id}/ending': ({ ids }) => ({
    as: 'administrator',
    path: { id: ids.officer ?? 0 },
    body: { validTo: '2026-03-20' },
  }),
  'GET /organisation/responsibilities': nothing,
  'POST /organisation/responsibilities': ({ desk }) => ({
    as: 'administrator',
    body: {
      precedence: 5,
      kind: 'issue',
      category: 'penalty',
      urgent: null,
      officeCode: null,
      unitId: desk.organisation.units.port1,
      note: 'Thử',
      validFrom: today,
    },
    keep: 'rule',
  }),
  'PATCH /organisation/responsibilities/{id}': ({ ids }) => ({
    as: 'administrator',
    path: { id: ids.rule ?? 0 },
    body: { validFrom: tomorrow, precedence: 6 },
  }),
  'POST /organisation/responsibilities/{id}/ending': () => ({
    as: 'administrator',
    path: { id: 1 },
    body: { validTo: '2026-03-20' },
  }),

  'GET /policies': nothing,
  'GET /policy-proposals': () => ({ as: 'administrator' }),
  'POST /policy-proposals': ({ desk }) => ({
    as: 'administrator',
    body: {
      replacesId: desk.organisation.policyIds[4],
      definition: { ...defaultPolicies[4], version: '2026-2' },
      validFrom: '2026-03-09',
    },
    keep: 'proposal',
  }),
  'GET /policy-proposals/{id}/preview': ({ ids }) => ({ as: 'administrator', path: { id: ids.proposal ?? 0 } }),
  'POST /policy-proposals/{id}/approval': ({ ids }) => ({ as: 'leader', path: { id: ids.proposal ?? 0 } }),
  'POST /policy-proposals/{id}/withdrawal': ({ ids }) => ({
    as: 'administrator',
    path: { id: ids.proposal ?? 0 },
    refused: 409,
  }),
  'GET /audit/status': () => ({ as: 'administrator' }),
  'POST /audit/checks': () => ({ as: 'administrator' }),
  'GET /audit/ledger': () => ({ as: 'administrator', query: { stream: 'organisation' } }),
  'GET /calendars': nothing,
  'GET /calendars/{id}': ({ desk }) => ({ path: { id: desk.organisation.calendarId } }),
  'GET /calendars/{id}/dated-days.csv': ({ desk }) => ({ path: { id: desk.organisation.calendarId } }),
  'GET /calendars/{id}/explain': ({ desk }) => ({
    path: { id: desk.organisation.calendarId },
    query: { start: '2026-03-06T09:00:00+07:00', minutes: '120' },
  }),
  'GET /calendars/{id}/preview': ({ desk }) => ({
    as: 'administrator',
    path: { id: desk.organisation.calendarId },
  }),
  'POST /calendars/import': () => ({
    as: 'administrator',
    body: { note: 'Thử', table: 'Ngày,Loại,Tên\n32/01/2026,nghỉ lễ,Tết\n' },
    refused: 422,
  }),
  'POST /calendars': () => ({ as: 'administrator', body: {}, refused: 400 }),
  'POST /calendars/{id}/approval': ({ desk }) => ({
    as: 'second',
    path: { id: desk.organisation.calendarId },
    refused: 409,
  }),
  'POST /calendars/{id}/rejection': ({ desk }) => ({
    as: 'second',
    path: { id: desk.organisation.calendarId },
    body: { because: 'Sai ngày' },
    refused: 409,
  }),
  'GET /warnings': nothing,
  'GET /channels': nothing,
  'GET /troubles': nothing,
  'POST /troubles/retry': () => ({ body: { problem: 'không có vấn đề nào như thế' } }),
  'POST /deliveries/{id}/retry': ({ ids }) => ({ path: { id: ids.delivery ?? 0 } }),

  'POST /enterprise-codes': ({ enterprise }) => ({ body: { taxCodes: [enterprise.taxCode] } }),
  'POST /enterprise-codes/{id}/revocation': () => ({ path: { id: 1 } }),
  'GET /enterprises': () => ({ query: { q: 'Sao', limit: '1' } }),
  'GET /enterprises/{taxCode}': ({ enterprise: { taxCode } }) => ({ path: { taxCode } }),
  'GET /enterprises/{taxCode}/agreements': ({ enterprise: { taxCode } }) => ({ path: { taxCode } }),
  'GET /enterprises/{taxCode}/links': ({ enterprise: { taxCode } }) => ({ path: { taxCode } }),
  'PUT /enterprises/{taxCode}/sharing': ({ enterprise: { taxCode } }) => ({
    path: { taxCode },
    body: { sharesCases: true },
  }),
  'GET /link-requests': nothing,
  'POST /link-requests/{id}/approval': ({ ids }) => ({
    path: { id: ids.firstRequest ?? 0 },
    body: { role: 'staff', validUntil: null },
  }),
  'POST /link-requests/{id}/refusal': ({ ids }) => ({
    path: { id: ids.secondRequest ?? 0 },
    body: { because: 'Giấy tờ không rõ' },
  }),
  'POST /links/{id}/revocation': ({ ids }) => ({ path: { id: ids.link ?? 0 } }),
  'POST /declarations': ({ enterprise }) => ({
    body: {
      items: [
        {
          number: '107705060720',
          taxCode: enterprise.taxCode,
          registeredAt: '2026-03-05T08:00:00+07:00',
          steps: [{ step: 'documentCheck', at: '2026-03-05T09:00:00+07:00' }],
        },
      ],
    },
  }),
  'GET /declarations': ({ enterprise }) => ({ query: { taxCode: enterprise.taxCode, limit: '1' } }),
  'GET /import-templates/{noun}': () => ({ path: { noun: 'declarations' }, unknown: 400 }),
  'POST /imports': () => ({
    as: 'administrator',
    query: { noun: 'enterprises', name: 'doanh nghiệp.csv' },
    body: 'Mã số thuế,Tên doanh nghiệp',
    keep: 'import',
  }),
  'GET /imports': () => ({ filled: 'items' }),
  'GET /imports/{id}': ({ ids }) => ({ path: { id: ids.import ?? 0 } }),
  // It is still being read: nobody works on jobs here.
  'PUT /imports/{id}/columns': ({ ids }) => ({ path: { id: ids.import ?? 0 }, body: { columns: null }, refused: 409 }),
  'POST /imports/{id}/start': ({ ids }) => ({ path: { id: ids.import ?? 0 }, refused: 409 }),
  'GET /imports/{id}/rejected-rows': ({ ids }) => ({ path: { id: ids.import ?? 0 }, refused: 404 }),
  'POST /imports/{id}/discarding': ({ ids }) => ({ path: { id: ids.import ?? 0 } }),
  'GET /declarations/{number}': () => ({ path: { number: '107705060720' } }),

  'GET /api-keys': nothing,
  'POST /api-keys': () => ({
    as: 'administrator',
    body: { name: 'Thống kê', scopes: ['cases:read'] },
    keep: 'key',
  }),
  'POST /api-keys/{id}/revocation': ({ ids }) => ({ as: 'administrator', path: { id: ids.key ?? 0 } }),
  'GET /data-requests': nothing,
  'GET /retention': nothing,
  'POST /retention/changes': () => ({
    as: 'administrator',
    body: { what: 'inboxPayloads', days: 14, basis: 'Đủ để xử lý lại' },
  }),
  'POST /retention/proposals/{id}/approval': () => ({ as: 'second', path: { id: 1 } }),
  'POST /retention/proposals/{id}/withdrawal': () => ({ as: 'administrator', path: { id: 1 }, refused: 409 }),
  ...deskToolFixtures,
  ...figureFixtures,
  ...libraryFixtures,
  ...ratingFixtures,
};
