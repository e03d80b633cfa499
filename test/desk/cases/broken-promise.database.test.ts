import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { acknowledgeAlert } from '../../../src/desk/alerts/acknowledge-alert.ts';
import { fireDueStep } from '../../../src/desk/cases/fire-due-step.ts';
import { ladderPass } from '../../../src/desk/cases/ladder-timer.ts';
import { reply } from '../../../src/desk/cases/reply.ts';
import { takeCase } from '../../../src/desk/cases/take-case.ts';
import { viewerOf } from '../../../src/desk/visibility.ts';
import { alertsOf } from '../../../src/store/alerts.ts';
import { asEvent, eventRows } from '../../../src/store/cases.ts';
import { claimDueSteps, stepsOf } from '../../../src/store/ladder.ts';
import { ownCase } from '../../../src/store/my-cases.ts';
import { chatSight } from '../../../src/store/represented.ts';
import { openChat, type Person } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

// A Monday morning at port 3: PL01 promises an answer within two working hours.
const monday = '2026-11-23T09:00:00+07:00';

async function raised(desk: TestDesk) {
  const chat = openChat(desk);
  const person = chat.person('84900009');
  await person.writes('/start');
  await person.presses('Đồng ý');
  await person.writes('Tờ khai 107705060720 nộp hồ sơ ở hải quan 03TG từ sáng chưa ai kiểm');
  await person.presses('Gửi');
  const reference = /VM-\d{4}-\d{6}/.exec(person.lastWords)?.[0] ?? '';
  const [conversation] = await desk.database.sql<
    { id: number }[]
  >`select id from conversations where address = '84900009'`;
  const current = async () => {
    const row = await ownCase(
      desk.database.db,
      await chatSight(desk.database.db, Number(conversation?.id), desk.clock.now()),
      reference,
    );
    if (row === null) throw new Error('The case is gone');
    return row;
  };
  return { chat, person, reference, current };
}

async function timePasses(desk: TestDesk, chat: ReturnType<typeof openChat>, iso: string): Promise<void> {
  desk.clock.set(iso);
  while ((await ladderPass(desk)) === 'more');
  await chat.settle();
}

const as = (officer: { id: number }) => ({ kind: 'officer' as const, officerId: officer.id });

async function alertsFor(desk: TestDesk, officer: { id: number }) {
  const viewer = await viewerOf(desk.database.db, officer.id);
  if (viewer === null) throw new Error('The officer no longer works here');
  return (await alertsOf(desk.database.db, viewer, 20)).map(({ alert }) => alert);
}

async function alertKinds(desk: TestDesk, officer: { id: number }): Promise<string[]> {
  return (await alertsFor(desk, officer)).map(({ kind }) => kind);
}

test('an unanswered case climbs at the promised minute, and both levels and the enterprise are told', async () => {
  await using desk = await openDesk({ now: monday });
  const { lan, tuan, hoa } = desk.organisation.officers;
  const { chat, person, current } = await raised(desk);

  await timePasses(desk, chat, '2026-11-23T11:00:00+07:00');

  const row = await current();
  expect(row.level).toBe(2);
  expect(await alertKinds(desk, lan)).toContain('reminder');
  const managers = [...(await alertKinds(desk, tuan)), ...(await alertKinds(desk, hoa))];
  expect(managers).toContain('raised');
  expect([tuan.id, hoa.id]).toContain(row.assigneeId);
  expect(person.lastWords).toContain('Xin lỗi Quý doanh nghiệp');
  // Four working hours for level 2, over the lunch break, into the day after the public holiday of 24 November.
  expect(person.lastWords).toContain('trước 16:30 hôm nay');
});

test('nothing climbs before the promised minute', async () => {
  await using desk = await openDesk({ now: monday });
  const { chat, current } = await raised(desk);

  await timePasses(desk, chat, '2026-11-23T10:59:59.999+07:00');

  expect((await current()).level).toBe(1);
});

test('an answer that was delivered in time keeps the case where it is', async () => {
  await using desk = await openDesk({ now: monday });
  const { chat, reference, current } = await raised(desk);
  desk.clock.set('2026-11-23T10:30:00+07:00');
  await act(desk, as(desk.organisation.officers.lan), (a) =>
    reply(a, { reference, text: 'Đã duyệt.', next: 'nothing' }),
  );
  await chat.settle();

  await timePasses(desk, chat, '2026-11-23T16:00:00+07:00');

  expect((await current()).level).toBe(1);
});

test('an answer written in time but not delivered breaks the promise all the same', async () => {
  await using desk = await openDesk({ now: monday });
  const { chat, reference, current } = await raised(desk);
  await act(desk, as(desk.organisation.officers.lan), (a) =>
    reply(a, { reference, text: 'Đã duyệt.', next: 'nothing' }),
  );
  const { send } = chat.channel;
  chat.channel.send = async () => ({ status: 'refused', because: 'blockedByPerson', detail: 'bot was blocked' });
  await chat.settle();
  chat.channel.send = send;

  await timePasses(desk, chat, '2026-11-23T11:00:00+07:00');

  expect((await current()).level).toBe(2);
});

test('an alert that nobody acknowledges climbs to the next manager after thirty working minutes, and no further once known', async () => {
  await using desk = await openDesk({ now: monday });
  const { son, leader } = desk.organisation.officers;
  const { chat } = await raised(desk);
  await timePasses(desk, chat, '2026-11-23T11:00:00+07:00');
  expect(await alertKinds(desk, son)).toEqual([]);

  await timePasses(desk, chat, '2026-11-23T11:30:00+07:00');
  expect(await alertKinds(desk, son)).toEqual(['unacknowledged']);
  const [told] = await alertsFor(desk, son);
  await act(desk, as(son), (a) => acknowledgeAlert(a, { alertId: told?.id ?? 0 }));

  await timePasses(desk, chat, '2026-11-23T16:00:00+07:00');
  expect(await alertKinds(desk, leader)).not.toContain('unacknowledged');
});

test('after a long standstill what fell due fires once, in order', async () => {
  await using desk = await openDesk({ now: monday });
  const { chat, current } = await raised(desk);

  await timePasses(desk, chat, '2026-11-26T10:00:00+07:00');

  const steps = (await stepsOf(desk.database.db, (await current()).id)).filter(({ firedAt }) => firedAt !== null);
  const dues = steps.map(({ dueAt }) => dueAt.getTime());
  expect(new Set(steps.map(({ clock, cycle, step }) => `${clock}:${cycle}:${step}`)).size).toBe(steps.length);
  expect(dues.length).toBeGreaterThan(3);
  const raisedTimes = (await eventRows(desk.database.db, (await current()).id))
    .map(asEvent)
    .filter(({ type }) => type === 'raised');
  expect(raisedTimes.length).toBe(1);
});

test('two timers that wake at once fire a step once', async () => {
  await using desk = await openDesk({ now: monday });
  const { current } = await raised(desk);
  desk.clock.set('2026-11-23T11:00:00+07:00');

  await desk.database.db.transaction(async (tx) => {
    // The other timer holds the first due step of the only case.
    await claimDueSteps(tx, desk.clock.now(), 1);

    expect(await act(desk, { kind: 'clock' }, fireDueStep)).toBe(false);
  });

  while (await act(desk, { kind: 'clock' }, fireDueStep));
  const raisedEvents = (await eventRows(desk.database.db, (await current()).id)).filter(
    ({ type }) => type === 'raised',
  );
  expect(raisedEvents).toHaveLength(1);
});

test('an answered case closes after three working days of silence, and can be reopened within seven', async () => {
  await using desk = await openDesk({ now: monday });
  const { chat, person, reference, current } = await raised(desk);
  await act(desk, as(desk.organisation.officers.lan), (a) =>
    reply(a, { reference, text: 'Đã xong.', next: 'resolve' }),
  );
  await chat.settle();

  // Tuesday the 24th is a public holiday, so three working days after Monday 09:00 end on Friday 09:00.
  await timePasses(desk, chat, '2026-11-27T08:59:59+07:00');
  expect((await current()).state).toBe('resolved');
  await timePasses(desk, chat, '2026-11-27T09:00:00+07:00');
  expect((await current()).state).toBe('closed');
  expect(person.seen.at(-2)?.text).toContain('đã đóng vì chưa nhận được phản hồi');
  expect(person.lastWords).toContain('hài lòng ở mức nào với cách giải quyết');

  await person.presses('Chưa giải quyết');
  expect((await current()).state).toBe('open');
});

test('a closed case cannot be reopened after seven working days and the person is told what to do instead', async () => {
  await using desk = await openDesk({ now: monday });
  const { chat, person, reference, current } = await raised(desk);
  await act(desk, as(desk.organisation.officers.lan), (a) =>
    reply(a, { reference, text: 'Đã xong.', next: 'resolve' }),
  );
  await chat.settle();
  await person.presses('Đã giải quyết');

  desk.clock.set('2026-12-04T09:00:00+07:00');
  await person.presses('Chưa giải quyết');

  expect((await current()).state).toBe('closed');
  expect(person.lastWords).toContain('quá 7 ngày làm việc');
});

test('a case that was taken needs no reminder that nobody has it', async () => {
  await using desk = await openDesk({ now: monday });
  const { lan, tuan, hoa } = desk.organisation.officers;
  const { chat, reference } = await raised(desk);
  await act(desk, as(lan), (a) => takeCase(a, { reference }));

  await timePasses(desk, chat, '2026-11-23T09:31:00+07:00');

  expect([...(await alertKinds(desk, tuan)), ...(await alertKinds(desk, hoa))]).toEqual([]);
});

test('somebody else’s case reference opens nothing, whatever is typed or pressed', async () => {
  await using desk = await openDesk({ now: monday });
  const { chat, reference } = await raised(desk);
  const stranger: Person = chat.person('84900010', { name: 'Người khác' });
  await stranger.writes('/start');
  await stranger.presses('Đồng ý');

  await stranger.sends({ kind: 'choice', value: `case:${reference}`, acknowledge: null });
  expect(stranger.lastWords).toContain('Không tìm thấy vụ việc này');
  await stranger.sends({ kind: 'choice', value: `solved:${reference}`, acknowledge: null });
  expect(stranger.lastWords).toContain('Không tìm thấy vụ việc này');
  await stranger.writes(`vụ ${reference} đến đâu rồi`);
  expect(stranger.lastWords).toContain('Không tìm thấy vụ việc này');
});
