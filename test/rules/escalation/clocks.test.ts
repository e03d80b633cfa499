import { expect, test } from 'vitest';
import { nextDueAt } from '../../../src/rules/escalation/clocks.ts';
import { wall } from '../working-time/samples.ts';
import { allRuns, events, type Happening, policyFor, raisedTo2, runsOf, told } from './samples.ts';

// 20/11/2026 is a Friday, 24/11 a public holiday. The office works 07:30–11:30 and 13:00–17:00.
test.each<[string, string, Happening[], string[]]>([
  [
    'runs until the second working hour is over',
    '20T08:30',
    [['20T08:00', 'opened']],
    ['level 1 running due 2026-11-20T10:00'],
  ],
  [
    'is kept by an answer that arrived in time',
    '20T12:00',
    [
      ['20T08:00', 'opened'],
      ['20T09:59', 'replied'],
      ['20T09:59', 'replyDelivered'],
    ],
    ['level 1 met due 2026-11-20T10:00'],
  ],
  [
    'is kept by an answer at the very instant it is due',
    '20T12:00',
    [
      ['20T08:00', 'opened'],
      ['20T10:00', 'replyDelivered'],
    ],
    ['level 1 met due 2026-11-20T10:00'],
  ],
  [
    'is broken a second later, and an answer does not heal it',
    '20T12:00',
    [
      ['20T08:00', 'opened'],
      ['20T10:00:01', 'replyDelivered'],
    ],
    ['level 1 broken due 2026-11-20T10:00'],
  ],
  ['is broken when nobody answers', '20T10:00:01', [['20T08:00', 'opened']], ['level 1 broken due 2026-11-20T10:00']],
  [
    'is not stopped by an answer that was written and did not arrive',
    '20T09:30',
    [
      ['20T08:00', 'opened'],
      ['20T09:00', 'replied'],
      ['20T09:01', 'replyNotDelivered', { because: 'blockedByPerson' }],
    ],
    ['level 1 running due 2026-11-20T10:00'],
  ],
  [
    'is not stopped by a note, by taking the case or by what the bot says',
    '20T09:30',
    [
      ['20T08:00', 'opened'],
      ['20T08:10', 'taken'],
      ['20T08:20', 'noted'],
      ['20T08:30', 'interimReplied'],
    ],
    ['level 1 running due 2026-11-20T10:00'],
  ],
  [
    'of a case opened late on Friday is due on Monday',
    '20T18:00',
    [['20T16:30', 'opened']],
    ['level 1 running due 2026-11-23T09:00'],
  ],
  [
    'starts a new cycle with the next level’s time when the case is raised',
    '20T11:00',
    [
      ['20T08:00', 'opened'],
      ['20T10:00:02', 'raised', raisedTo2],
    ],
    ['level 1 broken due 2026-11-20T10:00', 'level 2 running due 2026-11-20T15:30:02'],
  ],
  [
    'is replaced, not kept, when the officer passes the case up in time',
    '20T11:00',
    [
      ['20T08:00', 'opened'],
      ['20T09:00', 'raised', { ...raisedTo2, because: 'officer' }],
    ],
    ['level 1 superseded due 2026-11-20T10:00', 'level 2 running due 2026-11-20T14:30'],
  ],
  [
    'is broken when the ladder says so at the very instant',
    '20T11:00',
    [
      ['20T08:00', 'opened'],
      ['20T10:00', 'clockBroken', { clock: 'firstResponse', cycle: 1, dueAt: '2026-11-20T03:00:00.000Z' }],
      ['20T10:00', 'raised', raisedTo2],
    ],
    ['level 1 broken due 2026-11-20T10:00', 'level 2 running due 2026-11-20T15:30'],
  ],
  [
    'starts anew when the enterprise says that it is not solved',
    '20T14:00',
    [
      ['20T08:00', 'opened'],
      ['20T09:00', 'replyDelivered'],
      ['20T09:00', 'resolved'],
      ['20T13:30', 'notSolved'],
    ],
    ['level 1 met due 2026-11-20T10:00', 'level 1 running due 2026-11-20T15:30'],
  ],
  [
    'starts anew when a closed case is reopened, and skips the holiday',
    '23T17:00',
    [
      ['20T08:00', 'opened'],
      ['20T09:00', 'replyDelivered'],
      ['20T09:00', 'resolved'],
      ['20T10:00', 'closed', { because: 'confirmed' }],
      ['23T16:00', 'reopened'],
    ],
    ['level 1 met due 2026-11-20T10:00', 'level 1 running due 2026-11-25T08:30'],
  ],
  [
    'starts anew when what customs asked for has come',
    '20T15:00',
    [
      ['20T08:00', 'opened'],
      ['20T09:00', 'informationRequested'],
      ['20T09:00', 'replyDelivered'],
      ['20T14:00', 'enterpriseWrote'],
    ],
    ['level 1 met due 2026-11-20T10:00', 'level 1 running due 2026-11-20T16:00'],
  ],
  [
    'is not put off by more words from the enterprise',
    '20T09:30',
    [
      ['20T08:00', 'opened'],
      ['20T09:00', 'enterpriseWrote'],
    ],
    ['level 1 running due 2026-11-20T10:00'],
  ],
  [
    'is not put off by words that came before our question arrived',
    '20T09:30',
    [
      ['20T08:00', 'opened'],
      ['20T09:00', 'informationRequested'],
      ['20T09:10', 'enterpriseWrote'],
    ],
    ['level 1 running due 2026-11-20T10:00'],
  ],
  [
    'does not start for a word of thanks',
    '20T11:00',
    [
      ['20T08:00', 'opened'],
      ['20T09:00', 'replyDelivered'],
      ['20T09:30', 'enterpriseWrote'],
    ],
    ['level 1 met due 2026-11-20T10:00'],
  ],
  [
    'stops with the case',
    '23T10:00',
    [
      ['20T08:00', 'opened'],
      ['20T08:30', 'closed', { because: 'confirmed' }],
    ],
    ['level 1 met due 2026-11-20T10:00'],
  ],
])('the clock of the first response %s', (_, now, happenings, expected) => {
  const runs = runsOf('firstResponse', `2026-11-${now}`, dated(happenings));

  expect(runs.map(told)).toEqual(expected);
});

// Resolution of a procedural issue: 2 + 4 + 16 working hours.
test.each<[string, string, Happening[], string]>([
  ['runs for all three levels together', '20T09:00', [['20T08:00', 'opened']], 'level 1 running due 2026-11-25T15:30'],
  [
    'stands while the enterprise is asked, also over a weekend',
    '23T07:00',
    [
      ['20T08:00', 'opened'],
      ['20T16:00', 'informationRequested'],
    ],
    'level 1 paused',
  ],
  [
    'goes on with the time that was left when the enterprise answers',
    '23T10:00',
    [
      ['20T08:00', 'opened'],
      ['20T16:00', 'informationRequested'],
      ['23T09:00', 'enterpriseWrote'],
    ],
    'level 1 running due 2026-11-26T08:30',
  ],
  [
    'goes on standing when the enterprise writes while a laboratory works',
    '23T10:00',
    [
      ['20T08:00', 'opened'],
      ['20T16:00', 'resultAwaited', { from: 'Kiểm định' }],
      ['23T09:00', 'enterpriseWrote'],
    ],
    'level 1 paused',
  ],
  [
    'goes on when the result arrives',
    '23T10:00',
    [
      ['20T08:00', 'opened'],
      ['20T16:00', 'resultAwaited', { from: 'Kiểm định' }],
      ['23T09:00', 'enterpriseWrote'],
      ['23T09:30', 'resultArrived'],
    ],
    'level 1 running due 2026-11-26T09:00',
  ],
  [
    'stands for the laboratory when the enterprise was asked first',
    '23T10:00',
    [
      ['20T08:00', 'opened'],
      ['20T15:00', 'informationRequested'],
      ['20T16:00', 'resultAwaited', { from: 'Kiểm định' }],
      ['23T09:00', 'enterpriseWrote'],
    ],
    'level 1 paused',
  ],
  [
    'goes on when the case is raised, because then customs acts again',
    '23T10:00',
    [
      ['20T08:00', 'opened'],
      ['20T16:00', 'informationRequested'],
      ['23T09:00', 'raised', raisedTo2],
    ],
    'level 1 running due 2026-11-26T08:30',
  ],
  [
    'loses nothing by a pause outside working hours',
    '23T07:00',
    [
      ['20T08:00', 'opened'],
      ['20T18:00', 'informationRequested'],
      ['22T20:00', 'enterpriseWrote'],
    ],
    'level 1 running due 2026-11-25T15:30',
  ],
  [
    'stays broken through a pause',
    '26T10:00',
    [
      ['20T08:00', 'opened'],
      ['25T16:00', 'informationRequested'],
      ['26T09:00', 'enterpriseWrote'],
    ],
    'level 1 broken due 2026-11-25T15:30',
  ],
  [
    'is kept by resolving in time',
    '26T10:00',
    [
      ['20T08:00', 'opened'],
      ['23T15:00', 'resolved'],
    ],
    'level 1 met due 2026-11-25T15:30',
  ],
])('the clock of the resolution %s', (_, now, happenings, expected) => {
  const [run] = runsOf('resolution', `2026-11-${now}`, dated(happenings));

  expect(run === undefined ? null : told(run)).toBe(expected);
});

test('a standing clock says which wait it stands for now', () => {
  const [run] = runsOf('resolution', '2026-11-23T10:00', [
    ['2026-11-20T08:00', 'opened'],
    ['2026-11-20T09:00', 'informationRequested'],
    ['2026-11-20T10:00', 'resultAwaited', { from: 'Kiểm định' }],
  ]);

  expect(run).toMatchObject({ pausedBecause: 'resultAwaited', dueAt: null });
});

test('taking the case stops the clock of acknowledgement and no other', () => {
  const runs = allRuns('2026-11-20T08:20', [
    ['2026-11-20T08:00', 'opened'],
    ['2026-11-20T08:10', 'taken'],
  ]);

  expect(runs.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'acknowledge met',
    'firstResponse running',
    'resolution running',
  ]);
});

test('an urgent issue is answered within one working hour', () => {
  const urgent = policyFor('issue', { urgent: true });

  const [run] = runsOf('firstResponse', '2026-11-20T08:20', [['2026-11-20T08:00', 'opened']], urgent);

  expect(run === undefined ? null : told(run)).toBe('level 1 running due 2026-11-20T09:00');
});

test('a case opened at level 2 gets the time of level 2', () => {
  const [run] = runsOf('firstResponse', '2026-11-20T08:20', [['2026-11-20T08:00', 'opened', { level: 2 }]]);

  expect(run === undefined ? null : told(run)).toBe('level 2 running due 2026-11-20T13:30');
});

test('the inbox sorts by the earliest clock that still runs, a broken one included', () => {
  const opened: Happening = ['2026-11-20T08:00', 'opened'];

  const untaken = nextDueAt(allRuns('2026-11-20T09:00', [opened]));
  const taken = nextDueAt(allRuns('2026-11-20T09:00', [opened, ['2026-11-20T08:10', 'taken']]));
  const closed = nextDueAt(
    allRuns('2026-11-20T09:00', [opened, ['2026-11-20T08:10', 'closed', { because: 'confirmed' }]]),
  );

  expect([untaken, taken].map((due) => due && wall(due))).toEqual(['2026-11-20T08:30', '2026-11-20T10:00']);
  expect(closed).toBeNull();
});

test('a clock counts its cycles from one, whatever else happens to the case', () => {
  const runs = runsOf('firstResponse', '2026-11-23T10:00', [
    ['2026-11-20T08:00', 'opened'],
    ['2026-11-20T10:01', 'raised', raisedTo2],
    ['2026-11-20T15:40', 'raised', { ...raisedTo2, fromLevel: 2, toLevel: 3 }],
  ]);

  expect(runs.map(({ cycle, level, allowedMinutes }) => [cycle, level, allowedMinutes])).toEqual([
    [1, 1, 120],
    [2, 2, 240],
    [3, 3, 960],
  ]);
});

test('a case without events has no clocks', () => {
  expect(events()).toEqual([]);
  expect(allRuns('2026-11-20T08:00', [])).toEqual([]);
});

function dated(happenings: readonly Happening[]): Happening[] {
  return happenings.map(([when, type, detail]) => [`2026-11-${when}`, type, detail ?? {}]);
}
