import type { Desk } from '../desk/act.ts';
import { NotFound } from '../errors.ts';
import type { CaseEvent } from '../rules/case/events.ts';
import { clocksOf } from '../rules/escalation/clocks.ts';
import { statutoryLimits } from '../rules/escalation/statutory.ts';
import { caseSurroundings, officerNames } from '../store/case-details.ts';
import { caseCard, openClocks, type Sight } from '../store/case-lists.ts';
import { asEvent, eventRows } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { threadOfCase } from '../store/messages.ts';
import { assignmentView } from './assignment.ts';
import { caseListItem, messageView } from './case-views.ts';
import { deadlineViews } from './deadlines.ts';
import { actorName, eventSentence, type Telling } from './event-sentences.ts';
import type { CaseDetail } from './views.ts';

/** All there is to read about a case. Throws `NotFound` where there is none for this reader. */
export async function caseDetail(
  tx: Tx,
  { ruleBook, zone }: Pick<Desk, 'ruleBook' | 'zone'>,
  sight: Sight,
  reference: string,
  now: Date,
): Promise<CaseDetail> {
  const card = await caseCard(tx, sight, reference);
  if (card === null) throw new NotFound(`vụ việc ${reference}`);
  const { row } = card;
  const rows = await eventRows(tx, row.id);
  const events = rows.map(asEvent);
  const names = await officerNames(tx, events.flatMap(officersIn));
  const telling: Telling = { nameOf: (id) => names.get(id) ?? 'công chức', zone, now };
  const rules = await ruleBook.rulesOf(tx, events);
  return {
    ...caseListItem(card, await openClocks(tx, [row.id]), now),
    ...(await caseSurroundings(tx, row.id)),
    assignment: await assignmentView(tx, events, row.assigneeId, telling.nameOf),
    officeCode: row.officeCode,
    declarationNo: row.declarationNo,
    lastEventOrdinal: rows.at(-1)?.ordinal ?? 0,
    deadlines: deadlineViews(clocksOf(events, rules, now), rules, telling),
    statutory: statutoryLimits(row),
    messages: (await threadOfCase(tx, row.id)).map(messageView),
    events: rows.map((event) => ({
      ordinal: event.ordinal,
      type: event.type,
      text: eventSentence(asEvent(event), telling),
      by: actorName(event.by, telling),
      at: event.at.toISOString(),
    })),
  };
}

function officersIn(event: CaseEvent): number[] {
  const acting = event.by.kind === 'officer' ? [event.by.officerId] : [];
  return 'officerId' in event && event.officerId !== null ? [...acting, event.officerId] : acting;
}
