import { expect, test } from 'vitest';
import { decide, mayAskForHigher } from '../../../src/rules/case/decide.ts';
import type { CaseEventBody } from '../../../src/rules/case/events.ts';
import type { CaseRefusal } from '../../../src/rules/case/refusals.ts';
import { type Standing, standingAfter } from '../../../src/rules/case/standing.ts';
import type { CaseKind, Level } from '../../../src/rules/case/words.ts';

function opened(kind: CaseKind): CaseEventBody {
  return {
    type: 'opened',
    kind,
    category: 'channel_inspection',
    urgent: false,
    officeCode: null,
    declarationNo: null,
    policyId: 1,
    calendarId: 1,
    level: 1,
  };
}

const inPort3: CaseEventBody = { type: 'assigned', officerId: 1, unitId: 3, because: 'onDuty' };
const answered: CaseEventBody[] = [
  { type: 'replied', messageId: 1, officerId: 1 },
  { type: 'replyDelivered', messageId: 1 },
];
const resolved: CaseEventBody = { type: 'resolved', messageId: 1 };
const asked = (fromLevel: Level, toLevel: Level): CaseEventBody => ({
  type: 'raised',
  fromLevel,
  toLevel,
  because: 'enterprise',
});
const unanswered: CaseEventBody = { type: 'raised', fromLevel: 1, toLevel: 2, because: 'unanswered' };
const redated: CaseEventBody = {
  type: 'interimReplied',
  messageId: 2,
  newDueAt: '2026-11-25T09:00:00.000Z',
  clock: 'resolution',
};
const confirmed: CaseEventBody = { type: 'closed', because: 'confirmed' };
const toUnit = (toUnitId: number): CaseEventBody => ({
  type: 'transferred',
  fromUnitId: 3,
  toUnitId,
  policyId: 1,
  calendarId: 1,
  because: 'đúng tuyến',
});

function standing(kind: CaseKind, ...events: CaseEventBody[]): Standing {
  const reached = [opened(kind), inPort3, ...events].reduce<Standing | null>(standingAfter, null);
  if (reached === null) throw new Error('The case was not opened');
  return reached;
}

function refusalOf(before: Standing, event: CaseEventBody): CaseRefusal | null {
  const decision = decide(before, event);
  return decision.ok ? null : decision.refusal;
}

test.each<[string, CaseKind, CaseEventBody[], CaseEventBody, CaseRefusal | null]>([
  ['a verification is not answered without an outcome', 'verification', answered, resolved, 'needsOutcome'],
  [
    'a verification that found something is answered',
    'verification',
    answered,
    { ...resolved, outcome: 'substantiated' },
    null,
  ],
  ['a verification is not closed before it has an outcome', 'verification', answered, confirmed, 'needsOutcome'],
  [
    'a verification closes once it has one',
    'verification',
    [{ ...resolved, outcome: 'unclear' }],
    { type: 'closed', because: 'silence' },
    null,
  ],
  ['a report, an issue and a question need none', 'report', answered, resolved, null],
  ['the enterprise may close an issue that nobody has answered', 'issue', [], confirmed, null],
])('%s', (_, kind, events, event, refusal) => {
  expect(refusalOf(standing(kind, ...events), event)).toBe(refusal);
});

test.each<[string, CaseEventBody[], CaseRefusal | null]>([
  ['not before anybody has answered', [], 'notAnsweredAtThisLevel'],
  ['not while the answer is on its way', answered.slice(0, 1), 'notAnsweredAtThisLevel'],
  ['after an answer', answered, null],
  ['after an answer for good', [...answered, resolved], null],
  ['after a date was given instead of an answer', [redated, { type: 'replyDelivered', messageId: 2 }], null],
  ['not twice for one answer', [...answered, asked(1, 2)], 'alreadyAskedAtThisLevel'],
  ['once more when the next level has answered', [...answered, asked(1, 2), ...answered], null],
  ['not of a level that it came to by itself and that is silent', [...answered, unanswered], 'notAnsweredAtThisLevel'],
  ['not above the top', [...answered, asked(1, 4), ...answered], 'alreadyAtTheTop'],
  ['not once the case is closed', [...answered, resolved, confirmed], 'caseIsClosed'],
])('the enterprise may ask the level above to look: %s', (_, events, refusal) => {
  const before = standing('issue', ...events);

  expect(refusalOf(before, asked(before.level, 4))).toBe(refusal);
  expect(mayAskForHigher(before)).toBe(refusal === null);
});

test.each<[string, CaseEventBody[], string | undefined, CaseRefusal | null]>([
  ['with a reason', [], 'Cần ý kiến của phòng', null],
  ['not without one', [], undefined, 'reasonMissing'],
  ['not with an empty one', [], '  ', 'reasonMissing'],
  ['not what is answered for good', [resolved], 'Cần ý kiến của phòng', 'alreadyResolved'],
  ['not above the top', [{ ...unanswered, toLevel: 4 } as CaseEventBody], 'Cần ý kiến của phòng', 'alreadyAtTheTop'],
])('an officer passes a case up: %s', (_, events, reason, refusal) => {
  const why = reason === undefined ? {} : { reason };

  expect(
    refusalOf(standing('issue', ...events), { type: 'raised', fromLevel: 1, toLevel: 2, because: 'officer', ...why }),
  ).toBe(refusal);
});

test('a level that is silent is always passed over, even at the top', () => {
  const top = standing('issue', { ...unanswered, toLevel: 4 } as CaseEventBody);

  expect(refusalOf(top, { type: 'raised', fromLevel: 4, toLevel: 4, because: 'unanswered' })).toBeNull();
});

test('a new date is given once a level, at the top as often as it takes', () => {
  const once = standing('issue', redated);

  expect(refusalOf(once, redated)).toBe('newDateGivenAlready');
  expect(refusalOf(standing('issue', redated, unanswered), redated)).toBeNull();
  expect(refusalOf(standing('issue', { ...unanswered, toLevel: 4 } as CaseEventBody, redated), redated)).toBeNull();
});

test('what the ladder says after a broken promise leaves the officer’s one new date', () => {
  const told = { ...redated, clock: 'firstResponse' } as CaseEventBody;

  expect(refusalOf(standing('issue', told), redated)).toBeNull();
});

test('a case is not transferred to where it is', () => {
  expect(refusalOf(standing('issue'), toUnit(3))).toBe('alreadyThere');
  expect(refusalOf(standing('issue', toUnit(4)), toUnit(3))).toBeNull();
});

test('a transfer leaves the case at its level', () => {
  const decision = decide(standing('issue', unanswered), toUnit(4));

  expect(decision).toMatchObject({ ok: true, standing: { level: 2, unitId: 4, state: 'open' } });
});

test('nothing happens to a case before it is opened', () => {
  expect(decide(null, resolved)).toEqual({ ok: false, refusal: 'notAllowedFromHere' });
  expect(decide(null, opened('issue')).ok).toBe(true);
});
