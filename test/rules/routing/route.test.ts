import { expect, test } from 'vitest';
import {
  type Candidate,
  chooseOfficer,
  chooseUnit,
  type ResponsibilityRule,
  type RoutingFacts,
} from '../../../src/rules/routing/route.ts';
import { at } from '../working-time/samples.ts';

const port: RoutingFacts = { category: 'supervision_vasscm', officeCode: '03EE', officeUnitId: 4, rootUnitId: 1 };
const clearanceTeam = 2;

test.each<[string, Partial<RoutingFacts>, Partial<ResponsibilityRule>[], number, string]>([
  ['nothing else is known: the unit of the office', {}, [], 4, 'office'],
  ['no rule and no office: the top of the tree', { officeCode: null, officeUnitId: null }, [], 1, 'nothingKnown'],
  ['a rule for the category', { category: 'origin_co' }, [{ category: 'origin_co', unitId: clearanceTeam }], 2, 'rule'],
  ['a rule for another category is passed over', {}, [{ category: 'origin_co', unitId: clearanceTeam }], 4, 'office'],
  ['a rule for another office is passed over', {}, [{ officeCode: '03CC', unitId: clearanceTeam }], 4, 'office'],
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

  const choices = [people, people.toReversed()].map(chooseOfficer);

  const expected = officerId === null ? { to: 'queue', because } : { to: 'officer', officerId, because };
  expect(choices).toEqual([expected, expected]);
});

function aRule(fields: Partial<ResponsibilityRule>): ResponsibilityRule {
  return { id: 1, precedence: 10, category: null, officeCode: null, unitId: null, note: 'Quy tắc thử', ...fields };
}

function aCandidate(officerId: number, fields: Partial<Candidate>): Candidate {
  const idle = { isOnDuty: true, isAbsent: false, isExcluded: false, openCases: 0, lastAssignedAt: null };
  return { officerId, ...idle, ...fields };
}
