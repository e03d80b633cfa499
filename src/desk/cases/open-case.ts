import type { CaseEventBody } from '../../rules/case/events.ts';
import { referencePrefixes } from '../../rules/case/reference-prefixes.ts';
import type { CaseKind, Level } from '../../rules/case/words.ts';
import { clocksOf, nextDueAt } from '../../rules/escalation/clocks.ts';
import { type Exclusion, eachOnce } from '../../rules/routing/conflict-of-interest.ts';
import type { StepName } from '../../rules/routing/step-in-question.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { type CaseRow, insertCase, nextReference } from '../../store/cases.ts';
import { nextHiddenReference } from '../../store/hidden-references.ts';
import { attachToCase } from '../../store/messages.ts';
import { officerById, unitById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { conflictsIn } from './conflicts.ts';
import { gistOf } from './gist.ts';
import { happen } from './happen.ts';
import { type Responsible, responsibleFor, responsibleUnit } from './responsible.ts';
import { tellNobodyEligible } from './tell-nobody-eligible.ts';

export interface CaseToOpen {
  kind: CaseKind;
  /** Null: it hangs on no chat, and nobody outside is told. */
  conversationId: number | null;
  contactId: number | null;
  enterpriseId: number | null;
  isVerified: boolean;
  description: string;
  category: string;
  officeCode: string | null;
  declarationNo: string | null;
  urgent: boolean;
  /** What the person already wrote and sent about it. */
  messageIds: readonly number[];
  /** The officers the enterprise chose as subject of a report or rating. */
  subjectIds?: readonly number[];
  /** The step in question; left out, all who are recorded on the declaration are party to a matter about conduct. */
  step?: StepName | null;
  /** Kept away besides those whom the rules find. */
  excluding?: readonly Exclusion[];
  /** Where it is opened above the first level. */
  level?: Level;
  /** Who takes it, where that is not routing's to say. */
  choose?: (excluded: ReadonlySet<number>) => Promise<Responsible>;
}

export interface OpenedCase {
  row: CaseRow;
  unitName: string;
  officer: { name: string; title: string } | null;
  firstResponseDueAt: Date | null;
  firstResponseMinutes: number;
}

/** Opens a numbered case, gives it to whoever is responsible and starts its clocks. */
export async function openCase(current: Act, matter: CaseToOpen): Promise<OpenedCase> {
  const { tx, at } = current;
  const exclusions = eachOnce([...(await conflictsIn(current, matter)), ...(matter.excluding ?? [])]);
  const excluded = new Set(exclusions.map(({ officerId }) => officerId));
  const responsible = await (matter.choose?.(excluded) ?? responsibleFor(current, matter, excluded));
  const { officerId: assigneeId, reason } = responsible;
  const unit = await unitById(tx, responsible.unitId);
  const facts = {
    kind: matter.kind,
    category: matter.category,
    urgent: matter.urgent,
    unitCode: unit.code,
    unitId: unit.id,
  };
  const { policyId, calendarId } = await current.ruleBook.inForce(tx, facts, at);

  const {
    messageIds,
    subjectIds: _subjectIds,
    step: _step,
    excluding: _excluding,
    choose: _choose,
    level = 1,
    ...columns
  } = matter;
  const number = isAboutConduct(matter.kind) ? nextHiddenReference : nextReference;
  const reference = await number(tx, referencePrefixes[matter.kind], Number(localDate(at, current.zone).slice(0, 4)));
  const row = await insertCase(
    tx,
    {
      ...columns,
      reference,
      state: 'open',
      level,
      unitId: unit.id,
      assigneeId,
      policyId,
      calendarId,
      openedAt: at,
      lastActivityAt: at,
    },
    exclusions,
  );
  await attachToCase(tx, messageIds, row.id);

  const { category, urgent, officeCode, declarationNo, kind } = matter;
  const opened: CaseEventBody = {
    type: 'opened',
    kind,
    category,
    urgent,
    officeCode,
    declarationNo,
    policyId,
    calendarId,
    level,
  };
  const happened = await happen(current, row, [
    opened,
    ...exclusions.map((exclusion): CaseEventBody => ({ type: 'exclusionAdded', ...exclusion })),
    { type: 'assigned', officerId: assigneeId, unitId: unit.id, because: reason.officer, routing: reason },
  ]);

  const answer = happened.runs.find((run) => run.kind === 'firstResponse');
  const officer = assigneeId === null ? null : await officerById(tx, assigneeId);
  if (officer !== null) {
    await alert(current, happened.row, officer.id, 'assigned', {
      ...(await gistOf(current, row)),
      kind: 'assigned',
      dueAt: answer?.dueAt ?? null,
    });
  } else await tellNobodyEligible(current, happened.row, responsible);
  return {
    row: happened.row,
    unitName: unit.name,
    officer,
    firstResponseDueAt: answer?.dueAt ?? null,
    firstResponseMinutes: answer?.allowedMinutes ?? 0,
  };
}

/** What would be promised if the case were opened now: shown on the card before the person confirms. */
export async function previewPromise(
  current: Act,
  matter: { kind: CaseKind; category: string; officeCode: string | null; urgent: boolean },
): Promise<{ unitName: string; dueAt: Date | null; minutes: number }> {
  const { tx, at } = current;
  const { unitId } = await responsibleUnit(current, matter);
  const unit = await unitById(tx, unitId);
  const { policyId, calendarId } = await current.ruleBook.inForce(tx, { ...matter, unitCode: unit.code, unitId }, at);
  const opening: CaseEventBody = { type: 'opened', ...matter, declarationNo: null, policyId, calendarId, level: 1 };
  const events = [{ ...opening, at, by: current.by }];
  const rules = await current.ruleBook.rulesOf(tx, events);
  const runs = clocksOf(events, rules, at).filter((run) => run.kind === 'firstResponse');
  return { unitName: unit.name, dueAt: nextDueAt(runs), minutes: runs[0]?.allowedMinutes ?? 0 };
}
