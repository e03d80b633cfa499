import { expect, test } from 'vitest';
import { type Mergeable, whyNotMerged } from '../../../src/rules/case/merging.ts';
import type { CaseRefusal } from '../../../src/rules/case/refusals.ts';

const older: Mergeable = {
  id: 1,
  kind: 'issue',
  conversationId: 7,
  enterpriseId: 5,
  openedAt: new Date('2026-11-23T02:00:00Z'),
  assigneeId: 11,
};
const younger: Mergeable = { ...older, id: 2, openedAt: new Date('2026-11-23T03:00:00Z'), assigneeId: 12 };

test.each<[string, Partial<Mergeable>, Partial<Mergeable>, CaseRefusal | null]>([
  ['the younger of two cases of one chat goes into the older', {}, {}, null],
  ['a question goes into an issue about the same matter', { kind: 'question' }, {}, null],
  ['a report goes into a report', { kind: 'report' }, { kind: 'report' }, null],
  ['a report does not go where others than internal control read it', { kind: 'report' }, {}, 'anotherKind'],
  ['an issue does not vanish into a report', {}, { kind: 'report' }, 'anotherKind'],
  ['a verification does not go into a report', { kind: 'verification' }, { kind: 'report' }, 'anotherKind'],
  ['a case is not its own duplicate', { id: 1 }, {}, 'sameCase'],
  ['nobody else’s case takes it in', {}, { conversationId: 8 }, 'anotherConversation'],
  ['nor that of another enterprise in the same chat', {}, { enterpriseId: 6 }, 'anotherConversation'],
  ['the earlier promise is not given up', { openedAt: new Date('2026-11-23T01:59:59Z') }, {}, 'olderSurvives'],
  ['of two opened at once either may go', { openedAt: older.openedAt }, {}, null],
  ['whoever must not see the one does not get it through the other', {}, { assigneeId: 99 }, 'conflictOfInterest'],
])('%s', (_, duplicate, survivor, refusal) => {
  const excluded = new Set([99]);

  expect(whyNotMerged({ ...younger, ...duplicate }, { ...older, ...survivor }, excluded)).toBe(refusal);
});
