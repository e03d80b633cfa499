import type { ClockRun } from '../rules/escalation/clocks.ts';
import { explainDeadline, promiseOf } from '../rules/escalation/explain-deadline.ts';
import type { CaseRules } from '../rules/escalation/in-force.ts';
import { clockView } from './case-views.ts';
import { eventSentence, type Telling } from './event-sentences.ts';
import type { DeadlineView } from './views.ts';

/** Every run of every clock with the answer to "Why this deadline?": start, promise, counted time, rests, pauses. */
export function deadlineViews(runs: readonly ClockRun[], rules: CaseRules, telling: Telling): DeadlineView[] {
  return runs.map((run) => {
    const policy = rules.policyOf(run.policyId);
    const { zone, now } = telling;
    return {
      ...clockView(run, now),
      startedAt: run.startedAt.toISOString(),
      source: promiseOf(run, rules)?.source ?? '',
      policyName: `${policy.name} (${policy.version})`,
      calendarVersion: String(rules.workingTimeOf(run.calendarId).calendar.version),
      explanation: explainDeadline(run, rules, { zone, now, tellEvent: (event) => eventSentence(event, telling) }),
    };
  });
}
