import { isDeepStrictEqual } from 'node:util';
import { decide } from '../../../src/rules/case/decide.ts';
import type { CaseEvent, CaseEventBody } from '../../../src/rules/case/events.ts';
import { newDate } from '../../../src/rules/case/new-date.ts';
import { silentSince } from '../../../src/rules/case/silence.ts';
import { type Standing, standingOf } from '../../../src/rules/case/standing.ts';
import { isLive } from '../../../src/rules/case/transition.ts';
import { type Actor, type CaseKind, highestLevel, type Level } from '../../../src/rules/case/words.ts';
import { type ClockRun, clocksOf } from '../../../src/rules/escalation/clocks.ts';
import type { CaseRules } from '../../../src/rules/escalation/in-force.ts';
import { planSilence, planSteps, reconcile, type StoredStep } from '../../../src/rules/escalation/ladder.ts';
import type { Policy, StepAct } from '../../../src/rules/escalation/policy.ts';
import type { WorkingTime } from '../../../src/rules/working-time/working-time.ts';
import type { Deed, LifeSystem, Where } from './deeds.ts';

/** Unit 0 has the first policy and calendar, unit 1 the second. */
export interface TwoUnits {
  policies: readonly [Policy, Policy];
  workingTimes: readonly [WorkingTime, WorkingTime];
}

interface Step extends StoredStep {
  act: StepAct;
  cancelledBecause: string | null;
}

const clock: Actor = { kind: 'clock' };
const officer: Actor = { kind: 'officer', officerId: 1 };
const enterprise: Actor = { kind: 'contact', conversationId: 1 };

/** A case kept in memory by nothing but the rules: thousands of lives a second, each step of each looked at. */
export function rulesAlone(kind: CaseKind, opensAt: Date, { policies, workingTimes }: TwoUnits): LifeSystem {
  const rules: CaseRules = {
    policyOf: (id) => policies[id === 2 ? 1 : 0],
    workingTimeOf: (id) => workingTimes[id === 2 ? 1 : 0],
  };
  let now = opensAt;
  let events: CaseEvent[] = [];
  let runs: ClockRun[] = [];
  let steps: Step[] = [];
  let messages = 0;
  const onTheirWay: number[] = [];

  function standing(): Standing {
    const reached = standingOf(events);
    if (reached === null) throw new Error('The case was not opened');
    return reached;
  }

  function unit(): 0 | 1 {
    return standing().unitId === 2 ? 1 : 0;
  }

  function happen(by: Actor, ...bodies: CaseEventBody[]): string | null {
    let reached = standingOf(events);
    for (const body of bodies) {
      const decision = decide(reached, body);
      if (!decision.ok) return decision.refusal;
      reached = decision.standing;
    }
    events = [...events, ...bodies.map((body): CaseEvent => ({ ...body, at: now, by }))];
    const before = runs;
    runs = clocksOf(events, rules, now);
    requirePastToStand(before, runs);
    arm(bodies.at(-1)?.type ?? 'recomputed');
    return null;
  }

  function arm(because: string): void {
    const { state } = standing();
    const at = unit();
    const planned = [
      ...planSteps(runs, rules),
      ...planSilence(
        state === 'resolved' ? silentSince(events) : null,
        events.filter(({ type }) => type === 'resolved').length,
        policies[at],
        workingTimes[at],
      ),
    ];
    const changes = reconcile(steps, planned);
    for (const { step, dueAt } of changes.move)
      Object.assign(step, { dueAt, cancelledAt: null, cancelledBecause: null });
    for (const step of changes.cancel) Object.assign(step, { cancelledAt: now, cancelledBecause: because });
    steps = [
      ...steps,
      ...changes.insert.map((step) => ({ ...step, firedAt: null, cancelledAt: null, cancelledBecause: null })),
    ];
  }

  function fire(step: Step): void {
    step.firedAt = now;
    const { state, level, unitId } = standing();
    if (!isLive(state) || step.clock === 'alert') return;
    if (step.act === 'close') {
      if (state === 'resolved') must(happen(clock, { type: 'closed', because: 'silence' }));
      return;
    }
    if (step.clock === 'confirmation' || step.act === 'remind') return;
    const dueAt = step.dueAt.toISOString();
    const broken: CaseEventBody = { type: 'clockBroken', clock: step.clock, cycle: step.cycle, dueAt };
    if (step.act === 'tellManager') {
      must(happen(clock, broken));
      return;
    }
    const toLevel = Math.min(highestLevel, level + 1) as Level;
    must(
      happen(
        clock,
        broken,
        { type: 'raised', fromLevel: level, toLevel, because: 'unanswered' },
        { type: 'assigned', officerId: 9, unitId: unitId ?? 1, because: 'raised:manager' },
      ),
    );
  }

  function pass(minutes: number): void {
    const until = new Date(now.getTime() + minutes * 60_000);
    for (;;) {
      const [next] = steps
        .filter((step) => step.firedAt === null && step.cancelledAt === null && step.dueAt <= until)
        .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
      if (next === undefined) break;
      if (next.dueAt > now) now = next.dueAt;
      fire(next);
    }
    now = until;
  }

  function answer(...more: CaseEventBody[]): string | null {
    messages += 1;
    const refusal = happen(officer, { type: 'replied', messageId: messages, officerId: 1 }, ...more);
    if (refusal === null) onTheirWay.push(messages);
    return refusal;
  }

  function attempt(deed: Deed): string | null | 'skipped' {
    const { level, state, unitId } = standing();
    switch (deed.do) {
      case 'pass':
        pass(deed.minutes);
        return null;
      case 'take':
        return happen(officer, { type: 'taken', officerId: 1 });
      case 'handOver':
        return happen(officer, { type: 'assigned', officerId: 2, unitId: unitId ?? 1, because: 'handedOver' });
      case 'transfer': {
        const to = deed.to + 1;
        return happen(
          officer,
          { type: 'transferred', fromUnitId: unitId ?? 1, toUnitId: to, policyId: to, calendarId: to, because: 'x' },
          { type: 'assigned', officerId: 3, unitId: to, because: 'transferred' },
        );
      }
      case 'awaitResult':
        return happen(officer, { type: 'resultAwaited', from: 'Kiểm định' });
      case 'resultArrived':
        return happen(officer, { type: 'resultArrived' });
      case 'reply': {
        const messageId = messages + 1;
        if (deed.next === 'awaitEnterprise') return answer({ type: 'informationRequested', messageId });
        return deed.next === 'resolve' ? answer({ type: 'resolved', messageId }) : answer();
      }
      case 'resolve':
        return happen(officer, { type: 'resolved', messageId: null });
      case 'conclude':
        return happen(officer, { type: 'resolved', messageId: null, outcome: 'unclear' });
      case 'interim': {
        const at = unit();
        const run = runs.find(({ kind: of, stoppedAt }) => of === 'resolution' && stoppedAt === null);
        const dueAt = new Date(now.getTime() + deed.minutesAhead * 60_000);
        const longestMinutes = policies[at].clocks.find(({ kind: of }) => of === 'resolution')?.minutes[level] ?? 0;
        const date = newDate({ dueAt, now, presentDueAt: run?.dueAt ?? null, longestMinutes }, workingTimes[at]);
        if (!date.ok) return date.refusal;
        const newDueAt = date.dueAt.toISOString();
        return answer({ type: 'interimReplied', messageId: messages + 1, newDueAt, clock: 'resolution' });
      }
      case 'raise':
      case 'ask': {
        const toLevel = Math.min(highestLevel, level + 1) as Level;
        const raised = { type: 'raised' as const, fromLevel: level, toLevel };
        if (deed.do === 'raise') return happen(officer, { ...raised, because: 'officer', reason: 'Vượt thẩm quyền' });
        const asked: CaseEventBody = { ...raised, because: 'enterprise' };
        return state === 'resolved' ? happen(enterprise, { type: 'notSolved' }, asked) : happen(enterprise, asked);
      }
      case 'write':
        return happen(enterprise, { type: 'enterpriseWrote', messageId: 0 });
      case 'confirm':
        return happen(enterprise, { type: 'closed', because: 'confirmed' });
      case 'notSolved':
        return happen(enterprise, state === 'closed' ? { type: 'reopened' } : { type: 'notSolved' });
      case 'mergeAway':
        return happen(officer, { type: 'merged', into: 'VM-2026-000001' });
      case 'absorb':
        return happen(officer, { type: 'absorbed', from: 'VM-2026-000002' });
      case 'deliver': {
        const messageId = onTheirWay.shift();
        if (messageId === undefined) return 'skipped';
        if (deed.arrives) return happen({ kind: 'channel', name: 'telegram' }, { type: 'replyDelivered', messageId });
        return happen(clock, { type: 'replyNotDelivered', messageId, because: 'blockedByPerson' });
      }
      case 'acknowledge':
        return happen(officer, { type: 'alertAcknowledged', alertId: 1, officerId: 9 });
    }
  }

  function audit(): void {
    const { state } = standing();
    const recomputed = clocksOf(events, rules, events.at(-1)?.at ?? now);
    if (!isDeepStrictEqual(recomputed, runs)) throw new Error('The clocks recomputed from the ledger differ');
    for (const kindOfClock of ['acknowledge', 'firstResponse', 'resolution'] as const) {
      const going = runs.filter((run) => run.kind === kindOfClock && run.stoppedAt === null);
      if (going.length > (isLive(state) ? 1 : 0))
        throw new Error(`${going.length} clocks of ${kindOfClock} in ${state}`);
    }
    const keys = steps.map(({ clock: of, cycle, step }) => `${of}:${cycle}:${step}`);
    if (new Set(keys).size !== keys.length) throw new Error('A step stands twice on the ladder');
    for (const step of steps) {
      const isPending = step.firedAt === null && step.cancelledAt === null;
      if (isPending && !isLive(state)) throw new Error(`A step waits on a ${state} case`);
      if (isPending && step.dueAt < now) throw new Error(`${step.clock}:${step.step} was due and did nothing`);
      if (step.firedAt !== null && step.firedAt < step.dueAt) throw new Error('A step fired before it was due');
      if (step.cancelledAt !== null && step.cancelledBecause === null) throw new Error('A step says not why it ended');
    }
  }

  must(
    happen(
      enterprise,
      {
        type: 'opened',
        kind,
        category: 'channel_inspection',
        urgent: false,
        officeCode: null,
        declarationNo: null,
        policyId: 1,
        calendarId: 1,
        level: 1,
      },
      { type: 'assigned', officerId: 1, unitId: 1, because: 'onDuty' },
    ),
  );

  return {
    where: async (): Promise<Where> => ({ state: standing().state, level: standing().level, unit: unit() }),
    async attempt(deed) {
      const outcome = attempt(deed);
      // The timer wakes at once for what is due already.
      pass(0);
      return outcome;
    },
    audit: async () => audit(),
  };
}

/** What is over stays as it was, and a broken promise never heals. */
function requirePastToStand(before: readonly ClockRun[], after: readonly ClockRun[]): void {
  for (const [index, run] of before.entries()) {
    const now = after[index];
    if (now === undefined || now.kind !== run.kind || now.cycle !== run.cycle) throw new Error('A clock disappeared');
    if (now.startedAt.getTime() !== run.startedAt.getTime()) throw new Error('A clock began at another time');
    if (run.brokenAt !== null && now.brokenAt?.getTime() !== run.brokenAt.getTime())
      throw new Error('A broken promise healed');
    if (run.stoppedAt !== null && !isDeepStrictEqual(now, run)) throw new Error('A clock that had stopped moved');
  }
}

function must(refusal: string | null): void {
  if (refusal !== null) throw new Error(`The ladder was refused: ${refusal}`);
}
