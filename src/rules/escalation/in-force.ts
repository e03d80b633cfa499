import type { CaseEvent } from '../case/events.ts';
import type { WorkingTime } from '../working-time/working-time.ts';
import type { Policy } from './policy.ts';

/** The stored versions that a case's events name. A version never changes, so the same id always means the same. */
export interface CaseRules {
  policyOf(policyId: number): Policy;
  workingTimeOf(calendarId: number): WorkingTime;
}

export interface VersionsInForce {
  policyId: number;
  calendarId: number;
}

/** The policy and working time by which a case is timed at one moment of its life. */
export interface InForce extends VersionsInForce {
  policy: Policy;
  working: WorkingTime;
}

/** What holds after `event`: the same object when the event changes nothing, null before the case is opened. */
export function inForceAfter(before: InForce | null, event: CaseEvent, rules: CaseRules): InForce | null {
  const versions = versionsAfter(before, event);
  if (versions === null) return null;
  const { policyId, calendarId } = versions;
  if (before?.policyId === policyId && before.calendarId === calendarId) return before;
  return { policyId, calendarId, policy: rules.policyOf(policyId), working: rules.workingTimeOf(calendarId) };
}

/** The versions in force after these events; null before the case is opened. */
export function versionsInForce(events: readonly CaseEvent[]): VersionsInForce | null {
  return events.reduce<VersionsInForce | null>(versionsAfter, null);
}

/** Every version the events name, so that a caller can load them before anything is counted. */
export function versionsNamedIn(events: readonly CaseEvent[]): { policyIds: Set<number>; calendarIds: Set<number> } {
  return {
    policyIds: new Set(events.flatMap((event) => ('policyId' in event ? [event.policyId] : []))),
    calendarIds: new Set(events.flatMap((event) => ('calendarId' in event ? [event.calendarId] : []))),
  };
}

// Whichever event names a version puts it in force: the opening, a transfer, an approved change of the calendar.
function versionsAfter(before: VersionsInForce | null, event: CaseEvent): VersionsInForce | null {
  const policyId = 'policyId' in event ? event.policyId : before?.policyId;
  const calendarId = 'calendarId' in event ? event.calendarId : before?.calendarId;
  return policyId === undefined || calendarId === undefined ? null : { policyId, calendarId };
}
