import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { appeal } from '../../src/desk/ratings/verification/appeal.ts';
import { clearedDeclaration, rates } from '../desk/ratings/verification/low-rating.ts';
import { openDesk } from '../support/desk.ts';
import { type Caller, openWeb } from '../support/web.ts';

// Monday; the 24th is a holiday.
const monday = '2026-11-23T09:15:00+07:00';
const told = 'Việc kiểm tra hàng hóa chậm hơn thời hạn quy định. Chúng tôi xin lỗi Quý doanh nghiệp.';

test('through the API a low rating is decided, mended, looked at again and appealed, each step by whoever may', async () => {
  await using desk = await openDesk({ now: monday });
  await using web = await openWeb(desk);
  const { lan, tuan, hoa, minh, dung, leader, control, administrator } = desk.organisation.officers;
  const signIn = (officer: typeof lan) => web.signIn(officer);
  const [inspector, chief, head, rated] = [
    await signIn(control),
    await signIn(leader),
    await signIn(hoa),
    await signIn(lan),
  ];
  const others = [rated, await signIn(tuan), head, await signIn(minh), await signIn(dung), await signIn(administrator)];
  await clearedDeclaration(desk, {
    from: '2026-11-16T08:00:00+07:00',
    by: { documentCheck: lan, physicalInspection: tuan },
  });
  const reference = (await rates(desk, { level: 1, reasons: ['slow'] })).verification?.reference ?? '';
  const at = (path = '') => `/api/v1/cases/${reference}/verification${path}`;
  const verdict = { outcome: 'substantiated', finding: 'Kiểm tra hồ sơ 3 giờ, quá 1 giờ.', told };
  const action = { what: 'Bố trí đủ người buổi chiều', ownerId: hoa.id, dueOn: '2026-11-27', checkAfterDays: 30 };

  // Only who was given it knows of it and decides; a program that may read everything is nobody who decides.
  for (const other of others) {
    expect((await other.get(at())).status).toBe(404);
    expect((await write(other, at('/outcome'), verdict)).status).toBe(404);
    expect((await write(other, at('/actions'), action)).status).toBe(404);
    // Whoever follows none of them has no list of them either.
    expect((await other.get('/api/v1/verifications?box=all')).status).toBe(403);
  }
  expect((await web.stranger.get(at())).status).toBe(401);
  expect((await write(web.program, at('/outcome'), verdict)).status).toBe(403);
  expect((await inspector.get(at())).body).toMatchObject({
    mayDecide: true,
    mayOrder: false,
    outcome: null,
    actions: [],
    ratings: [
      {
        ...{ subject: 'việc làm thủ tục tờ khai', rated: { kind: 'declaration', name: null } },
        ...{ reasons: ['xử lý chậm'], reasonCodes: ['slow'] },
      },
    ],
  });
  expect((await write(inspector, at('/actions'), action)).body).toMatchObject({ code: 'notDecided' });
  expect(await write(inspector, at('/outcome'), { ...verdict, outcome: 'maybe' })).toMatchObject({ status: 400 });
  const naming = { ...verdict, told: 'Công chức Nguyễn Thị Lan đã làm chậm.' };
  expect(await write(inspector, at('/outcome'), naming)).toMatchObject({ status: 409 });

  const decided = await write(inspector, at('/outcome'), verdict, 'quyet-dinh-1');
  expect(decided).toMatchObject({
    status: 200,
    body: { outcome: { ...verdict, decidedBy: control.name }, mayOrder: true },
  });
  expect((await write(inspector, at('/outcome'), verdict, 'quyet-dinh-1')).body).toEqual(decided.body);
  expect(await write(inspector, at('/outcome'), verdict)).toMatchObject({
    status: 409,
    body: { code: 'alreadyDecided' },
  });

  // The officer who was rated mends nothing; the owner does what was ordered without reading why.
  const party = await write(inspector, at('/actions'), { ...action, ownerId: tuan.id });
  expect(party.body).toMatchObject({ code: 'conflictOfInterest' });
  const ordered = await write(inspector, at('/actions'), action);
  expect(ordered.body.actions).toMatchObject([{ ...withoutOwner(action), stage: 'open', owner: { id: hoa.id } }]);
  const [{ id = 0 } = {}] = ordered.body.actions as { id?: number }[];
  const mine = await head.get('/api/v1/corrective-actions');
  expect(mine.body).toMatchObject([{ id, what: action.what, stage: 'open', reference: null, checkedBy: null }]);
  expect((await rated.get('/api/v1/corrective-actions')).body).toEqual([]);
  expect((await rated.get('/api/v1/corrective-actions?box=below')).status).toBe(403);
  const finish = `/api/v1/corrective-actions/${id}/completion`;
  const check = at(`/actions/${id}/check`);
  expect((await write(inspector, check, { isEffective: true, note: 'Sớm quá' })).body).toMatchObject({
    code: 'notDone',
  });
  for (const other of [rated, chief]) expect((await write(other, finish, { note: 'Xong' })).status).toBe(404);
  expect((await write(head, finish, { note: '' })).status).toBe(400);
  expect((await write(head, finish, { note: 'Đã thêm hai người' })).status).toBe(204);
  expect(await write(head, finish, { note: 'Lần nữa' })).toMatchObject({ status: 409, body: { code: 'alreadyDone' } });

  // It did not help: that leads on, to another action here.
  desk.clock.set('2026-12-24T09:00:00+07:00');
  const noHelp = { isEffective: false, note: 'Vẫn còn chậm' };
  expect((await write(head, check, { ...noHelp, next: 'raise' })).status).toBe(404);
  expect((await write(inspector, check, noHelp)).body).toMatchObject({ code: 'nextMissing' });
  const next = { ...action, what: 'Thêm một ca trực', ownerId: dung.id, dueOn: '2026-12-31' };
  const looked = await write(inspector, check, { ...noHelp, next });
  expect(looked.body.actions).toMatchObject([
    { stage: 'checked', isEffective: false, checkNote: 'Vẫn còn chậm', checkedBy: control.name },
    { stage: 'open', what: 'Thêm một ca trực', isEffective: null },
  ]);
  expect(await write(inspector, check, { ...noHelp, next })).toMatchObject({ status: 409 });

  // The enterprise has somebody else look, one level up: no longer the inspector.
  const again = await act(desk, { kind: 'contact', conversationId: desk.organisation.conversationId }, (current) =>
    appeal(current, { reference }),
  );
  const above = (path = '') => `/api/v1/cases/${again.reference}/verification${path}`;
  expect((await inspector.get(above())).status).toBe(404);
  expect((await write(inspector, above('/outcome'), verdict)).status).toBe(404);
  const first = await chief.get(above());
  expect(first.body).toMatchObject({ isAppeal: true, appealOf: null, mayDecide: true });
  const final = await write(chief, above('/outcome'), { ...verdict, outcome: 'unclear' });
  expect(final.body).toMatchObject({ outcome: { outcome: 'unclear', decidedBy: leader.name } });

  const page = (await web.program.get('/api/v1/verifications?box=all')).body;
  expect(page.counts).toEqual({ open: 0, overdue: 0, decided: 2, all: 2 });
  expect(page.items).toMatchObject([
    { reference: again.reference, isAppeal: true, outcome: 'unclear', actions: 0 },
    { reference, isAppealed: true, outcome: 'substantiated', actions: 2, actionsLeft: 1 },
  ]);
  const { stages } = (await web.program.get('/api/v1/verifications/funnel')).body;
  expect(stages).toMatchObject([
    { stage: 'opened', count: 1 },
    { stage: 'contacted', count: expect.any(Number) },
    { stage: 'decided', count: 1, medianWorkingDays: 0 },
    { stage: 'told' },
    { stage: 'action', count: 1 },
    // One of the two actions is still to be looked at.
    { stage: 'checked', count: 0 },
  ]);
});

function write(caller: Caller, path: string, body: unknown, key?: string) {
  return caller.post(path, body, {
    'sec-fetch-site': 'same-origin',
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  });
}

function withoutOwner({
  ownerId: _,
  ...action
}: {
  ownerId: number;
  what: string;
  dueOn: string;
  checkAfterDays: number;
}) {
  return action;
}
