import { expect, test } from 'vitest';
import { choosePolicy, type Policy, type PolicyFacts } from '../../../src/rules/escalation/policy.ts';
import { procedure } from './samples.ts';

const issue: PolicyFacts = { kind: 'issue', category: 'origin_co', urgent: false, unitCode: 'R3-DV' };

test.each<[string, Policy['match'], Partial<PolicyFacts>, boolean]>([
  ['without conditions holds for everything', {}, {}, true],
  ['for a kind holds for that kind', { kinds: ['issue'] }, {}, true],
  ['for a kind holds for no other', { kinds: ['issue'] }, { kind: 'report' }, false],
  ['for categories holds for one of them', { categories: ['origin_co', 'overtime'] }, {}, true],
  ['for categories holds for no other', { categories: ['overtime'] }, {}, false],
  ['for urgent matters does not hold for the rest', { urgent: true }, {}, false],
  ['for matters that can wait does not hold for urgent ones', { urgent: false }, { urgent: true }, false],
  ['for a unit holds for that unit', { unitCodes: ['R3-DV'] }, {}, true],
  ['for a unit holds for no other', { unitCodes: ['R3-DV'] }, { unitCode: 'R3-TQ' }, false],
  ['asks for all its conditions', { kinds: ['issue'], urgent: true }, {}, false],
  ['for no kind at all holds for nothing', { kinds: [] }, {}, false],
])('a policy %s', (_, match, facts, holds) => {
  const chosen = choosePolicy([stored('only', 1, match)], { ...issue, ...facts });

  expect(chosen !== null).toBe(holds);
});

test('of several policies that hold, the one with the lowest precedence applies, in whatever order they are stored', () => {
  const policies = [stored('general', 100, {}), stored('narrow', 10, { kinds: ['issue'] }), stored('other', 50, {})];

  const names = [policies, policies.toReversed()].map((list) => choosePolicy(list, issue)?.definition.name);

  expect(names).toEqual(['narrow', 'narrow']);
});

test('where no policy holds there is none', () => {
  expect(choosePolicy([], issue)).toBeNull();
});

function stored(name: string, precedence: number, match: Policy['match']): { definition: Policy } {
  return { definition: { ...procedure, name, precedence, match } };
}
