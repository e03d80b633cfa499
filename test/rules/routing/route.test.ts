import { expect, test } from 'vitest';
import {
  type Candidate,
  chooseOfficer,
  chooseUnit,
  type ResponsibilityRule,
  type RoutingFacts,
} from '../../../src/rules/routing/route.ts';
import { at } from '../working-time/samples.ts';

const port: RoutingFacts = {
  kind: 'issue',
  category: 'supervision_vasscm',
  urgent: false,
  officeCode: '03EE',
  officeUnitId: 4,
  rootUnitId: 1,
};
const clearanceTeam = 2;

test.each<[string, Partial<RoutingFacts>, Partial<ResponsibilityRule>[], number, string]>([
  ['nothing else is known: the unit of the office', {}, [], 4, 'office'],
  ['no rule and no office: the top of the tree', { officeCode: null, officeUnitId: null }, [], 1, 'nothingKnown'],
  ['a rule for the category', { category: 'origin_co' }, [{ category: 'origin_co', unitId: clearanceTeam }], 2, 'rule'],
  ['a rule for another category is passed over', {}, [{ category: 'origin_co', unitId: clearanceTeam }], 4, 'office'],
  ['a rule for another office is passed over', {}, [{ officeCode: '03CC', unitId: clearanceTeam }], 4, 'office'],
  ['a rule for another kind is passed over', {}, [{ kind: 'question', unitId: clearanceTeam }], 4, 'office'],
  ['a rule for urgent matters', { urgent: true }, [{ urgent: true, unitId: clearanceTeam }], 2, 'rule'],
  ['a rule for urgent matters is passed over by others', {}, [{ urgent: true, unitId: clearanceTeam }], 4, 'office'],
  ['a rule that names no unit means the unit of the office', {}, [{ category: 'supervision_vasscm' }], 4, 'rule'],
  [
    'a rule that names no unit says nothing where no office is known',
    { officeCode: null, officeUnitId: null },
    [{ precedence: 10 }, { precedence: 20, unitId: 3 }],
    3,
    'rule',
  ],
  [
    'the lowest precedence wins',
    {},
    [
      { precedence: 20, unitId: 3 },
      { precedence: 10, unitId: 2 },
    ],
    2,
    'rule',
  ],
  [
    'equal precedence is settled by the older rule',
    {},
    [
      { id: 8, unitId: 3 },
      { id: 7, unitId: 2 },
    ],
    2,
    'rule',
  ],
])('who answers: %s', (_, facts, rules, unitId, because) => {
  const choice = chooseUnit({ ...port, ...facts }, rules.map(aRule));

  expect(choice).toMatchObject({ unitId, because });
  expect(choice.rule !== null).toBe(because === 'rule');
});

test.each<[string, Partial<Candidate>[], number | null, string]>([
  ['the only one on duty', [{ isOnDuty: false }, {}], 2, 'onDuty'],
  ['the one with fewer open cases', [{ openCases: 3 }, { openCases: 2 }], 2, 'onDuty'],
  ['duty counts more than load', [{ openCases: 9 }, { isOnDuty: false }], 1, 'onDuty'],
  [
    'equal load is settled by who has waited longest',
    [{ lastAssignedAt: at('2026-11-20T09:00') }, { lastAssignedAt: at('2026-11-20T08:00') }],
    2,
    'onDuty',
  ],
  ['who never had a case has waited longest', [{ lastAssignedAt: at('2026-11-20T09:00') }, {}], 2, 'onDuty'],
  ['a dead heat is settled by the number', [{}, {}], 1, 'onDuty'],
  [
    'outside duty hours, one of those present',
    [{ isOnDuty: false, isAbsent: true }, { isOnDuty: false }],
    2,
    'nobodyOnDuty',
  ],
  [
    'one who is away is not on duty, whatever the roster says',
    [{ isAbsent: true }, { isOnDuty: false }],
    2,
    'nobodyOnDuty',
  ],
  ['one who is excluded is never chosen', [{ isExcluded: true }, { openCases: 50 }], 2, 'onDuty'],
  ['nobody who may: the queue', [{ isExcluded: true }, { isAbsent: true }], null, 'nobodyEligible'],
  ['nobody at all: the queue', [], null, 'nobodyEligible'],
])('who takes it: %s', (_, candidates, officerId, because) => {
  const people = candidates.map((candidate, index) => aCandidate(index + 1, candidate));

  const choices = [people, people.toReversed()].map((order) => chooseOfficer(order));

  const expected = officerId === null ? { to: 'queue', because } : { to: 'officer', officerId, because };
  expect(choices).toEqual([expected, expected]);
});

test.each<[string, number[], number[], Partial<Candidate>[], number | null, string]>([
  ['who did the step, however loaded', [2], [], [{}, { openCases: 50 }], 2, 'recordedOnStep'],
  ['who did it last, of two who did', [2, 1], [], [{}, {}], 2, 'recordedOnStep'],
  ['who stands in for the one who did it', [9], [2], [{}, {}], 2, 'standsInForRecorded'],
  ['another, where who did it is away', [2], [], [{}, { isAbsent: true }], 1, 'onDuty'],
  ['another, where who did it is party to the matter', [2], [], [{}, { isExcluded: true }], 1, 'onDuty'],
  ['one on duty, where who did it is off duty', [2], [], [{}, { isOnDuty: false }], 1, 'onDuty'],
  ['who did it, where nobody is on duty', [2], [], [{ isOnDuty: false }, { isOnDuty: false }], 2, 'recordedOnStep'],
  ['another, where who did it works in another unit', [7], [], [{}, {}], 1, 'onDuty'],
])('who takes a matter about a step: %s', (_, recorded, standIns, candidates, officerId, because) => {
  const people = candidates.map((candidate, index) => aCandidate(index + 1, candidate));

  const choice = chooseOfficer(people, { recorded, standIns });

  expect(choice).toEqual({ to: 'officer', officerId, because });
});

function aRule(fields: Partial<ResponsibilityRule>): ResponsibilityRule {
  const open = { category: null, officeCode: null, kind: null, urgent: null, unitId: null };
  return { id: 1, precedence: 10, note: 'Quy tắc thử', ...open, ...fields };
}

function aCandidate(officerId: number, fields: Partial<Candidate>): Candidate {
  const idle = { isOnDuty: true, isAbsent: false, isExcluded: false, openCases: 0, lastAssignedAt: null };
  return { officerId, ...idle, ...fields };
}
