import { Conflict } from '../../errors.ts';
import type { CaseEvent, CaseEventBody } from '../../rules/case/events.ts';
import { isLive, transition } from '../../rules/case/transition.ts';
import { type ClockRun, clocksOf, nextDueAt } from '../../rules/escalation/clocks.ts';
import { planClimb, planSilence, planSteps, reconcile } from '../../rules/escalation/ladder.ts';
import { unacknowledgedOf } from '../../store/alerts.ts';
import {
  appendEvents,
  asEvent,
  type CaseRow,
  eventRows,
  type NewCase,
  saveCase,
  saveClocks,
} from '../../store/cases.ts';
import { applySteps, stepsOf } from '../../store/ladder.ts';
import { noteChange } from '../../store/live.ts';
import type { Act } from '../act.ts';

export interface Happened {
  row: CaseRow;
  runs: ClockRun[];
}

/**
 * Adds events to a case that is locked, and brings everything derived from them up to date: state, clocks, ladder,
 * next due time, open pages. Throws `Conflict` when the case does not accept an event where it stands.
 */
export async function happen(
  current: Act,
  before: CaseRow,
  bodies: readonly CaseEventBody[],
  change: Partial<NewCase> = {},
): Promise<Happened> {
  const { tx, at, by } = current;
  let state = before.state;
  for (const body of bodies) {
    // The opening event finds the case already in the state it opens with.
    if (body.type === 'opened') continue;
    const next = transition(state, body.type);
    if (!next.ok) throw new Conflict(next.refusal, `Vụ việc ${before.reference} không còn ở bước cho phép việc này.`);
    state = next.state;
  }

  const ledger = await eventRows(tx, before.id);
  await appendEvents(tx, before.id, ledger.at(-1), bodies, by, at);
  const events = [...ledger.map(asEvent), ...bodies.map((body): CaseEvent => ({ ...body, at, by }))];

  const policy = await current.ruleBook.policy(tx, before.policyId);
  const working = await current.ruleBook.workingTime(tx, before.calendarId);
  const runs = clocksOf(events, policy, working, at);
  await saveClocks(tx, before.id, runs);

  const resolvedAt = resolvedSince(events);
  const row = await saveCase(tx, before.id, {
    ...change,
    state,
    nextDueAt: isLive(state) ? nextDueAt(runs) : null,
    resolvedAt: state === 'resolved' || state === 'closed' ? resolvedAt : null,
    closedAt: state === 'closed' ? (before.closedAt ?? at) : null,
    lastActivityAt: at,
  });

  // An answered case needs no manager's acknowledgement any more.
  const unanswered = runs.find((run) => run.kind === 'firstResponse' && run.stoppedAt === null);
  const alerts =
    isLive(state) && unanswered !== undefined
      ? (await unacknowledgedOf(tx, before.id)).filter(
          (alert) => alert.createdAt.getTime() >= unanswered.startedAt.getTime(),
        )
      : [];
  const planned = [
    ...planSteps(runs, policy, working),
    ...planSilence(
      state === 'resolved' ? silentSince(events) : null,
      events.filter(({ type }) => type === 'resolved').length,
      policy,
      working,
    ),
    ...alerts.map((alert) => planClimb(alert.id, alert.createdAt, policy, working)),
  ];
  const lastBody = bodies.at(-1);
  await applySteps(tx, before.id, reconcile(await stepsOf(tx, before.id), planned), at, lastBody?.type ?? 'recomputed');

  await noteChange(tx, { topic: 'case', caseId: before.id, conversationId: before.conversationId, at });
  current.wakes.add('live').add('steps');
  return { row, runs };
}

function resolvedSince(events: readonly CaseEvent[]): Date | null {
  const resolved = events.findLastIndex(({ type }) => type === 'resolved');
  const undone = events.findLastIndex(({ type }) => type === 'notSolved' || type === 'reopened' || type === 'raised');
  return resolved > undone ? (events[resolved]?.at ?? null) : null;
}

/**
 * Since when the enterprise has been silent about an answer: since it arrived, or since its own last word. Null while
 * the answer is still on its way (PL01 Điều 8 khoản 2).
 */
function silentSince(events: readonly CaseEvent[]): Date | null {
  const resolved = events.findLastIndex(({ type }) => type === 'resolved');
  const answer = events[resolved];
  if (answer?.type !== 'resolved') return null;
  const after = events.slice(resolved + 1);
  const arrived =
    answer.messageId === null
      ? answer
      : after.find((event) => event.type === 'replyDelivered' && event.messageId === answer.messageId);
  if (arrived === undefined) return null;
  const lastWord = after.findLast(({ type }) => type === 'enterpriseWrote');
  return lastWord !== undefined && lastWord.at > arrived.at ? lastWord.at : arrived.at;
}
