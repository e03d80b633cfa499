import { expect, test } from 'vitest';
import { partyTo, whyNotAppealed } from '../../../src/rules/rating/verification.ts';
import { remindersBy, stageOf } from '../../../src/rules/rating/verification-actions.ts';
import { measureSteps } from '../../../src/rules/rating/verification-evidence.ts';
import { funnelOf } from '../../../src/rules/rating/verification-funnel.ts';
import { sayRating } from '../../../src/rules/rating/verification-words.ts';
import { haiPhong } from '../working-time/samples.ts';

/** A moment of March 2026 on the wall in Hải Phòng; the 6th is a Friday. */
function at(moment: string): Date {
  return new Date(`2026-03-${moment}:00+07:00`);
}

const snapshot = {
  unitId: 3,
  steps: [
    { step: 'registered' as const, at: '2026-03-06T01:00:00.000Z', officerId: null, unitId: 3, team: null },
    { step: 'documentCheck' as const, at: '2026-03-06T03:00:00.000Z', officerId: 11, unitId: 3, team: null },
  ],
};

test.each([
  ['the officer who is rated and all who did a step', 'officer', '7', [7, 11]],
  ['whoever leads the rated unit', 'unit', '3', [40, 11]],
  ['whoever leads the rated team', 'team', 'Đội 1', [40, 11]],
  ['those who did a step and not their head', 'declaration', '', [11]],
] as const)('kept away from a low rating is %s', (_, subjectKind, subjectKey, officers) => {
  const found = partyTo({ subjectKind, subjectKey, snapshot, leaderIds: [40] });

  expect(found.map(({ officerId }) => officerId)).toEqual(officers);
});

const decided = {
  isAppeal: false,
  decidedAt: at('06T09:00'),
  appealedAt: null,
  appealableUntil: null,
  at: at('09T09:00'),
};

test.each([
  ['a finding may be appealed', {}, null],
  ['what is not decided may not', { decidedAt: null }, 'notDecided'],
  ['nor what was appealed already', { appealedAt: at('07T09:00') }, 'appealedAlready'],
  ['nor an appeal', { isAppeal: true }, 'noFurtherLevel'],
  ['at the last moment it may', { appealableUntil: at('09T09:00') }, null],
  ['a moment later it may not', { appealableUntil: at('09T08:59') }, 'tooLate'],
] as const)('%s', (_, change, refusal) => {
  expect(whyNotAppealed({ ...decided, ...change })).toBe(refusal);
});

const action = { dueOn: '2026-03-10', isDone: false, checkDueOn: null, isChecked: false };
const done = { ...action, isDone: true, checkDueOn: '2026-04-08' };

test.each([
  [action, '2026-03-07', 'open', []],
  [action, '2026-03-08', 'open', ['dueSoon']],
  [action, '2026-03-10', 'open', ['dueSoon']],
  [action, '2026-03-11', 'overdue', ['overdue']],
  [action, '2026-03-13', 'overdue', ['overdue']],
  [action, '2026-03-14', 'overdue', ['overdue', 'overdueAbove']],
  [done, '2026-03-14', 'awaitingCheck', []],
  [done, '2026-04-08', 'awaitingCheck', ['checkDue']],
  [done, '2026-04-12', 'checkOverdue', ['checkDue', 'checkOverdueAbove']],
  [{ ...done, isChecked: true }, '2026-04-12', 'checked', []],
] as const)('an action %o on %s is %s', (dates, today, stage, reminders) => {
  expect([stageOf(dates, today), remindersBy(dates, today)]).toEqual([stage, reminders]);
});

test('a step that ends at the very limit is in time, one minute more is not', () => {
  const declaration = {
    ...{ number: '107861204410', officeCode: '03TG', typeCode: 'A12', channel: 'yellow' as const },
    ...{ registeredAt: at('06T08:00'), state: 'cleared' as const, stateAt: at('06T11:00'), steps: [] },
  };
  const measured = (time: string) =>
    measureSteps(
      declaration,
      {
        unitId: 3,
        steps: [{ step: 'documentCheck', at: at(time).toISOString(), officerId: 11, unitId: 3, team: null }],
      },
      haiPhong,
    ).map(({ limit }) => [limit?.usedMinutes, limit?.isOver]);

  expect([measured('06T10:00'), measured('06T10:01')]).toEqual([[[120, false]], [[121, true]]]);
});

test('the funnel counts who came how far, with the middle of their working days', () => {
  const none = { opened: null, contacted: null, decided: null, told: null, action: null, checked: null };
  const opened = (decidedAt: Date | null) => ({
    ratedAt: at('06T08:00'),
    reachedAt: { ...none, opened: at('06T08:00'), decided: decidedAt },
  });

  const stages = funnelOf([opened(at('06T12:00')), opened(at('09T08:00')), opened(null)], (from, until) =>
    haiPhong.between(from, until),
  );

  expect(stages.filter(({ count }) => count > 0)).toEqual([
    { stage: 'opened', count: 3, medianWorkingDays: 0 },
    { stage: 'decided', count: 2, medianWorkingDays: 0.7 },
  ]);
});

test('a rating reads as a sentence that names no officer', () => {
  const rating = { level: 2 as const, subject: 'công chức làm thủ tục', number: '107861204410' };

  expect([
    sayRating({ ...rating, reasons: [], comment: null }),
    sayRating({ ...rating, reasons: ['slow'], comment: 'Lâu' }),
  ]).toEqual([
    'Đánh giá 2 sao (Không hài lòng) về công chức làm thủ tục, tờ khai 107861204410',
    'Đánh giá 2 sao (Không hài lòng) về công chức làm thủ tục, tờ khai 107861204410: xử lý chậm. Lâu',
  ]);
});
