import { expect, test } from 'vitest';
import type { CaseEventType } from '../../../src/rules/case/events.ts';
import { isLive, transition } from '../../../src/rules/case/transition.ts';
import type { CaseState } from '../../../src/rules/case/words.ts';

test.each<[string, CaseState, CaseEventType, CaseState]>([
  ['asking the enterprise waits for it', 'open', 'informationRequested', 'awaitingEnterprise'],
  ['asking again goes on waiting', 'awaitingEnterprise', 'informationRequested', 'awaitingEnterprise'],
  ['the enterprise’s answer gives the case back', 'awaitingEnterprise', 'enterpriseWrote', 'open'],
  ['a reply in between goes on waiting', 'awaitingEnterprise', 'replied', 'awaitingEnterprise'],
  ['a laboratory is waited for', 'open', 'resultAwaited', 'awaitingResult'],
  ['what the enterprise writes does not end that wait', 'awaitingResult', 'enterpriseWrote', 'awaitingResult'],
  ['its result does', 'awaitingResult', 'resultArrived', 'open'],
  [
    'the enterprise may be asked while the laboratory works',
    'awaitingResult',
    'informationRequested',
    'awaitingEnterprise',
  ],
  ['a case that climbs while it waits is worked on again', 'awaitingEnterprise', 'raised', 'open'],
  ['answered for good', 'open', 'resolved', 'resolved'],
  ['answered for good without waiting any longer', 'awaitingEnterprise', 'resolved', 'resolved'],
  ['thanks do not reopen', 'resolved', 'enterpriseWrote', 'resolved'],
  ['“not solved” does', 'resolved', 'notSolved', 'open'],
  ['an answer that never arrived lets it climb', 'resolved', 'raised', 'open'],
  ['the enterprise confirms, or stays silent', 'resolved', 'closed', 'closed'],
  ['the enterprise may close what nobody has answered', 'open', 'closed', 'closed'],
  ['a closed case reopens', 'closed', 'reopened', 'open'],
  ['a delivery that is known late is still noted', 'closed', 'replyNotDelivered', 'closed'],
])('%s: %s, %s', (_, state, event, next) => {
  expect(transition(state, event)).toEqual({ ok: true, state: next });
});

test.each<[string, CaseState, CaseEventType]>([
  ['a case is opened once', 'open', 'opened'],
  ['a closed case gets no answer', 'closed', 'replied'],
  ['a closed case takes no message: it opens a new one', 'closed', 'enterpriseWrote'],
  ['a closed case does not climb', 'closed', 'raised'],
  ['a closed case is not closed twice', 'closed', 'closed'],
  ['a closed case does not become resolved', 'closed', 'resolved'],
  ['only an answered case can be “not solved”', 'open', 'notSolved'],
  ['only a closed case reopens', 'resolved', 'reopened'],
  ['no result arrives that nobody waits for', 'open', 'resultArrived'],
  ['an answered case is not answered for good again', 'resolved', 'resolved'],
  ['a merged case is left alone', 'merged', 'assigned'],
])('refused: %s (%s, %s)', (_, state, event) => {
  expect(transition(state, event)).toEqual({ ok: false, refusal: 'notAllowedFromHere' });
});

test('a case asks something of somebody until it is closed or merged', () => {
  const states: CaseState[] = ['open', 'awaitingEnterprise', 'awaitingResult', 'resolved', 'closed', 'merged'];

  expect(states.filter(isLive)).toEqual(['open', 'awaitingEnterprise', 'awaitingResult', 'resolved']);
});
