import type { CaseEvent } from '../rules/case/events.ts';
import type { ClockRun } from '../rules/escalation/clocks.ts';
import type { ClockPromise, Policy } from '../rules/escalation/policy.ts';
import { explainInWords } from '../rules/working-time/explain-in-words.ts';
import { sayDuration } from '../rules/working-time/say-duration.ts';
import { sayInstant } from '../rules/working-time/say-when.ts';
import type { WorkingTime } from '../rules/working-time/working-time.ts';
import { clockView } from './case-views.ts';
import { clockNames, eventSentence, type Telling } from './event-sentences.ts';
import type { DeadlineView } from './views.ts';

export interface Deadlines {
  runs: readonly ClockRun[];
  events: readonly CaseEvent[];
  policy: Policy;
  working: WorkingTime;
  telling: Telling;
}

/** Every run of every clock with the answer to "Why this deadline?": start, promise, counted time, rests, pauses. */
export function deadlineViews({ runs, events, policy, working, telling }: Deadlines): DeadlineView[] {
  return runs.flatMap((run) => {
    const promise = policy.clocks.find(({ kind }) => kind === run.kind);
    if (promise === undefined) return [];
    return [
      {
        ...clockView(run, telling.now),
        startedAt: run.startedAt.toISOString(),
        source: promise.source,
        policyName: `${policy.name} (${policy.version})`,
        calendarVersion: String(working.calendar.version),
        explanation: [
          promiseInWords(run, promise, events, policy, telling),
          ...countingInWords(run, pausesOf(run, promise, events), working, telling),
          standingInWords(run, working, telling),
        ],
      },
    ];
  });
}

function promiseInWords(
  run: ClockRun,
  { source }: ClockPromise,
  events: readonly CaseEvent[],
  policy: Policy,
  telling: Telling,
): string {
  const start = events.find(
    (event) => event.at.getTime() === run.startedAt.getTime() && startsOf(policy, run).includes(event.type),
  );
  const because = start === undefined ? '' : `, từ sự kiện “${eventSentence(start, telling)}”`;
  const allowed = sayDuration(run.allowedMinutes * 60_000, 'vi');
  return `Thời hạn ${clockNames[run.kind]} ở cấp ${run.level} là ${allowed} theo ${source} (chính sách “${policy.name}”, phiên bản ${policy.version})${because}.`;
}

function startsOf(policy: Policy, run: ClockRun): readonly string[] {
  return policy.clocks.find(({ kind }) => kind === run.kind)?.startsOn ?? [];
}

interface Pause {
  event: CaseEvent;
  /** Null while it lasts. */
  until: Date | null;
}

/** The pauses within a run, oldest first. A second reason during a pause does not begin another. */
function pausesOf(run: ClockRun, { pausesOn, resumesOn }: ClockPromise, events: readonly CaseEvent[]): Pause[] {
  const pauses: Pause[] = [];
  for (const event of events) {
    if (event.at < run.startedAt || (run.stoppedAt !== null && event.at >= run.stoppedAt)) continue;
    const current = pauses.at(-1);
    const isPaused = current !== undefined && current.until === null;
    if (!isPaused && pausesOn.includes(event.type)) pauses.push({ event, until: null });
    else if (isPaused && resumesOn.includes(event.type)) current.until = event.at;
  }
  return pauses;
}

function countingInWords(run: ClockRun, pauses: readonly Pause[], working: WorkingTime, telling: Telling): string[] {
  const lines: string[] = [];
  let from: Date | null = run.startedAt;
  for (const { event, until } of pauses) {
    if (from !== null) lines.push(...explainInWords(working.explain(from, event.at)));
    const since = sayInstant(event.at, telling.now, telling.zone, 'vi');
    const upTo = until === null ? 'đến nay' : `đến ${sayInstant(until, telling.now, telling.zone, 'vi')}`;
    lines.push(`Tạm dừng từ ${since} ${upTo}: ${eventSentence(event, telling)}.`);
    from = until;
  }
  if (from === null) return lines;
  const left = Math.max(0, run.allowedMinutes * 60_000 - run.usedBefore);
  return [...lines, ...explainInWords(working.explain(from, left))];
}

function standingInWords(run: ClockRun, working: WorkingTime, { now, zone }: Telling): string {
  const say = (at: Date) => sayInstant(at, now, zone, 'vi');
  if (run.brokenAt !== null) {
    const stopped = run.stoppedAt === null ? '' : `, xong lúc ${say(run.stoppedAt)}`;
    return `Đã quá hạn từ ${say(run.brokenAt)}${stopped}.`;
  }
  if (run.stoppedAt !== null)
    return run.state === 'superseded'
      ? `Thay bằng thời hạn mới lúc ${say(run.stoppedAt)}.`
      : `Xong lúc ${say(run.stoppedAt)}, trong hạn.`;
  if (run.pausedAt !== null) {
    const left = sayDuration(Math.max(0, run.allowedMinutes * 60_000 - run.usedBefore), 'vi');
    return `Khi tính tiếp còn lại ${left}; hạn mới tính từ lúc đó.`;
  }
  const left = run.dueAt === null ? 0 : Math.max(0, working.between(now, run.dueAt));
  return `Còn lại ${sayDuration(left, 'vi')}.`;
}
