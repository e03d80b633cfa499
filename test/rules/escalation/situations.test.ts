import { expect, test } from 'vitest';
import { eventSentence } from '../../../src/http/event-sentences.ts';
import { type ClockRun, clocksOf } from '../../../src/rules/escalation/clocks.ts';
import { clockName, explainDeadline } from '../../../src/rules/escalation/explain-deadline.ts';
import type { CaseRules } from '../../../src/rules/escalation/in-force.ts';
import { planSteps } from '../../../src/rules/escalation/ladder.ts';
import type { Policy } from '../../../src/rules/escalation/policy.ts';
import { compile } from '../../../src/rules/working-time/compile.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import { overrideFor, roundTheClock } from '../../../src/rules/working-time/override-for.ts';
import { at, haiPhong, wall } from '../working-time/samples.ts';
import { events, type Happening, policyFor, procedure, raisedTo2 } from './samples.ts';

// The policy as it was edited after the first cases were opened: half the time to answer.
const edited: Policy = {
  ...procedure,
  version: '2026-11-20',
  clocks: procedure.clocks.map((promise) =>
    promise.kind === 'firstResponse' ? { ...promise, minutes: { ...promise.minutes, 1: 60 } } : promise,
  ),
};
const gate = compile(overrideFor(haiPhong20252027, roundTheClock('cổng')));

const versions: CaseRules = {
  policyOf: (id) => [procedure, edited, policyFor('issue', { urgent: true })][id - 1] ?? procedure,
  workingTimeOf: (id) => (id === 2 ? gate : haiPhong),
};

const toTheGate = { fromUnitId: 1, toUnitId: 2, policyId: 1, calendarId: 2, because: 'hàng đang ở cổng' };
const toTheUrgent = { ...toTheGate, policyId: 3, calendarId: 1, because: 'hàng đang dừng tại cảng' };
const lateFriday: Happening = ['2026-11-20T08:00', 'opened'];

// 20/11/2026 is a Friday and 24/11 a public holiday; Tết runs from 14 to 22/2; Saturday 22/8 is worked for 31/8.
const situations: [title: string, name: string, now: string, Happening[], expected: string[]][] = [
  [
    'a case opened on Friday at 16:50 is answered on Monday morning',
    'thu-sau-16h50',
    '2026-11-20T17:30',
    [['2026-11-20T16:50', 'opened']],
    [
      'acknowledge 1 running 2026-11-23T07:50',
      'firstResponse 1 running 2026-11-23T09:20',
      'resolution 1 running 2026-11-26T14:50',
    ],
  ],
  [
    'lunch is nobody’s working time',
    'gio-nghi-trua',
    '2026-11-20T12:00',
    [['2026-11-20T11:00', 'opened']],
    [
      'acknowledge 1 broken 2026-11-20T11:30',
      'firstResponse 1 running 2026-11-20T14:30',
      'resolution 1 running 2026-11-26T09:00',
    ],
  ],
  [
    'a case opened on the eve of Tết is answered after Tết',
    'truoc-tet',
    '2026-02-13T16:10',
    [['2026-02-13T16:00', 'opened']],
    [
      'acknowledge 1 running 2026-02-13T16:30',
      'firstResponse 1 running 2026-02-23T08:30',
      'resolution 1 running 2026-02-25T14:00',
    ],
  ],
  [
    'a make-up Saturday is a working day',
    'thu-bay-lam-bu',
    '2026-08-21T16:45',
    [['2026-08-21T16:30', 'opened']],
    [
      'acknowledge 1 running 2026-08-21T17:00',
      'firstResponse 1 running 2026-08-22T09:00',
      'resolution 1 running 2026-08-25T14:30',
    ],
  ],
  [
    'a case that stands over the weekend goes on with the time it had left',
    'tam-dung-qua-cuoi-tuan',
    '2026-11-23T10:00',
    [
      lateFriday,
      ['2026-11-20T08:10', 'taken', { officerId: 7 }],
      ['2026-11-20T16:00', 'informationRequested'],
      ['2026-11-20T16:00', 'replyDelivered'],
      ['2026-11-23T09:00', 'enterpriseWrote'],
    ],
    [
      'acknowledge 1 met 2026-11-20T08:30',
      'firstResponse 1 broken 2026-11-20T10:00',
      'resolution 1 running 2026-11-26T08:30',
      'firstResponse 2 running 2026-11-23T11:00',
    ],
  ],
  [
    'a transfer at 90 % of the time leaves a tenth of it, counted by the new unit’s hours',
    'chuyen-don-vi-khi-da-dung-90-phan-tram',
    '2026-11-20T16:59',
    [
      ['2026-11-20T15:10', 'opened'],
      ['2026-11-20T15:15', 'taken', { officerId: 7 }],
      ['2026-11-20T16:58', 'transferred', toTheGate],
    ],
    [
      'acknowledge 1 met 2026-11-20T15:40',
      'firstResponse 1 running 2026-11-20T17:10',
      'resolution 1 running 2026-11-21T13:10',
    ],
  ],
  [
    'a transfer to a policy that allows less keeps the time that was promised: passing a case on breaks no promise',
    'chuyen-sang-chinh-sach-ngan-hon',
    '2026-11-20T09:40',
    [lateFriday, ['2026-11-20T08:10', 'taken', { officerId: 7 }], ['2026-11-20T09:40', 'transferred', toTheUrgent]],
    [
      'acknowledge 1 met 2026-11-20T08:30',
      'firstResponse 1 running 2026-11-20T10:00',
      'resolution 1 running 2026-11-25T15:30',
    ],
  ],
  [
    'a case keeps the policy under which it was opened',
    'chinh-sach-sua-khi-vu-viec-dang-chay-vu-truoc',
    '2026-11-20T09:20',
    [['2026-11-20T08:00', 'opened', { policyId: 1 }]],
    [
      'acknowledge 1 broken 2026-11-20T08:30',
      'firstResponse 1 running 2026-11-20T10:00',
      'resolution 1 running 2026-11-25T15:30',
    ],
  ],
  [
    'a case opened after the edit gets the edited policy',
    'chinh-sach-sua-khi-vu-viec-dang-chay-vu-sau',
    '2026-11-20T09:20',
    [['2026-11-20T09:00', 'opened', { policyId: 2 }]],
    [
      'acknowledge 1 running 2026-11-20T09:30',
      'firstResponse 1 running 2026-11-20T10:00',
      'resolution 1 running 2026-11-25T16:30',
    ],
  ],
  [
    'a reopened case that breaks again the same day has broken twice',
    'mo-lai-va-qua-han-lan-nua-trong-ngay',
    '2026-11-20T14:00',
    [
      ['2026-11-20T07:30', 'opened'],
      ['2026-11-20T07:40', 'taken', { officerId: 7 }],
      ['2026-11-20T09:45', 'replyDelivered'],
      ['2026-11-20T09:45', 'resolved'],
      ['2026-11-20T09:50', 'closed', { because: 'confirmed' }],
      ['2026-11-20T10:00', 'reopened'],
    ],
    [
      'acknowledge 1 met 2026-11-20T08:00',
      'firstResponse 1 broken 2026-11-20T09:30',
      'resolution 1 met 2026-11-25T15:00',
      'firstResponse 2 broken 2026-11-20T13:30',
      'resolution 2 running 2026-11-26T08:00',
    ],
  ],
  [
    'a reply written in time but delivered late comes too late',
    'tra-loi-dung-han-nhung-den-tre',
    '2026-11-20T10:30',
    [
      lateFriday,
      ['2026-11-20T08:10', 'taken', { officerId: 7 }],
      ['2026-11-20T09:50', 'replied', { officerId: 7 }],
      ['2026-11-20T10:05', 'replyDelivered'],
    ],
    [
      'acknowledge 1 met 2026-11-20T08:30',
      'firstResponse 1 broken 2026-11-20T10:00',
      'resolution 1 running 2026-11-25T15:30',
    ],
  ],
  [
    'a reply written in time and never delivered answers nobody, and the next level owes the answer',
    'tra-loi-khong-den-duoc',
    '2026-11-20T10:30',
    [
      lateFriday,
      ['2026-11-20T08:10', 'taken', { officerId: 7 }],
      ['2026-11-20T09:50', 'replied', { officerId: 7 }],
      ['2026-11-20T09:51', 'replyNotDelivered', { because: 'blockedByPerson' }],
      ['2026-11-20T10:00', 'clockBroken', { clock: 'firstResponse', cycle: 1, dueAt: '2026-11-20T03:00:00.000Z' }],
      ['2026-11-20T10:00', 'raised', raisedTo2],
    ],
    [
      'acknowledge 1 met 2026-11-20T08:30',
      'firstResponse 1 broken 2026-11-20T10:00',
      'resolution 1 running 2026-11-25T15:30',
      'firstResponse 2 running 2026-11-20T15:30',
    ],
  ],
];

test.each(situations)('%s', async (_, name, now, happenings, expected) => {
  const happened = events(...happenings);

  const runs = clocksOf(happened, versions, at(now));

  expect(runs.map(standing)).toEqual(expected);
  await expect(whyInWords(runs, at(now))).toMatchFileSnapshot(`../../transcripts/why/${name}.txt`);
});

test('every clock of a twice broken case has steps of its own, so the second breach fires as the first did', () => {
  const [, , , happenings] = situations.find(([, name]) => name.startsWith('mo-lai')) ?? situations[0] ?? [];
  const steps = planSteps(clocksOf(events(...(happenings ?? [])), versions, at('2026-11-20T14:00')), versions);

  expect(steps.filter(({ act }) => act === 'raise').map(({ clock, cycle }) => `${clock} ${cycle}`)).toEqual([
    'firstResponse 2',
  ]);
});

test('a reminder due at closing time waits for the next opening, and a broken promise does not', () => {
  const atClosing = clocksOf(events(['2026-11-20T15:00', 'opened']), versions, at('2026-11-20T15:00'));
  const reminded = clocksOf(events(['2026-11-20T15:30', 'opened']), versions, at('2026-11-20T15:30'));

  const broken = planSteps(atClosing, versions).find(({ act }) => act === 'raise');
  const reminder = planSteps(reminded, versions).find(({ act }) => act === 'remind');

  expect(broken === undefined ? null : wall(broken.dueAt)).toBe('2026-11-20T17:00');
  expect(reminder === undefined ? null : wall(reminder.dueAt)).toBe('2026-11-23T07:30');
});

function standing({ kind, cycle, state, dueAt }: ClockRun): string {
  return `${kind} ${cycle} ${state}${dueAt === null ? '' : ` ${wall(dueAt)}`}`;
}

function whyInWords(runs: readonly ClockRun[], now: Date): string {
  const zone = 'Asia/Ho_Chi_Minh';
  const telling = { nameOf: () => 'Nguyễn Thị Lan', zone, now };
  const tellEvent = (event: Parameters<typeof eventSentence>[0]) => eventSentence(event, telling);
  return runs
    .map((run) =>
      [`## Thời hạn ${clockName(run)}`, ...explainDeadline(run, versions, { zone, now, tellEvent }), ''].join('\n'),
    )
    .join('\n');
}
