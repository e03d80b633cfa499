import { expect, test } from 'vitest';
import type { CaseEvent, CaseEventType } from '../../../src/rules/case/events.ts';
import { waitingSince } from '../../../src/rules/case/waiting-since.ts';

function at(minute: number): Date {
  return new Date(Date.UTC(2026, 2, 6, 2, minute));
}

/** One event a minute. Only its type and time matter here. */
function told(...types: readonly CaseEventType[]): CaseEvent[] {
  return types.map((type, minute) => ({ type, at: at(minute), by: { kind: 'clock' } }) as CaseEvent);
}

test.each([
  ['waits from its opening', told('opened', 'assigned', 'taken'), 0],
  ['waits from its oldest unanswered word', told('opened', 'replied', 'enterpriseWrote', 'enterpriseWrote'), 2],
  ['waits on when it is only told a new date', told('opened', 'interimReplied', 'noted', 'raised'), 0],
  ['waits anew when it says that nothing is solved', told('opened', 'resolved', 'notSolved'), 2],
  ['does not wait once it was answered', told('opened', 'replied', 'replyDelivered'), null],
  ['does not wait while it is asked something', told('opened', 'informationRequested'), null],
  ['does not wait on a closed case', told('opened', 'enterpriseWrote', 'closed'), null],
])('the enterprise %s', (_, events, minute) => {
  expect(waitingSince(events)).toEqual(minute === null ? null : at(minute));
});
