import type { Desk } from '../desk/act.ts';
import { NotFound } from '../errors.ts';
import type { CaseEvent } from '../rules/case/events.ts';
import { clocksOf } from '../rules/escalation/clocks.ts';
import { statutoryLimits } from '../rules/escalation/statutory.ts';
import { caseSurroundings, officerNames } from '../store/case-details.ts';
import { caseCard, openClocks, type Sight } from '../store/case-lists.ts';
import { caseRating } from '../store/case-ratings.ts';
import { asEvent, type CaseRow, eventRows } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { declarationAmong } from '../store/declarations.ts';
import { threadOfCase } from '../store/messages.ts';
import { translationsOf } from '../store/translations.ts';
import { mentionedIn } from '../store/watching.ts';
import { assignmentView } from './assignment.ts';
import { caseListItem, messageView } from './case-views.ts';
import { deadlineViews } from './deadlines.ts';
import { actorName, eventSentence, type Telling } from './event-sentences.ts';
import type { CaseDeclarationView, CaseDetail } from './views.ts';

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
  const thread = await threadOfCase(tx, row.id);
  const translations = await translationsOf(
    tx,
    thread.map(({ id }) => id),
  );
  const mentions = await mentionedIn(
    tx,
    thread.filter(({ isNote }) => isNote).map(({ id }) => id),
  );
  return {
    ...caseListItem(card, await openClocks(tx, [row.id]), now),
    ...(await caseSurroundings(tx, row.id)),
    assignment: await assignmentView(tx, events, row.assigneeId, telling.nameOf),
    officeCode: row.officeCode,
    declarationNo: row.declarationNo,
    declaration: await declarationView(tx, row),
    lastEventOrdinal: rows.at(-1)?.ordinal ?? 0,
    deadlines: deadlineViews(clocksOf(events, rules, now), rules, telling),
    statutory: statutoryLimits(row),
    messages: thread.map((message) =>
      messageView(message, {
        translation: translations.get(message.id) ?? null,
        mentions: mentions.get(message.id) ?? [],
      }),
    ),
    events: rows.map((event) => ({
      ordinal: event.ordinal,
      type: event.type,
      text: eventSentence(asEvent(event), telling),
      by: actorName(event.by, telling),
      at: event.at.toISOString(),
    })),
    satisfaction: await satisfactionView(tx, row.id),
  };
}

async function satisfactionView(tx: Tx, caseId: number): Promise<CaseDetail['satisfaction']> {
  const rated = await caseRating(tx, caseId);
  return rated === null || rated.level === null ? null : { level: rated.level, comment: rated.comment };
}

/** Only of the case's own enterprise: a number that somebody made up tells nothing of anybody's goods. */
async function declarationView(
  tx: Tx,
  { declarationNo, enterpriseId, isVerified }: CaseRow,
): Promise<CaseDeclarationView | null> {
  if (declarationNo === null || enterpriseId === null || !isVerified) return null;
  const row = await declarationAmong(tx, [enterpriseId], declarationNo.slice(0, 11));
  if (row === null) return null;
  const { number, state, stateAt, channel, typeCode } = row;
  return { number, state, stateAt: stateAt.toISOString(), channel, typeCode };
}

function officersIn(event: CaseEvent): number[] {
  const acting = event.by.kind === 'officer' ? [event.by.officerId] : [];
  if (event.type === 'noted') return [...acting, ...(event.mentioned ?? [])];
  return 'officerId' in event && event.officerId !== null ? [...acting, event.officerId] : acting;
}
