import { expect, test } from 'vitest';
import type { CaseKind } from '../../../src/rules/case/words.ts';
import {
  type CaseFacts,
  canSee,
  isAboutConduct,
  isManager,
  mayBeTold,
  type Role,
} from '../../../src/rules/visibility/can-see.ts';

const port = 4;
const team = 5;
const me = 10;
const colleague = 11;

test.each<[string, Role, number[], Partial<CaseFacts>, boolean]>([
  ['an officer sees the cases of the unit', 'officer', [port], {}, true],
  ['an officer does not see the cases of another unit', 'officer', [team], {}, false],
  ['an officer sees a case of another unit that was given to them', 'officer', [team], { assigneeId: me }, true],
  ['a head sees the units below', 'unitHead', [port, team], { unitId: team }, true],
  ['the leader sees every unit', 'departmentLeader', [], {}, true],
  ['internal control sees every unit', 'internalControl', [], {}, true],
  ['an administrator looks after the system, not the cases', 'administrator', [port], {}, false],
  ['an administrator sees what was given to them', 'administrator', [], { assigneeId: me }, true],
  ['a report is not seen by the unit', 'officer', [port], { kind: 'report' }, false],
  ['a report is not seen by the head of the unit', 'unitHead', [port], { kind: 'report' }, false],
  ['a report is not seen by the leader', 'departmentLeader', [port], { kind: 'report' }, false],
  ['a report is seen by internal control', 'internalControl', [], { kind: 'report' }, true],
  ['a verification is seen by internal control', 'internalControl', [], { kind: 'verification' }, true],
  ['a report is seen by whoever was given it', 'unitHead', [], { kind: 'report', assigneeId: me }, true],
  ['an excluded officer does not see the unit’s case', 'officer', [port], { excludedOfficerIds: new Set([me]) }, false],
  ['no rank overrules an exclusion', 'departmentLeader', [port], { excludedOfficerIds: new Set([me]) }, false],
  ['internal control neither', 'internalControl', [port], { excludedOfficerIds: new Set([me]) }, false],
  [
    'nor does having the case',
    'officer',
    [port],
    { assigneeId: me, excludedOfficerIds: new Set([me, colleague]) },
    false,
  ],
  ['an officer who was alerted reads what the alert is about', 'officer', [], { toldOfficerIds: new Set([me]) }, true],
  [
    'an exclusion outweighs an alert',
    'officer',
    [],
    { toldOfficerIds: new Set([me]), excludedOfficerIds: new Set([me]) },
    false,
  ],
  ['somebody else’s exclusion changes nothing', 'officer', [port], { excludedOfficerIds: new Set([colleague]) }, true],
])('%s', (_, role, unitIds, facts, expected) => {
  const facts0: CaseFacts = {
    kind: 'issue',
    unitId: port,
    assigneeId: null,
    excludedOfficerIds: new Set(),
    toldOfficerIds: new Set(),
  };

  const sees = canSee({ officerId: me, role, unitIds: new Set(unitIds) }, { ...facts0, ...facts });

  expect(sees).toBe(expected);
});

test.each<[string, Role, Partial<CaseFacts>, boolean]>([
  ['a head of another unit may be told of an issue', 'unitHead', {}, true],
  ['a head is not told of a report', 'unitHead', { kind: 'report' }, false],
  ['a head who was given a report is told of it', 'unitHead', { kind: 'report', assigneeId: me }, true],
  ['internal control is told of a report', 'internalControl', { kind: 'report' }, true],
  ['the leader is told of a report that nobody settled', 'departmentLeader', { kind: 'verification' }, true],
  [
    'a leader who is party to it is not',
    'departmentLeader',
    { kind: 'report', excludedOfficerIds: new Set([me]) },
    false,
  ],
  ['nobody who is excluded is told of an issue', 'unitHead', { excludedOfficerIds: new Set([me]) }, false],
])('%s', (_, role, facts, expected) => {
  const facts0: CaseFacts = {
    kind: 'issue',
    unitId: port,
    assigneeId: null,
    excludedOfficerIds: new Set(),
    toldOfficerIds: new Set(),
  };

  const told = mayBeTold({ officerId: me, role, unitIds: new Set([team]) }, { ...facts0, ...facts });

  expect(told).toBe(expected);
});

test('reports and verifications are about conduct, issues and questions are not', () => {
  const kinds: CaseKind[] = ['issue', 'report', 'verification', 'question'];

  expect(kinds.filter(isAboutConduct)).toEqual(['report', 'verification']);
});

test('those who lead hear of broken promises', () => {
  const roles: Role[] = ['officer', 'teamLead', 'unitHead', 'departmentLeader', 'internalControl', 'administrator'];

  expect(roles.filter(isManager)).toEqual(['teamLead', 'unitHead', 'departmentLeader']);
});
