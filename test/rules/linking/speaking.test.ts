import { expect, test } from 'vitest';
import { canSeeInChat } from '../../../src/rules/linking/chat-sight.ts';
import { isCurrent, namedEnterprise, type Represented } from '../../../src/rules/linking/represented.ts';
import { type Candidate, successor } from '../../../src/rules/linking/succession.ts';
import { mayKeepLinks } from '../../../src/rules/visibility/may-keep-links.ts';

const day = (date: string) => new Date(`2026-11-${date}T00:00:00+07:00`);

test('a link counts from its first instant and no longer at its last', () => {
  const link = { validFrom: day('01'), validUntil: day('30') };

  expect([day('01'), day('29'), day('30')].map((at) => isCurrent(link, at))).toEqual([true, true, false]);
  expect(isCurrent({ validFrom: day('01'), validUntil: null }, day('30'))).toBe(true);
});

const enterprise = (enterpriseId: number, taxCode: string): Represented => ({
  enterpriseId,
  taxCode,
  name: `Công ty ${enterpriseId}`,
  role: 'broker',
  sharesCases: false,
});
const three = [enterprise(1, '0299101121'), enterprise(2, '0299102453'), enterprise(3, '0299103714')];

test.each([
  ['a tax code decides', { taxCode: '0299102453', declarant: null }, 2],
  ['a declaration decides', { taxCode: null, declarant: 3 }, 3],
  ['both of one enterprise decide', { taxCode: '0299103714', declarant: 3 }, 3],
  ['a tax code of one and a declaration of another leave it open', { taxCode: '0299102453', declarant: 3 }, null],
  ['somebody else’s tax code decides nothing', { taxCode: '0100109106', declarant: null }, null],
  ['somebody else’s declaration decides nothing', { taxCode: null, declarant: 9 }, null],
  ['nothing said decides nothing', { taxCode: null, declarant: null }, null],
])('of three enterprises, %s', (_, said, meant) => {
  expect(namedEnterprise(three, said)).toBe(meant);
});

test('whoever speaks for one enterprise speaks for it, and for none for none', () => {
  const said = { taxCode: '0100109106', declarant: null };

  expect(namedEnterprise(three.slice(0, 1), said)).toBe(1);
  expect(namedEnterprise([], said)).toBeNull();
});

const somebody = (contactId: number, role: Candidate['role'], date: string): Candidate => ({
  contactId,
  conversationId: contactId * 10,
  role,
  linkedAt: day(date),
});

test.each([
  [
    'an owner, the longest linked',
    [somebody(1, 'staff', '01'), somebody(2, 'owner', '05'), somebody(3, 'owner', '04')],
    false,
    3,
  ],
  ['nobody where cases are each person’s own and no owner is there', [somebody(1, 'staff', '01')], false, null],
  ['a colleague where cases are shared anyway', [somebody(2, 'staff', '02'), somebody(1, 'broker', '01')], true, 1],
  ['nobody where there is nobody', [], true, null],
])('open cases go to %s', (_, candidates, shares, expected) => {
  expect(successor(candidates, shares)?.contactId ?? null).toBe(expected);
});

const sight = { conversationId: 7, ownChats: new Set([7, 9]), represents: new Set([1, 2]), shares: new Set([2]) };

test.each([
  ['an own case that nobody verified', 'issue', 7, null, true],
  ['an own case of an enterprise they speak for', 'question', 7, 1, true],
  ['an own case of another of their chats', 'issue', 9, 1, true],
  ['an own report of another of their chats', 'report', 9, 1, true],
  ['an own case of one they no longer speak for', 'issue', 7, 3, false],
  ['an own report, whatever became of them', 'report', 7, 3, true],
  ['a colleague’s case where the enterprise shares', 'issue', 8, 2, true],
  ['a colleague’s report where the enterprise shares', 'report', 8, 2, false],
  ['a colleague’s case where it does not share', 'issue', 8, 1, false],
  ['a stranger’s unverified case', 'issue', 8, null, false],
] as const)(
  'seeing %s from a chat: kind %s, chat %s, enterprise %s → %s',
  (_, kind, conversationId, enterpriseId, can) => {
    expect(canSeeInChat(sight, { kind, conversationId, enterpriseId })).toBe(can);
  },
);

test.each([
  ['administrator', [], true],
  ['departmentLeader', [], true],
  ['unitHead', [5], true],
  ['unitHead', [6], false],
  ['unitHead', [], false],
  ['teamLead', [5], false],
  ['officer', [5], false],
  ['internalControl', [5], false],
] as const)('%s decides about an enterprise of the units %s: %s', (role, units, may) => {
  expect(mayKeepLinks({ officerId: 1, role, unitIds: new Set([5]) }, new Set(units))).toBe(may);
});
