import type { CaseEvent } from '../../rules/case/events.ts';
import type { CaseKind, ClockKind } from '../../rules/case/words.ts';
import { clocksOf } from '../../rules/escalation/clocks.ts';
import type { CaseRules } from '../../rules/escalation/in-force.ts';
import { compile } from '../../rules/working-time/compile.ts';
import { eventsOfCases } from '../../store/calendars.ts';
import type { CaseRow } from '../../store/cases.ts';
import type { Tx } from '../../store/database.ts';
import type { Act } from '../act.ts';
import type { Succession } from './successions.ts';

/** A running promise that falls due at another time. Null is a time in a year without an approved calendar. */
export interface DeadlineMoved {
  reference: string;
  kind: CaseKind;
  clock: ClockKind;
  cycle: number;
  fromDueAt: Date | null;
  toDueAt: Date | null;
}

// As many ledgers as are read at once: a few thousand events are in memory, whatever the number of cases.
const casesAtOnce = 500;

/**
 * The deadlines that would move if the calendar changed now. The clocks are counted twice from each case's own ledger,
 * as it is and with the change in it, so the answer is what the approval will do.
 */
export async function deadlineMoves(
  { tx, ruleBook, at, by }: Pick<Act, 'ruleBook' | 'at' | 'by'> & { tx: Tx },
  { definition }: Pick<Succession, 'definition'>,
  rows: readonly CaseRow[],
): Promise<DeadlineMoved[]> {
  const moves: DeadlineMoved[] = [];
  const working = compile(definition);
  const change: CaseEvent = { type: 'calendarChanged', calendarId: imagined, version: '', at, by };
  for (let first = 0; first < rows.length; first += casesAtOnce) {
    const some = rows.slice(first, first + casesAtOnce);
    const eventsById = await eventsOfCases(
      tx,
      some.map(({ id }) => id),
    );
    const stored = await ruleBook.rulesOf(tx, [...eventsById.values()].flat());
    const rules: CaseRules = {
      ...stored,
      workingTimeOf: (id) => (id === imagined ? working : stored.workingTimeOf(id)),
    };
    for (const row of some) moves.push(...movesOf(row, eventsById.get(row.id) ?? [], change, rules));
  }
  return moves;
}

// No stored version has this id: identity columns begin at 1.
const imagined = 0;

function movesOf(row: CaseRow, events: readonly CaseEvent[], change: CaseEvent, rules: CaseRules): DeadlineMoved[] {
  const before = clocksOf(events, rules, change.at);
  const after = clocksOf([...events, change], rules, change.at);
  return after.flatMap((run) => {
    const earlier = before.find(({ kind, cycle }) => kind === run.kind && cycle === run.cycle);
    if (earlier === undefined || run.stoppedAt !== null || run.pausedAt !== null) return [];
    if (earlier.dueAt?.getTime() === run.dueAt?.getTime()) return [];
    const { reference, kind } = row;
    const { kind: clock, cycle, dueAt: toDueAt } = run;
    return [{ reference, kind, clock, cycle, fromDueAt: earlier.dueAt, toDueAt }];
  });
}
