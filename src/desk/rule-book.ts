import type { CaseEvent } from '../rules/case/events.ts';
import { type CaseRules, versionsNamedIn } from '../rules/escalation/in-force.ts';
import { choosePolicy, type Policy, type PolicyFacts } from '../rules/escalation/policy.ts';
import { compile } from '../rules/working-time/compile.ts';
import type { WorkingTime } from '../rules/working-time/working-time.ts';
import type { Tx } from '../store/database.ts';
import { calendarById, currentCalendarFor, policiesInForce, policyById } from '../store/rules.ts';

/** The promises and working times in force. Versions never change, so what was read once is kept. */
export interface RuleBook {
  policy(tx: Tx, id: number): Promise<Policy>;
  workingTime(tx: Tx, calendarId: number): Promise<WorkingTime>;
  /** Every version these events name, ready for rules that count without waiting. Fails on an id that is not stored. */
  rulesOf(tx: Tx, events: readonly CaseEvent[]): Promise<CaseRules>;
  /** The policy and calendar versions a case opened at `at` gets. */
  inForce(tx: Tx, facts: PolicyFacts & { unitId: number }, at: Date): Promise<{ policyId: number; calendarId: number }>;
}

export function openRuleBook(zone: string): RuleBook {
  const policies = new Map<number, Policy>();
  const workingTimes = new Map<number, WorkingTime>();

  const ruleBook: RuleBook = {
    async policy(tx, id) {
      const kept = policies.get(id);
      if (kept !== undefined) return kept;
      const definition = await policyById(tx, id);
      policies.set(id, definition);
      return definition;
    },
    async workingTime(tx, calendarId) {
      const kept = workingTimes.get(calendarId);
      if (kept !== undefined) return kept;
      const compiled = compile(await calendarById(tx, calendarId));
      workingTimes.set(calendarId, compiled);
      return compiled;
    },
    async rulesOf(tx, events) {
      const { policyIds, calendarIds } = versionsNamedIn(events);
      for (const id of policyIds) await ruleBook.policy(tx, id);
      for (const id of calendarIds) await ruleBook.workingTime(tx, id);
      return { policyOf: (id) => known(policies, id), workingTimeOf: (id) => known(workingTimes, id) };
    },
    async inForce(tx, facts, at) {
      const policy = choosePolicy(await policiesInForce(tx, at, zone), facts);
      if (policy === null) throw new Error(`No policy covers ${facts.kind} in unit ${facts.unitCode}`);
      return { policyId: policy.id, calendarId: await currentCalendarFor(tx, facts.unitId) };
    },
  };
  return ruleBook;
}

function known<Version>(versions: ReadonlyMap<number, Version>, id: number): Version {
  const version = versions.get(id);
  if (version === undefined) throw new Error(`Version ${id} was not loaded`);
  return version;
}
