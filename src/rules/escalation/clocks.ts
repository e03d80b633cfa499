import type { CaseEvent } from '../case/events.ts';
import { transition } from '../case/transition.ts';
import type { CaseState, ClockKind, Level } from '../case/words.ts';
import type { ClockPromise, ClockState, Policy } from './policy.ts';

/** The two questions the clocks ask of a working calendar. */
export interface WorkingTime {
  dueAfter(start: Date, milliseconds: number): Date;
  /** Working milliseconds in [from, until). */
  between(from: Date, until: Date): number;
}

/** One run of one clock. */
export interface ClockRun {
  kind: ClockKind;
  cycle: number;
  level: Level;
  state: ClockState;
  allowedMinutes: number;
  startedAt: Date;
  /** Null while paused: nobody can say when a standing clock runs out. */
  dueAt: Date | null;
  pausedAt: Date | null;
  pausedBecause: string | null;
  stoppedAt: Date | null;
  /** The instant of the broken promise, once it is in the past. It never heals. */
  brokenAt: Date | null;
  /** Working milliseconds used before the last resumption. */
  usedBefore: number;
  resumedAt: Date;
}

/**
 * Every run of every clock, oldest first, from nothing but the case's events. The same events, policy and calendar
 * always give the same clocks; a nightly check recomputes them and compares.
 */
export function clocksOf(events: readonly CaseEvent[], policy: Policy, working: WorkingTime, now: Date): ClockRun[] {
  const runs: ClockRun[] = [];
  let level: Level = 1;
  let state: CaseState = 'open';
  for (const event of events) {
    if (event.type === 'opened') level = event.level;
    if (event.type === 'raised') level = event.toLevel;
    const moved = transition(state, event.type);
    const move: Move = { event, level, from: state, to: moved.ok ? moved.state : state };
    for (const promise of policy.clocks) advance(runs, promise, move, working);
    state = move.to;
  }
  for (const run of runs) breakIfOver(run, run.stoppedAt ?? now);
  return runs;
}

/** The due time the inbox sorts by: the earliest of the clocks that still run. */
export function nextDueAt(runs: readonly ClockRun[]): Date | null {
  const due = runs.filter((run) => run.stoppedAt === null && run.dueAt !== null).map((run) => run.dueAt as Date);
  return due.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** An event together with where the case stood before and after it. */
interface Move {
  event: CaseEvent;
  level: Level;
  from: CaseState;
  to: CaseState;
}

function advance(runs: ClockRun[], promise: ClockPromise, move: Move, working: WorkingTime): void {
  const { event, level } = move;
  const current = runs.findLast((run) => run.kind === promise.kind && run.stoppedAt === null);

  if (event.type === 'clockBroken') {
    if (current?.kind === event.clock && current.cycle === event.cycle) breakNow(current, new Date(event.dueAt));
  } else if (event.type === 'closed' || promise.stopsOn.includes(event.type)) {
    if (current !== undefined) stop(current, event.at, 'met');
  } else if (current !== undefined && promise.pausesOn.includes(event.type)) pause(current, event, working);
  else if (current !== undefined && resumes(promise, move)) resume(current, event.at, working);

  if (!starts(promise, move, current)) return;
  if (current !== undefined && current.stoppedAt === null) stop(current, event.at, 'superseded');
  runs.push(start(promise, runs.filter((run) => run.kind === promise.kind).length + 1, level, event.at, working));
}

// What customs asked for has come, so the matter is complete and the time to answer begins (PL01 Điều 6 khoản 1). A clock
// that still runs goes on: the question may never have arrived, and a message never buys customs time.
function starts(promise: ClockPromise, { event, from, to }: Move, current: ClockRun | undefined): boolean {
  if (!promise.startsOn.includes(event.type)) return false;
  if (event.type !== 'enterpriseWrote') return true;
  return from === 'awaitingEnterprise' && to === 'open' && (current === undefined || current.stoppedAt !== null);
}

// What the enterprise writes while a laboratory still works ends no wait: the clock goes on when the case does.
function resumes(promise: ClockPromise, { event, to }: Move): boolean {
  return promise.resumesOn.includes(event.type) && to !== 'awaitingEnterprise' && to !== 'awaitingResult';
}

function start(promise: ClockPromise, cycle: number, level: Level, at: Date, working: WorkingTime): ClockRun {
  const allowedMinutes = promise.minutes[level];
  return {
    kind: promise.kind,
    cycle,
    level,
    state: 'running',
    allowedMinutes,
    startedAt: at,
    dueAt: working.dueAfter(at, allowedMinutes * 60_000),
    pausedAt: null,
    pausedBecause: null,
    stoppedAt: null,
    brokenAt: null,
    usedBefore: 0,
    resumedAt: at,
  };
}

function stop(run: ClockRun, at: Date, state: 'met' | 'superseded'): void {
  breakIfOver(run, at);
  run.stoppedAt = at;
  if (run.state !== 'broken') run.state = state;
}

function pause(run: ClockRun, event: CaseEvent, working: WorkingTime): void {
  if (run.pausedAt !== null) {
    run.pausedBecause = event.type;
    return;
  }
  breakIfOver(run, event.at);
  run.usedBefore += working.between(run.resumedAt, event.at);
  run.pausedAt = event.at;
  run.pausedBecause = event.type;
  run.dueAt = null;
  if (run.state !== 'broken') run.state = 'paused';
}

function resume(run: ClockRun, at: Date, working: WorkingTime): void {
  if (run.pausedAt === null) return;
  run.pausedAt = null;
  run.pausedBecause = null;
  run.resumedAt = at;
  // A promise that was broken before the pause stays overdue since then.
  run.dueAt = run.brokenAt ?? working.dueAfter(at, Math.max(0, run.allowedMinutes * 60_000 - run.usedBefore));
  if (run.state !== 'broken') run.state = 'running';
}

// Kept at the very instant is kept: the promise is "by then".
function breakIfOver(run: ClockRun, at: Date): void {
  if (run.dueAt !== null && at.getTime() > run.dueAt.getTime()) breakNow(run, run.dueAt);
}

// The ladder may say so at the very instant itself, and what the ledger says has happened.
function breakNow(run: ClockRun, dueAt: Date): void {
  run.brokenAt ??= dueAt;
  run.state = 'broken';
}
