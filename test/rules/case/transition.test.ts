import { expect, test } from 'vitest';
import type { CaseEventType } from '../../../src/rules/case/events.ts';
import type { CaseRefusal } from '../../../src/rules/case/refusals.ts';
import { isLive, transition } from '../../../src/rules/case/transition.ts';
import type { CaseState } from '../../../src/rules/case/words.ts';

const allStates: readonly CaseState[] = [
  'open',
  'awaitingEnterprise',
  'awaitingResult',
  'resolved',
  'closed',
  'merged',
];

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

test.each<[string, CaseState, CaseEventType, CaseRefusal]>([
  ['a case is opened once', 'open', 'opened', 'alreadyOpened'],
  ['a closed case gets no answer', 'closed', 'replied', 'caseIsClosed'],
  ['a closed case takes no message: it opens a new one', 'closed', 'enterpriseWrote', 'caseIsClosed'],
  ['a closed case does not climb', 'closed', 'raised', 'caseIsClosed'],
  ['a closed case is not closed twice', 'closed', 'closed', 'caseIsClosed'],
  ['a closed case does not become resolved', 'closed', 'resolved', 'caseIsClosed'],
  ['a closed case is not passed on: it is reopened first', 'closed', 'transferred', 'caseIsClosed'],
  ['a closed case is no duplicate', 'closed', 'merged', 'caseIsClosed'],
  ['only an answered case can be “not solved”', 'open', 'notSolved', 'notResolved'],
  ['only a closed case reopens', 'resolved', 'reopened', 'notClosed'],
  ['no result arrives that nobody waits for', 'open', 'resultArrived', 'noResultAwaited'],
  ['one result is awaited at a time', 'awaitingResult', 'resultAwaited', 'resultAlreadyAwaited'],
  ['an answered case is not answered for good again', 'resolved', 'resolved', 'alreadyResolved'],
  ['an answered case needs no new date', 'resolved', 'interimReplied', 'alreadyResolved'],
  ['an answered case waits for nothing else', 'resolved', 'resultAwaited', 'alreadyResolved'],
  ['an answered case is not passed on', 'resolved', 'transferred', 'alreadyResolved'],
  ['an answered case is not merged away', 'resolved', 'merged', 'alreadyResolved'],
  ['a merged case is left alone', 'merged', 'assigned', 'caseIsMerged'],
  ['a merged case is not merged again', 'merged', 'merged', 'caseIsMerged'],
])('refused: %s (%s, %s)', (_, state, event, refusal) => {
  expect(transition(state, event)).toEqual({ ok: false, refusal });
});

test.each<[string, CaseState[], CaseEventType]>([
  ['a case is passed on as long as it is worked on', ['open', 'awaitingEnterprise', 'awaitingResult'], 'transferred'],
  [
    'a case takes in a duplicate until it closes',
    ['open', 'awaitingEnterprise', 'awaitingResult', 'resolved'],
    'absorbed',
  ],
  ['a note can be written whatever has become of the case', [...allStates], 'noted'],
  ['a case is sorted by labels whatever has become of it', [...allStates], 'labelled'],
  ['a label comes off whatever has become of the case', [...allStates], 'unlabelled'],
  [
    'a promise that broke is written down until the case is over',
    ['open', 'awaitingEnterprise', 'awaitingResult', 'resolved'],
    'clockBroken',
  ],
])('%s', (_, states, event) => {
  expect(allStates.filter((state) => transition(state, event).ok)).toEqual(states);
});

test('a case asks something of somebody until it is closed or merged', () => {
  expect(allStates.filter(isLive)).toEqual(['open', 'awaitingEnterprise', 'awaitingResult', 'resolved']);
});
