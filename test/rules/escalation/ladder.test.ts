import { expect, test } from 'vitest';
import {
  type PlannedStep,
  planClimb,
  planSilence,
  planSteps,
  reconcile,
  type StoredStep,
} from '../../../src/rules/escalation/ladder.ts';
import type { Policy } from '../../../src/rules/escalation/policy.ts';
import { at, haiPhong, wall } from '../working-time/samples.ts';
import { allRuns, type Happening, procedure, raisedTo2, rulesOf } from './samples.ts';

const opened: Happening = ['2026-11-20T08:00', 'opened'];

test('a new case is reminded of at three quarters of its time and raised at the end of it', () => {
  const steps = stepsAt('2026-11-20T08:00', [opened]);

  expect(steps).toEqual([
    'acknowledge 1 untaken tellManager 2026-11-20T08:30',
    'firstResponse 1 reminder remind 2026-11-20T09:30',
    'firstResponse 1 broken raise 2026-11-20T10:00',
    'resolution 1 reminder remind 2026-11-25T08:30',
    'resolution 1 broken tellManager 2026-11-25T15:30',
  ]);
});

test('an answered clock has no steps left', () => {
  const steps = stepsAt('2026-11-20T09:00', [
    opened,
    ['2026-11-20T08:10', 'taken'],
    ['2026-11-20T08:50', 'replyDelivered'],
  ]);

  expect(steps.map((step) => step.split(' ')[0])).toEqual(['resolution', 'resolution']);
});

test('a standing clock has no steps, and the steps move when it goes on', () => {
  const asked: Happening[] = [
    opened,
    ['2026-11-20T09:00', 'informationRequested'],
    ['2026-11-20T09:00', 'replyDelivered'],
  ];

  const standing = stepsAt('2026-11-20T10:00', asked);
  const goingOn = stepsAt('2026-11-20T10:00', [...asked, ['2026-11-20T10:00', 'enterpriseWrote']]);

  expect(standing).toEqual([]);
  expect(goingOn.filter((step) => step.startsWith('resolution'))).toEqual([
    'resolution 1 reminder remind 2026-11-25T09:30',
    'resolution 1 broken tellManager 2026-11-25T16:30',
  ]);
});

test('a raised case is timed by the next level', () => {
  const steps = stepsAt('2026-11-20T10:01', [opened, ['2026-11-20T10:01', 'raised', raisedTo2]]);

  expect(steps.filter((step) => step.startsWith('firstResponse'))).toEqual([
    'firstResponse 2 reminder remind 2026-11-20T14:31',
    'firstResponse 2 broken raise 2026-11-20T15:31',
  ]);
});

test('a clock that broke while it stood still before its step fired breaks at the time it broke', () => {
  const steps = stepsAt('2026-11-26T09:00', [
    opened,
    ['2026-11-25T16:00', 'informationRequested'],
    ['2026-11-26T09:00', 'enterpriseWrote'],
  ]);

  expect(steps).toContain('resolution 1 broken tellManager 2026-11-25T15:30');
});

test('a step beyond the promise is due after it, also when the promise is broken', () => {
  const [, answer] = procedure.clocks;
  if (answer === undefined) throw new Error('The default policy times an answer');
  const patient: Policy = {
    ...procedure,
    clocks: [{ ...answer, ladder: [{ name: 'stillNothing', percent: 150, act: 'tellManager', outsideHours: 'now' }] }],
  };

  const runs = allRuns('2026-11-20T10:30', [opened], patient);

  expect(planSteps(runs, rulesOf(patient)).map(({ dueAt }) => wall(dueAt))).toEqual(['2026-11-20T11:00']);
});

test('silence closes a resolved case after three working days, the holiday not counted', () => {
  const planned = planSilence(at('2026-11-20T15:00'), 1, procedure, haiPhong);
  const open = planSilence(null, 1, procedure, haiPhong);

  expect(planned.map(said)).toEqual(['confirmation 1 silence close 2026-11-26T15:00']);
  expect(open).toEqual([]);
});

test('an alert that nobody acknowledges climbs after thirty working minutes', () => {
  const climb = planClimb(7, at('2026-11-20T16:45'), procedure, haiPhong);

  expect(climb.map(said)).toEqual(['alert 7 climb climb 2026-11-23T07:45']);
});

const planned: PlannedStep = {
  clock: 'firstResponse',
  cycle: 1,
  step: 'broken',
  act: 'raise',
  dueAt: at('2026-11-20T10:00'),
};

test.each<[string, Partial<StoredStep> | null, PlannedStep[], { insert?: number; move?: number; cancel?: number }]>([
  ['a step that is not stored is added', null, [planned], { insert: 1 }],
  ['a step that is stored as planned stays', {}, [planned], {}],
  ['a step that is due at another time is moved', { dueAt: at('2026-11-20T09:00') }, [planned], { move: 1 }],
  ['a step that nobody plans any more is cancelled', {}, [], { cancel: 1 }],
  [
    'a cancelled step that is planned again comes back',
    { cancelledAt: at('2026-11-20T09:00') },
    [planned],
    { move: 1 },
  ],
  ['a cancelled step is not cancelled twice', { cancelledAt: at('2026-11-20T09:00') }, [], {}],
  [
    'a step that fired never fires again, whatever is planned',
    { firedAt: at('2026-11-20T10:00'), dueAt: at('2026-11-20T09:00') },
    [planned],
    {},
  ],
  ['a step that fired is history and is not cancelled', { firedAt: at('2026-11-20T10:00') }, [], {}],
])('%s', (_, difference, plan, expected) => {
  const stored = difference === null ? [] : [{ ...planned, firedAt: null, cancelledAt: null, ...difference }];

  const changes = reconcile(stored, plan);

  const counts = { insert: changes.insert.length, move: changes.move.length, cancel: changes.cancel.length };
  expect(counts).toEqual({ insert: 0, move: 0, cancel: 0, ...expected });
});

function stepsAt(now: string, happenings: readonly Happening[]): string[] {
  return planSteps(allRuns(now, happenings), rulesOf(procedure)).map(said);
}

function said({ clock, cycle, step, act, dueAt }: PlannedStep): string {
  return `${clock} ${cycle} ${step} ${act} ${wall(dueAt)}`;
}
