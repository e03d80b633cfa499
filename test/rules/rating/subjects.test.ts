import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RatedSnapshot } from '../../../src/rules/rating/rating.ts';
import {
  type PostedOfficer,
  rateable,
  snapshotOf,
  subjectCode,
  subjectOfCode,
  unitOfSubject,
} from '../../../src/rules/rating/subjects.ts';

const zone = 'Asia/Ho_Chi_Minh';

test('an officer who moved afterwards takes no rating along: the step stays with the unit of its day', () => {
  const lan: PostedOfficer = {
    officerId: 7,
    posts: [
      { unitId: 1, validFrom: '2020-01-01', validTo: '2026-11-20' },
      { unitId: 2, validFrom: '2026-11-20', validTo: null },
    ],
  };
  const steps = [
    { step: 'documentCheck' as const, at: '2026-11-19T16:59:00Z', officerEmail: 'LAN@example.vn' },
    { step: 'cleared' as const, at: '2026-11-19T17:00:00Z', officerEmail: 'lan@example.vn' },
    { step: 'released' as const, at: '2026-11-21T02:00:00Z', officerEmail: null, team: 'Đội Giám sát' },
  ];

  const snapshot = snapshotOf(steps, 9, (email) => (email === 'lan@example.vn' ? lan : undefined), zone);

  expect(snapshot.steps.map(({ officerId, unitId }) => [officerId, unitId])).toEqual([
    [7, 1],
    [7, 2],
    [null, 9],
  ]);
  expect(unitOfSubject(snapshot, { kind: 'step', key: 'cleared' })).toBe(2);
  expect(unitOfSubject(snapshot, { kind: 'team', key: 'Đội Giám sát' })).toBe(9);
  expect(unitOfSubject(snapshot, { kind: 'declaration', key: '' })).toBe(9);
});

const steps = fc.array(
  fc.record({
    step: fc.constantFrom('registered', 'documentCheck', 'physicalInspection', 'released', 'cleared'),
    at: fc.constant('2026-11-19T02:00:00Z'),
    officerId: fc.option(fc.nat({ max: 5 })),
    unitId: fc.option(fc.nat({ max: 5 })),
    team: fc.option(fc.string()),
  }),
  { maxLength: 8 },
);

test('whatever the step log: each subject is offered once, fits a button, and its code finds it again', () => {
  fc.assert(
    fc.property(steps, fc.option(fc.nat({ max: 5 })), (log, unitId) => {
      // The arbitrary's step names are the rule's own.
      const snapshot = { unitId, steps: log } as RatedSnapshot;
      const subjects = rateable(snapshot);
      const codes = subjects.map(subjectCode);

      expect(new Set(subjects.map(({ kind, key }) => `${kind} ${key}`)).size).toBe(subjects.length);
      expect(codes.every((code) => /^[\x21-\x7e]{1,24}$/.test(code))).toBe(true);
      expect(codes.map((code) => subjectOfCode(snapshot, code))).toEqual(subjects);
    }),
  );
});
