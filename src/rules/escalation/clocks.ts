import type { CaseEvent } from '../case/events.ts';
import { transition } from '../case/transition.ts';
import type { CaseState, ClockKind, Level } from '../case/words.ts';
import { orUnknown } from '../working-time/or-unknown.ts';
import { usedBetween } from '../working-time/used-between.ts';
import type { WorkingTime } from '../working-time/working-time.ts';
import { type CaseRules, type InForce, inForceAfter } from './in-force.ts';
import type { ClockPromise, ClockState } from './policy.ts';

/** One run of one clock. */
export interface ClockRun {
  kind: ClockKind;
  cycle: number;
  level: Level;
  state: ClockState;
  allowedMinutes: number;
  startedAt: Date;
  /** Null while paused, and while the year in which it would run out has no approved calendar. */
  dueAt: Date | null;
  pausedAt: Date | null;
  pausedBecause: string | null;
  stoppedAt: Date | null;
  /** True where it stopped because another run took its place: nothing was done in time or late. */
  isReplaced: boolean;
  /** The instant of the broken promise, once it is in the past. It never heals. */
  brokenAt: Date | null;
  /** The versions it is counted by now, or was when it stopped. */
  policyId: number;
  calendarId: number;
  /** Working milliseconds used before the stretch in hand. */
  usedBefore: number;
  /** When the stretch in hand began. */
  resumedAt: Date;
  /** True where an officer named the date to the enterprise: it holds, whichever unit gets the case. */
  isNamed: boolean;
  /** How its time went by, oldest first: what "Why this deadline?" is answered from. */
  stretches: Stretch[];
}

/** A part of a run in which the clock counted by one calendar and one policy, or stood. The last one is open. */
export interface Stretch {
  from: Date;
  until: Date | null;
  counts: boolean;
  /** What began it. */
  because: CaseEvent;
  calendarId: number;
  policyId: number;
}

/**
 * Every run of every clock, oldest first, from nothing but the case's events. The same events and rules always give the
 * same clocks; a nightly check recomputes them and compares. Each stretch of time is counted by the policy and calendar
 * that the events name for it, and what was used stays used when they change.
 */
export function clocksOf(events: readonly CaseEvent[], rules: CaseRules, now: Date): ClockRun[] {
  const runs: ClockRun[] = [];
  let level: Level = 1;
  let state: CaseState = 'open';
  let force: InForce | null = null;
  const named = new Map<number, Date>();
  for (const event of events) {
    const before: InForce | null = force;
    force = inForceAfter(force, event, rules);
    if (force === null) continue;
    if (event.type === 'opened') level = event.level;
    if (event.type === 'raised') level = event.toLevel;
    if (before !== null && before !== force) for (const run of runs) goOnUnder(run, event, before, force);
    const moved = transition(state, event.type);
    const move: Move = { event, level, from: state, to: moved.ok ? moved.state : state, force };
    for (const promise of force.policy.clocks) advance(runs, promise, move);
    if (event.type === 'interimReplied' && event.clock === 'resolution')
      named.set(event.messageId, new Date(event.newDueAt));
    // A new date counts from the moment at which it reached the enterprise.
    const newDueAt = event.type === 'replyDelivered' ? named.get(event.messageId) : undefined;
    if (newDueAt !== undefined) goOnUntil(runs, newDueAt, event, force);
    state = move.to;
  }
  for (const run of runs) breakIfOver(run, run.stoppedAt ?? now);
  return runs;
}

/** The due time the inbox sorts by: the earliest of the clocks that still run. */
export function nextDueAt(runs: readonly ClockRun[]): Date | null {
  const due = runs.flatMap((run) => (run.stoppedAt === null && run.dueAt !== null ? [run.dueAt] : []));
  return due.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** An event together with where the case stood before and after it, and the rules in force after it. */
interface Move {
  event: CaseEvent;
  level: Level;
  from: CaseState;
  to: CaseState;
  force: InForce;
}

function advance(runs: ClockRun[], promise: ClockPromise, move: Move): void {
  const { event, level, force } = move;
  const current = runs.findLast((run) => run.kind === promise.kind && run.stoppedAt === null);

  if (event.type === 'clockBroken') {
    if (current?.kind === event.clock && current.cycle === event.cycle) breakNow(current, new Date(event.dueAt));
  } else if (event.type === 'merged') {
    if (current !== undefined) stop(current, event.at, 'superseded');
  } else if (event.type === 'closed' || promise.stopsOn.includes(event.type)) {
    if (current !== undefined) stop(current, event.at, 'met');
  } else if (current !== undefined && promise.pausesOn.includes(event.type)) pause(current, event, force.working);
  else if (current !== undefined && resumes(promise, move)) resume(current, event, force.working);

  if (!starts(promise, move, current)) return;
  if (current !== undefined && current.stoppedAt === null) stop(current, event.at, 'superseded');
  runs.push(start(promise, runs.filter((run) => run.kind === promise.kind).length + 1, level, event, force));
}

// What customs asked for has come, so the matter is complete and the time to answer begins (PL01 Điều 6 khoản 1). A clock
// that still runs goes on: the question may never have arrived, and a message never buys customs time.
function starts(promise: ClockPromise, { event, from, to }: Move, current: ClockRun | undefined): boolean {
  if (promise.resetsOn.includes(event.type)) return true;
  if (!promise.startsOn.includes(event.type)) return false;
  if (current !== undefined && current.stoppedAt === null) return false;
  return event.type !== 'enterpriseWrote' || (from === 'awaitingEnterprise' && to === 'open');
}

// What the enterprise writes while a laboratory still works ends no wait: the clock goes on when the case does.
function resumes(promise: ClockPromise, { event, to }: Move): boolean {
  return promise.resumesOn.includes(event.type) && to !== 'awaitingEnterprise' && to !== 'awaitingResult';
}

function start(promise: ClockPromise, cycle: number, level: Level, event: CaseEvent, force: InForce): ClockRun {
  const { at } = event;
  const { policyId, calendarId } = force;
  const allowedMinutes = promise.minutes[level];
  return {
    kind: promise.kind,
    cycle,
    level,
    state: 'running',
    allowedMinutes,
    startedAt: at,
    dueAt: orUnknown(() => force.working.dueAfter(at, allowedMinutes * 60_000)),
    pausedAt: null,
    pausedBecause: null,
    stoppedAt: null,
    isReplaced: false,
    brokenAt: null,
    policyId,
    calendarId,
    usedBefore: 0,
    resumedAt: at,
    isNamed: false,
    stretches: [{ from: at, until: null, counts: true, because: event, calendarId, policyId }],
  };
}

function stop(run: ClockRun, at: Date, state: 'met' | 'superseded'): void {
  breakIfOver(run, at);
  endStretch(run, at);
  run.stoppedAt = at;
  run.isReplaced = state === 'superseded';
  if (run.state !== 'broken') run.state = state;
}

function pause(run: ClockRun, event: CaseEvent, working: WorkingTime): void {
  if (run.pausedAt !== null) {
    run.pausedBecause = event.type;
    return;
  }
  breakIfOver(run, event.at);
  run.usedBefore += usedBetween(working, run.resumedAt, event.at);
  run.pausedAt = event.at;
  run.pausedBecause = event.type;
  run.dueAt = null;
  beginStretch(run, event, false);
  if (run.state !== 'broken') run.state = 'paused';
}

function resume(run: ClockRun, event: CaseEvent, working: WorkingTime): void {
  if (run.pausedAt === null) return;
  run.pausedAt = null;
  run.pausedBecause = null;
  run.resumedAt = event.at;
  // A promise that was broken before the pause stays overdue since then.
  run.dueAt = run.brokenAt ?? orUnknown(() => working.dueAfter(event.at, timeLeft(run)));
  beginStretch(run, event, true);
  if (run.state !== 'broken') run.state = 'running';
}

/**
 * Another policy or calendar holds from this event on. The time used so far stays used, counted as it was counted then;
 * the rest is what the more generous of the two allows beyond it, because passing a case on breaks no promise by itself.
 * A clock that the new policy does not know ends here, and a wait that it does not know ends too.
 */
function goOnUnder(run: ClockRun, event: CaseEvent, before: InForce, after: InForce): void {
  if (run.stoppedAt !== null) return;
  breakIfOver(run, event.at);
  const promise = after.policy.clocks.find(({ kind }) => kind === run.kind);
  if (promise === undefined) {
    stop(run, event.at, 'superseded');
    return;
  }
  run.policyId = after.policyId;
  run.calendarId = after.calendarId;
  if (run.brokenAt !== null) return;
  if (run.isNamed && run.dueAt !== null) {
    run.usedBefore += usedBetween(before.working, run.resumedAt, event.at, after.working);
    run.resumedAt = event.at;
    allowUntil(run, run.dueAt, after.working);
    beginStretch(run, event, true);
    return;
  }
  if (!run.isNamed) run.allowedMinutes = Math.max(run.allowedMinutes, promise.minutes[run.level]);
  if (run.pausedAt === null) {
    run.usedBefore += usedBetween(before.working, run.resumedAt, event.at, after.working);
    run.resumedAt = event.at;
    run.dueAt = orUnknown(() => after.working.dueAfter(event.at, timeLeft(run)));
  }
  beginStretch(run, event, run.pausedAt === null);
  const pauses: readonly string[] = promise.pausesOn;
  if (run.pausedBecause !== null && !pauses.includes(run.pausedBecause)) resume(run, event, after.working);
}

/**
 * A date that was named to the enterprise is the promise from now on, even while a result is awaited. The promise before
 * it ends here: neither kept nor, unless its time was over, broken.
 */
function goOnUntil(runs: ClockRun[], dueAt: Date, event: CaseEvent, force: InForce): void {
  const earlier = runs.filter(({ kind }) => kind === 'resolution');
  const current = earlier.find(({ stoppedAt }) => stoppedAt === null);
  const promise = force.policy.clocks.find(({ kind }) => kind === 'resolution');
  if (current === undefined || promise === undefined) return;
  stop(current, event.at, 'superseded');
  const run = start(promise, earlier.length + 1, current.level, event, force);
  run.isNamed = true;
  run.dueAt = dueAt;
  allowUntil(run, dueAt, force.working);
  runs.push(run);
}

// Allowances are whole minutes: what the last one has too much is counted as used.
function allowUntil(run: ClockRun, dueAt: Date, working: WorkingTime): void {
  const left = usedBetween(working, run.resumedAt, dueAt);
  run.allowedMinutes = Math.ceil((run.usedBefore + left) / 60_000);
  run.usedBefore = run.allowedMinutes * 60_000 - left;
}

function timeLeft(run: ClockRun): number {
  return Math.max(0, run.allowedMinutes * 60_000 - run.usedBefore);
}

function beginStretch(run: ClockRun, event: CaseEvent, counts: boolean): void {
  // One that stands goes on standing for its first reason.
  const because = counts ? event : (standing(run)?.because ?? event);
  endStretch(run, event.at);
  const { calendarId, policyId } = run;
  run.stretches.push({ from: event.at, until: null, counts, because, calendarId, policyId });
}

function standing(run: ClockRun): Stretch | undefined {
  const last = run.stretches.at(-1);
  return last?.counts === false ? last : undefined;
}

function endStretch(run: ClockRun, at: Date): void {
  const last = run.stretches.at(-1);
  if (last !== undefined) last.until ??= at;
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
