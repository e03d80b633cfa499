import type { CaseEventType } from '../case/events.ts';
import type { CaseKind, ClockKind, Level } from '../case/words.ts';

/** Timers that hang on something else than a promise: an alert nobody acknowledged, an enterprise that stays silent. */
export type TimerKind = ClockKind | 'alert' | 'confirmation';

export type ClockState = 'running' | 'paused' | 'met' | 'broken' | 'superseded';

export type StepAct =
  /** Reminds whoever has the case. */
  | 'remind'
  /** The promise broke: the case climbs a level, both levels and the enterprise are told. */
  | 'raise'
  /** The promise broke: the manager hears of it, the case stays. */
  | 'tellManager'
  /** Nobody acknowledged an alert: the next manager up hears of it. */
  | 'climb'
  /** The enterprise said nothing for the time agreed: the case closes. */
  | 'close';

export interface LadderStep {
  name: string;
  /** Share of the clock's time, in percent. 100 is the promise itself. */
  percent: number;
  act: StepAct;
  /** What to do when it falls due while the office is shut, the very moment of closing included. */
  outsideHours: 'now' | 'nextOpening';
}

/**
 * One clock of a policy: how long, what moves it, who hears when. A pause keeps the time that was used; a reset begins
 * with the whole time, as a new cycle, and never heals the one before it.
 */
export interface ClockPromise {
  kind: ClockKind;
  /** The article that promises it, quoted wherever the deadline is shown. */
  source: string;
  /** Working minutes allowed, by the level at which the clock starts. */
  minutes: Record<Level, number>;
  /** Begins it where none runs. */
  startsOn: readonly CaseEventType[];
  /** Begins it anew although one may run, which is then replaced. */
  resetsOn: readonly CaseEventType[];
  pausesOn: readonly CaseEventType[];
  resumesOn: readonly CaseEventType[];
  stopsOn: readonly CaseEventType[];
  ladder: readonly LadderStep[];
}

/** Who answers at a level: the head of the case's own unit, of a named unit, or of the tree's root. */
export type Answerer = { unit: 'own' } | { unit: 'root' } | { unit: 'named'; code: string };

/** A set of promises and when it applies. A stored version never changes. */
export interface Policy {
  name: string;
  version: string;
  /** Lower wins; equal precedence is refused when a policy is approved. */
  precedence: number;
  match: {
    kinds?: readonly CaseKind[];
    categories?: readonly string[];
    urgent?: boolean;
    unitCodes?: readonly string[];
  };
  clocks: readonly ClockPromise[];
  /** Level 1 is the assignee. */
  answerers: Record<Exclude<Level, 1>, Answerer>;
  /** Working minutes within which a manager acknowledges an alert. */
  alertMinutes: number;
  /** Working minutes of silence after which a resolved case closes (PL01 Điều 8 khoản 2). */
  silenceMinutes: number;
  /** Working minutes after closing within which the enterprise may reopen (PL01 Điều 8 khoản 3). */
  reopenMinutes: number;
}

export interface PolicyFacts {
  kind: CaseKind;
  category: string;
  urgent: boolean;
  unitCode: string;
}

/** The policy that applies: the lowest precedence whose every condition holds; null when none does. */
export function choosePolicy<P extends { definition: Policy }>(policies: readonly P[], facts: PolicyFacts): P | null {
  const matching = policies.filter(({ definition: { match } }) => {
    if (match.kinds !== undefined && !match.kinds.includes(facts.kind)) return false;
    if (match.categories !== undefined && !match.categories.includes(facts.category)) return false;
    if (match.urgent !== undefined && match.urgent !== facts.urgent) return false;
    return match.unitCodes === undefined || match.unitCodes.includes(facts.unitCode);
  });
  return matching.toSorted((a, b) => a.definition.precedence - b.definition.precedence)[0] ?? null;
}
