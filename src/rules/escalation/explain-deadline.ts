import type { CaseEvent } from '../case/events.ts';
import type { ClockKind } from '../case/words.ts';
import { explainInWords } from '../working-time/explain-in-words.ts';
import { CalendarYearNotApproved } from '../working-time/not-approved.ts';
import { sayDuration } from '../working-time/say-duration.ts';
import { sayInstant } from '../working-time/say-when.ts';
import type { ClockRun, Stretch } from './clocks.ts';
import type { CaseRules } from './in-force.ts';
import type { ClockPromise } from './policy.ts';

/** What the sentences need that the rules do not know: how an event is told, the reader's zone and present. */
export interface DeadlineTelling {
  tellEvent(event: CaseEvent): string;
  zone: string;
  now: Date;
}

const names: Record<ClockKind, string> = {
  acknowledge: 'tiếp nhận',
  firstResponse: 'trả lời lần đầu',
  resolution: 'giải quyết',
};

/**
 * What people call the clock. `firstResponse` times the answer of each level: its first run is the first response, every
 * later one the answer that the level now owes.
 */
export function clockName({ kind, cycle, level }: Pick<ClockRun, 'kind' | 'cycle' | 'level'>): string {
  return kind === 'firstResponse' && cycle > 1 ? `trả lời của cấp ${level}` : names[kind];
}

/** The promise of a run by the policy it is counted by now; null when that policy does not know the clock. */
export function promiseOf(run: Pick<ClockRun, 'kind' | 'policyId'>, rules: CaseRules): ClockPromise | null {
  return rules.policyOf(run.policyId).clocks.find(({ kind }) => kind === run.kind) ?? null;
}

/** "Why this deadline?" in Vietnamese: the promise, every stretch that was counted, every rest and pause, how it stands. */
export function explainDeadline(run: ClockRun, rules: CaseRules, telling: DeadlineTelling): string[] {
  return [
    promiseInWords(run, rules, telling),
    ...run.stretches.flatMap((stretch, index) => [
      ...changeInWords(run, stretch, run.stretches[index - 1], rules, telling),
      ...stretchInWords(run, stretch, index === run.stretches.length - 1, rules, telling),
    ]),
    standingInWords(run, rules, telling),
  ];
}

function promiseInWords(run: ClockRun, rules: CaseRules, telling: DeadlineTelling): string {
  const [first] = run.stretches;
  const policyId = first?.policyId ?? run.policyId;
  const policy = rules.policyOf(policyId);
  const promise = promiseOf({ kind: run.kind, policyId }, rules);
  const minutes = run.isNamed ? run.allowedMinutes : (promise?.minutes[run.level] ?? run.allowedMinutes);
  const because = first === undefined ? '' : `, từ sự kiện “${telling.tellEvent(first.because)}”`;
  const name = clockName(run);
  const level = name.endsWith(`cấp ${run.level}`) ? '' : ` ở cấp ${run.level}`;
  const version = `chính sách “${policy.name}”, phiên bản ${policy.version}`;
  if (run.isNamed) return `Thời hạn ${name}${level} là ngày đã hẹn với doanh nghiệp (${version})${because}.`;
  const allowed = sayDuration(minutes * 60_000, 'vi');
  return `Thời hạn ${name}${level} là ${allowed} theo ${promise?.source ?? 'chính sách'} (${version})${because}.`;
}

/** A transfer or a new calendar in the middle of a run: what changed, and that nothing used is given back. */
function changeInWords(
  run: ClockRun,
  stretch: Stretch,
  before: Stretch | undefined,
  rules: CaseRules,
  telling: DeadlineTelling,
): string[] {
  if (before === undefined) return [];
  if (before.policyId === stretch.policyId && before.calendarId === stretch.calendarId) return [];
  const policy = rules.policyOf(stretch.policyId);
  const promise = promiseOf({ kind: run.kind, policyId: stretch.policyId }, rules);
  const at = sayInstant(stretch.from, telling.now, telling.zone, 'vi');
  const changed = stretch.counts ? `${telling.tellEvent(stretch.because)}. ` : '';
  const allowed =
    before.policyId === stretch.policyId || promise === null || run.isNamed
      ? ''
      : ` Từ đây áp dụng chính sách “${policy.name}”, phiên bản ${policy.version}: ${sayDuration(promise.minutes[run.level] * 60_000, 'vi')} theo ${promise.source}.`;
  const kept =
    allowed !== '' && promise !== null && run.allowedMinutes > promise.minutes[run.level]
      ? ` Đã hứa ${sayDuration(run.allowedMinutes * 60_000, 'vi')} nên vẫn giữ mức đã hứa.`
      : '';
  return [`Lúc ${at}: ${changed}Thời gian đã dùng vẫn được tính.${allowed}${kept}`];
}

function stretchInWords(
  run: ClockRun,
  { from, until, counts, because, calendarId }: Stretch,
  isLast: boolean,
  rules: CaseRules,
  { tellEvent, zone, now }: DeadlineTelling,
): string[] {
  const say = (at: Date) => sayInstant(at, now, zone, 'vi');
  if (!counts) {
    const upTo = until === null ? 'đến nay' : `đến ${say(until)}`;
    return [`Tạm dừng từ ${say(from)} ${upTo}: ${tellEvent(because)}.`];
  }
  const working = rules.workingTimeOf(calendarId);
  // What stopped early is explained to the end of its promise all the same: that is the deadline people ask about.
  const end = isLast || until === null ? Math.max(0, run.allowedMinutes * 60_000 - run.usedBefore) : until;
  try {
    return explainInWords(working.explain(from, end));
  } catch (error) {
    if (!(error instanceof CalendarYearNotApproved)) throw error;
    return [`Chưa tính được hạn: lịch làm việc năm ${error.year} chưa được phê duyệt.`];
  }
}

function standingInWords(run: ClockRun, rules: CaseRules, { now, zone }: DeadlineTelling): string {
  const say = (at: Date) => sayInstant(at, now, zone, 'vi');
  if (run.brokenAt !== null) {
    const ended = run.isReplaced ? 'thay bằng thời hạn mới' : 'xong';
    const stopped = run.stoppedAt === null ? '' : `, ${ended} lúc ${say(run.stoppedAt)}`;
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
  if (run.dueAt === null) return 'Hạn sẽ được tính khi lịch làm việc của năm đó được phê duyệt.';
  const left = Math.max(0, rules.workingTimeOf(run.calendarId).between(now, run.dueAt));
  return `Còn lại ${sayDuration(left, 'vi')}, đến ${say(run.dueAt)}.`;
}
