import { expect, test } from 'vitest';
import type { CaseKind, ClockKind, Level } from '../../../src/rules/case/words.ts';
import { defaultPolicies } from '../../../src/rules/escalation/defaults.ts';
import { choosePolicy, type Policy } from '../../../src/rules/escalation/policy.ts';
import { categoryCodes } from '../../../src/rules/identity/categories.ts';
import { policyFor } from './samples.ts';

const kinds: readonly CaseKind[] = ['issue', 'report', 'verification', 'question'];
const levels: readonly Level[] = [1, 2, 3, 4];
const day = 480;

// The numbers as the appendices write them, in working minutes by level.
test.each<[string, Policy, ClockKind, [number, number, number, number], string]>([
  [
    'an issue is acknowledged in 30 minutes',
    policyFor('issue'),
    'acknowledge',
    [30, 30, 30, 30],
    'PL01 Điều 4 khoản 2',
  ],
  [
    'an issue is answered in 2 hours, 4 hours, 2 days and 3 days',
    policyFor('issue'),
    'firstResponse',
    [120, 240, 2 * day, 3 * day],
    'PL01 Điều 6',
  ],
  [
    'an issue that holds goods at the port is answered in 1 hour',
    policyFor('issue', { urgent: true }),
    'firstResponse',
    [60, 240, 2 * day, 3 * day],
    'PL01 Điều 6',
  ],
  [
    'a policy issue is answered as fast as any other',
    policyFor('issue', { category: 'hs_classification' }),
    'firstResponse',
    [120, 240, 2 * day, 3 * day],
    'PL01 Điều 6',
  ],
  [
    'a procedural issue is settled in the time of three levels',
    policyFor('issue'),
    'resolution',
    [1320, 1320, 1320, 1320],
    'PL01 Điều 6',
  ],
  [
    'a policy issue may take the day of the report upwards as well',
    policyFor('issue', { category: 'hs_classification' }),
    'resolution',
    [1800, 1800, 1800, 1800],
    'PL01 Điều 6',
  ],
  [
    'a question is answered in the same time as an issue',
    policyFor('question'),
    'firstResponse',
    [120, 240, 2 * day, 3 * day],
    'PL01 Điều 6',
  ],
  [
    'a report about an officer is acknowledged in 30 minutes',
    policyFor('report'),
    'acknowledge',
    [30, 30, 30, 30],
    'PL07 Điều 4 khoản 2',
  ],
  [
    'a report is told its course in 1 day',
    policyFor('report'),
    'firstResponse',
    [day, day, day, day],
    'PL07 Điều 4 khoản 2',
  ],
  [
    'a report is verified in 3 days',
    policyFor('report'),
    'resolution',
    [3 * day, 3 * day, 3 * day, 3 * day],
    'PL07 Điều 5 khoản 1',
  ],
  [
    'a low rating is with the head in 5 minutes',
    policyFor('verification'),
    'acknowledge',
    [5, 5, 5, 5],
    'PL08 Điều 6 khoản 1',
  ],
  [
    'after a low rating the enterprise is called in 4 hours',
    policyFor('verification'),
    'firstResponse',
    [240, 240, 240, 240],
    'PL08 Điều 6 khoản 1',
  ],
  [
    'after a low rating the enterprise is answered in 5 days',
    policyFor('verification'),
    'resolution',
    [5 * day, 5 * day, 5 * day, 5 * day],
    'PL08 Điều 6 khoản 1',
  ],
])('%s', (_, policy, kind, minutes, source) => {
  const promise = policy.clocks.find((each) => each.kind === kind);

  expect(levels.map((level) => promise?.minutes[level])).toEqual(minutes);
  expect(promise?.source).toBe(source);
});

test('a low rating is verified within three of its five days', () => {
  const resolution = policyFor('verification').clocks.find(({ kind }) => kind === 'resolution');
  const verified = resolution?.ladder.find(({ name }) => name === 'verified');

  expect(((verified?.percent ?? 0) / 100) * (resolution?.minutes[1] ?? 0)).toBe(3 * day);
});

test('every case finds exactly one policy first, whatever it is about', () => {
  const policies = defaultPolicies.map((definition) => ({ definition }));

  const without = kinds.flatMap((kind) =>
    categoryCodes.flatMap((category) =>
      [true, false]
        .map((urgent) => ({ kind, category, urgent, unitCode: 'R3-DV' }))
        .filter((facts) => choosePolicy(policies, facts) === null),
    ),
  );
  const precedences = defaultPolicies.map(({ precedence }) => precedence);

  expect(without).toEqual([]);
  expect(new Set(precedences).size).toBe(precedences.length);
});

test.each<[string, CaseKind, string, boolean, string]>([
  ['goods held at the port', 'issue', 'supervision_vasscm', true, 'Vướng mắc khẩn (hàng dừng tại cảng)'],
  ['a policy matter that holds goods', 'issue', 'origin_co', true, 'Vướng mắc khẩn (hàng dừng tại cảng)'],
  ['a procedure', 'issue', 'supervision_vasscm', false, 'Vướng mắc về thủ tục'],
  ['a policy', 'issue', 'origin_co', false, 'Vướng mắc về chính sách'],
  ['a question', 'question', 'overtime', false, 'Câu hỏi, đề nghị hướng dẫn'],
  ['an urgent report about an officer stays a report', 'report', 'other_issue', true, 'Phản ánh về công chức'],
  ['a low rating', 'verification', 'origin_co', false, 'Xác minh đánh giá thấp'],
])('%s has its own promises', (_, kind, category, urgent, name) => {
  expect(policyFor(kind, { category, urgent }).name).toBe(name);
});

test('a report that is late at any point goes to the leader of the department', () => {
  const policy = policyFor('report');

  const atTheEnd = policy.clocks.map(({ ladder }) => ladder.at(-1)?.act);

  expect(atTheEnd).toEqual(['raise', 'raise', 'raise']);
  expect(Object.values(policy.answerers)).toEqual([{ unit: 'root' }, { unit: 'root' }, { unit: 'root' }]);
});

test('silence closes after 3 working days, a case reopens within 7, an alert climbs after 30 minutes', () => {
  for (const policy of defaultPolicies) {
    expect(policy).toMatchObject({ silenceMinutes: 3 * day, reopenMinutes: 7 * day, alertMinutes: 30 });
  }
});

test('a promise only names steps once, and its own breach is among them', () => {
  for (const { clocks } of defaultPolicies) {
    for (const { ladder } of clocks) {
      expect(new Set(ladder.map(({ name }) => name)).size).toBe(ladder.length);
      expect(ladder.map(({ percent }) => percent)).toContain(100);
    }
  }
});
