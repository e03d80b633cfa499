import { Conflict } from '../../errors.ts';
import { decide } from '../../rules/case/decide.ts';
import type { CaseEvent, CaseEventBody } from '../../rules/case/events.ts';
import { refusalSentences } from '../../rules/case/refusals.ts';
import { resolvedSince, silentSince } from '../../rules/case/silence.ts';
import { type Standing, standingOf } from '../../rules/case/standing.ts';
import { isLive } from '../../rules/case/transition.ts';
import { waitingSince } from '../../rules/case/waiting-since.ts';
import { type ClockRun, clocksOf, nextDueAt } from '../../rules/escalation/clocks.ts';
import { versionsInForce } from '../../rules/escalation/in-force.ts';
import { planClimb, planSilence, planSteps, reconcile } from '../../rules/escalation/ladder.ts';
import { unacknowledgedOf } from '../../store/alerts.ts';
import { appendEvents, asEvent, type CaseRow, ledgerOfCase, saveCase, saveClocks } from '../../store/cases.ts';
import { applySteps, stepsOf } from '../../store/ladder.ts';
import { noteChange } from '../../store/live.ts';
import type { Act } from '../act.ts';
import { tellUndetermined } from '../calendars/tell-undetermined.ts';

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
  change: Partial<Omit<CaseRow, 'id'>> = {},
): Promise<Happened> {
  const { tx, at, by } = current;
  const ledger = await ledgerOfCase(tx, before);
  const { state } = accepted(ledger.rows.map(asEvent), bodies);
  const head = await appendEvents(tx, before.id, ledger.head, bodies, by, at);
  const events = [...ledger.rows.map(asEvent), ...bodies.map((body): CaseEvent => ({ ...body, at, by }))];

  const rules = await current.ruleBook.rulesOf(tx, events);
  const versions = versionsInForce(events) ?? before;
  const policy = rules.policyOf(versions.policyId);
  const working = rules.workingTimeOf(versions.calendarId);
  const runs = clocksOf(events, rules, at);
  await saveClocks(tx, before.id, runs);

  const resolvedAt = resolvedSince(events);
  const row = await saveCase(tx, before.id, {
    ...change,
    state,
    policyId: versions.policyId,
    calendarId: versions.calendarId,
    nextDueAt: isLive(state) ? nextDueAt(runs) : null,
    waitingSince: waitingSince(events),
    resolvedAt: state === 'resolved' || state === 'closed' ? resolvedAt : null,
    closedAt: state === 'closed' ? (before.closedAt ?? at) : null,
    lastActivityAt: bodies.every(({ type }) => isAside.has(type)) ? before.lastActivityAt : at,
    ...head,
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
    ...planSteps(runs, rules),
    ...planSilence(
      state === 'resolved' ? silentSince(events) : null,
      events.filter(({ type }) => type === 'resolved').length,
      policy,
      working,
    ),
    ...alerts.flatMap((alert) => planClimb(alert.id, alert.createdAt, policy, working)),
  ];
  const lastBody = bodies.at(-1);
  const changes = reconcile(await stepsOf(tx, before.id), planned);
  await applySteps(tx, before.id, changes, at, lastBody?.type ?? 'recomputed');
  if (changes.insert.length + changes.move.length > 0) current.wakes.add('steps');

  if (isLive(state)) await tellUndetermined(current, runs, rules);
  await noteChange(tx, { topic: 'case', caseId: before.id, conversationId: before.conversationId, at });
  current.wakes.add('live');
  return { row, runs };
}

// A new calendar is nobody's work on the case, and sorting it is no work on the matter.
const isAside: ReadonlySet<CaseEventBody['type']> = new Set(['calendarChanged', 'labelled', 'unlabelled']);

function accepted(events: readonly CaseEvent[], bodies: readonly CaseEventBody[]): Pick<Standing, 'state'> {
  let standing = standingOf(events);
  for (const body of bodies) {
    const decision = decide(standing, body);
    if (!decision.ok) throw new Conflict(decision.refusal, refusalSentences[decision.refusal].vi);
    standing = decision.standing;
  }
  if (standing === null) throw new Error('Nothing has happened to the case');
  return standing;
}

/** The clocks as they will stand once these events have happened now: what people can be told before they do. */
export async function foresee(
  current: Act,
  before: CaseRow,
  bodies: readonly CaseEventBody[],
): Promise<readonly ClockRun[]> {
  const { tx, at, by } = current;
  const ledger = await ledgerOfCase(tx, before);
  const events = [...ledger.rows.map(asEvent), ...bodies.map((body): CaseEvent => ({ ...body, at, by }))];
  return clocksOf(events, await current.ruleBook.rulesOf(tx, events), at);
}
