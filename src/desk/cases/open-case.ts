import type { CaseEventBody } from '../../rules/case/events.ts';
import type { CaseKind } from '../../rules/case/words.ts';
import { clocksOf, nextDueAt } from '../../rules/escalation/clocks.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { type CaseRow, insertCase, nextReference } from '../../store/cases.ts';
import { attachToCase } from '../../store/messages.ts';
import { officerById, officersNamedIn, unitById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { gistOf } from './gist.ts';
import { happen } from './happen.ts';
import { responsibleOfficer, responsibleUnit } from './responsible.ts';

export interface CaseToOpen {
  kind: CaseKind;
  conversationId: number;
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
}

export interface OpenedCase {
  row: CaseRow;
  unitName: string;
  officer: { name: string; title: string } | null;
  firstResponseDueAt: Date | null;
  firstResponseMinutes: number;
}

const prefixes: Record<CaseKind, string> = { issue: 'VM', report: 'PA', verification: 'DG', question: 'HD' };

/** Opens a numbered case, gives it to whoever is responsible and starts its clocks. */
export async function openCase(current: Act, matter: CaseToOpen): Promise<OpenedCase> {
  const { tx, at } = current;
  const chosenUnit = await responsibleUnit(current, matter);
  const unit = await unitById(tx, chosenUnit.unitId);
  const excluded = isAboutConduct(matter.kind) ? await officersNamedIn(tx, matter.description) : [];
  const facts = {
    kind: matter.kind,
    category: matter.category,
    urgent: matter.urgent,
    unitCode: unit.code,
    unitId: unit.id,
  };
  const { policyId, calendarId } = await current.ruleBook.inForce(tx, facts, at);
  const choice = await responsibleOfficer(current, matter.kind, unit.id, new Set(excluded));
  const assigneeId = choice.to === 'officer' ? choice.officerId : null;

  const { messageIds, ...columns } = matter;
  const reference = await nextReference(tx, prefixes[matter.kind], Number(localDate(at, current.zone).slice(0, 4)));
  const row = await insertCase(
    tx,
    {
      ...columns,
      reference,
      state: 'open',
      level: 1,
      unitId: unit.id,
      assigneeId,
      policyId,
      calendarId,
      openedAt: at,
      lastActivityAt: at,
    },
    excluded.map((officerId) => ({ officerId, because: 'namedInReport' })),
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
    level: 1,
  };
  const because = [chosenUnit.rule?.note ?? chosenUnit.because, choice.because].join('; ');
  const happened = await happen(current, row, [
    opened,
    { type: 'assigned', officerId: assigneeId, unitId: unit.id, because },
  ]);

  const answer = happened.runs.find((run) => run.kind === 'firstResponse');
  const officer = assigneeId === null ? null : await officerById(tx, assigneeId);
  if (officer !== null) {
    await alert(current, happened.row, officer.id, 'assigned', {
      ...(await gistOf(current, row)),
      kind: 'assigned',
      dueAt: answer?.dueAt ?? null,
    });
  }
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
  const policy = await current.ruleBook.policy(tx, policyId);
  const working = await current.ruleBook.workingTime(tx, calendarId);
  const opening: CaseEventBody = { type: 'opened', ...matter, declarationNo: null, policyId, calendarId, level: 1 };
  const runs = clocksOf([{ ...opening, at, by: current.by }], policy, working, at).filter(
    (run) => run.kind === 'firstResponse',
  );
  return { unitName: unit.name, dueAt: nextDueAt(runs), minutes: runs[0]?.allowedMinutes ?? 0 };
}
