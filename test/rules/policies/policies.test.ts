import { expect, test } from 'vitest';
import { defaultPolicies } from '../../../src/rules/escalation/defaults.ts';
import type { Policy } from '../../../src/rules/escalation/policy.ts';
import { policyOf } from '../../../src/rules/policies/definition-problems.ts';
import { matchesOverlap, uncoveredCase } from '../../../src/rules/policies/policy-match.ts';

const codes = new Set(['R3', 'R3-GSQL']);
const stored = defaultPolicies.map((definition) => ({ definition }));

test('the shipped policies are sound, cover every case and leave no doubt which applies', () => {
  for (const policy of defaultPolicies) expect(policyOf(policy, codes)).toEqual({ ok: true, policy });

  expect(uncoveredCase(stored, ['R3'])).toBeNull();
  const precedences = defaultPolicies.map(({ precedence }) => precedence);
  expect(new Set(precedences).size).toBe(precedences.length);
});

test('without the policy for questions a question would be promised nothing', () => {
  const without = stored.filter(({ definition }) => definition.precedence !== 120);

  expect(uncoveredCase(without, ['R3'])).toMatchObject({ kind: 'question', urgent: false });
});

test.each([
  ['different kinds', { kinds: ['issue'] }, { kinds: ['report'] }, false],
  ['one open condition', { kinds: ['issue'] }, {}, true],
  ['urgent and not', { urgent: true }, { urgent: false }, false],
  ['kinds shared and units not', { kinds: ['issue'], unitCodes: ['A'] }, { kinds: ['issue'], unitCodes: ['B'] }, false],
] as const)('%s: the same case or not', (_, a, b, expected) => {
  expect(matchesOverlap(a, b)).toBe(expected);
});

test.each([
  [
    'names nobody for level 3',
    { answerers: { 2: { unit: 'own' }, 4: { unit: 'root' } } },
    { problem: 'noAnswerer', level: 3 },
  ],
  [
    'names a unit that is not there',
    { answerers: { 2: { unit: 'own' }, 3: { unit: 'named', code: 'R9' }, 4: { unit: 'root' } } },
    { problem: 'unknownAnswerer', level: 3, code: 'R9' },
  ],
  ['promises nothing', { clocks: [] }, { problem: 'noClock' }],
] as const)('a policy that %s is not one', (_, change, problem) => {
  expect(policyOf({ ...aPolicy(), ...change }, codes)).toEqual({ ok: false, problem });
});

test('a clock that breaks without anybody hearing of it is not a promise', () => {
  const policy = aPolicy();
  const clocks = policy.clocks.map((clock) => ({ ...clock, ladder: [] }));

  expect(policyOf({ ...policy, clocks }, codes)).toMatchObject({ ok: false, problem: { problem: 'neverBroken' } });
});

function aPolicy(): Policy {
  const [policy] = defaultPolicies;
  if (policy === undefined) throw new Error('There is a policy');
  return policy;
}

test('a unit that no policy names is covered by those that name none', () => {
  const forPort3 = { ...aPolicy(), match: { unitCodes: ['R3-03TG'] } };

  expect(uncoveredCase([{ definition: forPort3 }], ['R3-03TG'])).toBeNull();
  expect(uncoveredCase([{ definition: forPort3 }], ['R3-03TG', 'R3'])).toMatchObject({ unitCode: 'R3' });
  expect(uncoveredCase([{ definition: forPort3 }, ...stored], ['R3-03TG', 'R3'])).toBeNull();
});
