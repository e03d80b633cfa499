import { choosePolicy, type Policy, type PolicyFacts } from '../rules/escalation/policy.ts';
import { compile } from '../rules/working-time/compile.ts';
import type { WorkingTime } from '../rules/working-time/working-time.ts';
import type { Tx } from '../store/database.ts';
import { calendarById, currentCalendarFor, policiesInForce, policyById } from '../store/rules.ts';

/** The promises and working times in force. Versions never change, so what was read once is kept. */
export interface RuleBook {
  policy(tx: Tx, id: number): Promise<Policy>;
  workingTime(tx: Tx, calendarId: number): Promise<WorkingTime>;
  /** The policy and calendar versions a case opened at `at` gets. */
  inForce(tx: Tx, facts: PolicyFacts & { unitId: number }, at: Date): Promise<{ policyId: number; calendarId: number }>;
}

export function openRuleBook(zone: string): RuleBook {
  const policies = new Map<number, Policy>();
  const workingTimes = new Map<number, WorkingTime>();

  return {
    async policy(tx, id) {
      const known = policies.get(id);
      if (known !== undefined) return known;
      const definition = await policyById(tx, id);
      policies.set(id, definition);
      return definition;
    },
    async workingTime(tx, calendarId) {
      const known = workingTimes.get(calendarId);
      if (known !== undefined) return known;
      const compiled = compile(await calendarById(tx, calendarId));
      workingTimes.set(calendarId, compiled);
      return compiled;
    },
    async inForce(tx, facts, at) {
      const policy = choosePolicy(await policiesInForce(tx, at, zone), facts);
      if (policy === null) throw new Error(`No policy covers ${facts.kind} in unit ${facts.unitCode}`);
      return { policyId: policy.id, calendarId: await currentCalendarFor(tx, facts.unitId) };
    },
  };
}
