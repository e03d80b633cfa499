import type { CaseEvent, CaseEventBody } from '../../../src/rules/case/events.ts';
import type { CaseKind, ClockKind } from '../../../src/rules/case/words.ts';
import { type ClockRun, clocksOf } from '../../../src/rules/escalation/clocks.ts';
import { defaultPolicies } from '../../../src/rules/escalation/defaults.ts';
import type { CaseRules } from '../../../src/rules/escalation/in-force.ts';
import { choosePolicy, type Policy, type PolicyFacts } from '../../../src/rules/escalation/policy.ts';
import { at, haiPhong, wall } from '../working-time/samples.ts';

export function policyFor(kind: CaseKind, facts: Partial<PolicyFacts> = {}): Policy {
  const matter = { kind, category: 'channel_inspection', urgent: false, unitCode: 'R3-DV', ...facts };
  const chosen = choosePolicy(
    defaultPolicies.map((definition) => ({ definition })),
    matter,
  );
  if (chosen === null) throw new Error(`No default policy for ${kind}`);
  return chosen.definition;
}

export const procedure = policyFor('issue');

const opening: CaseEventBody = {
  type: 'opened',
  kind: 'issue',
  category: 'channel_inspection',
  urgent: false,
  officeCode: '03EE',
  declarationNo: null,
  policyId: 1,
  calendarId: 1,
  level: 1,
};

/** One thing that happened, with what a test does not care about filled in. */
export type Happening = readonly [wall: string, type: CaseEventBody['type'], detail?: object];

export function events(...happenings: Happening[]): CaseEvent[] {
  return happenings.map(([when, type, detail]) => {
    const filled = type === 'opened' ? { ...opening, ...detail } : { type, messageId: 1, ...detail };
    // The tests name only the fields that the rules read.
    return { ...filled, at: at(when), by: { kind: 'clock' } } as CaseEvent;
  });
}

/** The runs of one clock of a default issue, or of `policy`, seen at `now`. */
export function runsOf(kind: ClockKind, now: string, happenings: readonly Happening[], policy = procedure): ClockRun[] {
  return allRuns(now, happenings, policy).filter((run) => run.kind === kind);
}

export function allRuns(now: string, happenings: readonly Happening[], policy = procedure): ClockRun[] {
  return clocksOf(events(...happenings), rulesOf(policy), at(now));
}

/** The one policy and calendar of a test, whatever version the events name. */
export function rulesOf(policy: Policy): CaseRules {
  return { policyOf: () => policy, workingTimeOf: () => haiPhong };
}

/** What a person would say of a run: its level, how it stands and when it is or was due. */
export function told(run: ClockRun): string {
  return `level ${run.level} ${run.state}${run.dueAt === null ? '' : ` due ${wall(run.dueAt)}`}`;
}

export const raisedTo2 = { fromLevel: 1, toLevel: 2, because: 'unanswered' };
