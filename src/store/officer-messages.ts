import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Choice } from '../channel/port.ts';
import type { Tx } from './database.ts';
import { alerts, cases } from './schema/cases.ts';
import { files, messages, outbox } from './schema/conversations.ts';

/** The case of the alert that this message carried to an officer; null for a message that carried none. */
export async function caseOfAlertMessage(tx: Tx, messageId: number): Promise<string | null> {
  const [row] = await tx
    .select({ reference: cases.reference })
    .from(alerts)
    .innerJoin(cases, eq(cases.id, alerts.caseId))
    .where(eq(alerts.messageId, messageId));
  return row?.reference ?? null;
}

// Written out, because drizzle leaves the table's name away where a query has one table, and `id` would mean the alert's.
const messageId = sql.raw('"messages"."id"');

/** What the bot said in this chat about one case: alerts, and messages that name it in their first line. */
function about(conversationId: number, row: { id: number; reference: string }) {
  return and(
    eq(messages.conversationId, conversationId),
    eq(messages.author, 'bot'),
    or(
      sql`exists (select 1 from alerts a where a.message_id = ${messageId} and a.case_id = ${row.id})`,
      sql`position(${row.reference} in split_part(${messages.text}, E'\n', 1)) > 0`,
    ),
  );
}

/** When this chat was last shown how the case stands; null when it never was. A message that did not arrive shows nothing. */
export async function lastShownAt(
  tx: Tx,
  conversationId: number,
  row: { id: number; reference: string },
): Promise<Date | null> {
  const [last] = await tx
    .select({ at: messages.at })
    .from(messages)
    .innerJoin(outbox, and(eq(outbox.messageId, messages.id), inArray(outbox.state, ['sent', 'delivered', 'read'])))
    .where(about(conversationId, row))
    .orderBy(desc(messages.id))
    .limit(1);
  return last?.at ?? null;
}

/** What the newest message of this chat about the case lets the officer choose from; none when nothing does. */
export async function choicesAbout(
  tx: Tx,
  conversationId: number,
  row: { id: number; reference: string },
): Promise<readonly Choice[]> {
  const [last] = await tx
    .select({ choices: messages.choices })
    .from(messages)
    .where(and(about(conversationId, row), isNotNull(messages.choices)))
    .orderBy(desc(messages.id))
    .limit(1);
  return last?.choices?.flat() ?? [];
}

/** The cases whose alerts came to this chat since the person last wrote, before `untilMessageId`, oldest first. */
export async function alertsSinceLastWord(
  tx: Tx,
  conversationId: number,
  untilMessageId: number,
): Promise<{ alertId: number; reference: string }[]> {
  const before = tx
    .select({ id: sql<number>`coalesce(max(${messages.id}), 0)` })
    .from(messages)
    .where(
      and(eq(messages.conversationId, conversationId), eq(messages.author, 'person'), lt(messages.id, untilMessageId)),
    );
  return tx
    .select({ alertId: alerts.id, reference: cases.reference })
    .from(alerts)
    .innerJoin(messages, eq(messages.id, alerts.messageId))
    .innerJoin(cases, eq(cases.id, alerts.caseId))
    .where(
      and(
        eq(messages.conversationId, conversationId),
        gt(messages.id, sql`(${before})`),
        lt(messages.id, untilMessageId),
      ),
    )
    .orderBy(asc(alerts.id));
}

/** The officer's alerts about a case that nobody has acknowledged. */
export async function openAlertsOf(tx: Tx, caseId: number, officerId: number): Promise<number[]> {
  const rows = await tx
    .select({ id: alerts.id })
    .from(alerts)
    .where(
      and(
        eq(alerts.caseId, caseId),
        eq(alerts.officerId, officerId),
        isNull(alerts.acknowledgedAt),
        inArray(alerts.kind, ['raised', 'unacknowledged']),
      ),
    )
    .orderBy(asc(alerts.id));
  return rows.map(({ id }) => id);
}

export type SentFile = typeof files.$inferSelect;

/** The files of these messages, in the order in which they were sent. */
export async function filesOfMessages(tx: Tx, messageIds: readonly number[]): Promise<SentFile[]> {
  if (messageIds.length === 0) return [];
  return tx
    .select()
    .from(files)
    .where(inArray(files.messageId, [...messageIds]))
    .orderBy(asc(files.id));
}

/** Puts stored files under another message as well: one copy, two places. */
export async function attachCopies(tx: Tx, fileIds: readonly number[], messageId: number): Promise<void> {
  if (fileIds.length === 0) return;
  const stored = await tx
    .select()
    .from(files)
    .where(and(inArray(files.id, [...fileIds]), eq(files.state, 'stored'), ne(files.messageId, messageId)))
    .orderBy(asc(files.id));
  if (stored.length === 0) return;
  await tx.insert(files).values(stored.map(({ id: _id, ...copy }) => ({ ...copy, messageId })));
}

/** The words of the newest `limit` messages of a case, oldest first, and who said them. */
export async function lastWords(tx: Tx, caseId: number, limit: number) {
  const rows = await tx.execute<{
    author: string;
    name: string | null;
    is_note: boolean;
    text: string;
    at: string;
  }>(sql`
    select m.author, o.name, m.is_note, m.text, m.at from messages m left join officers o on o.id = m.officer_id
    where m.case_id = ${caseId} and m.text <> '' and (m.author <> 'bot') order by m.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, isNote: row.is_note, at: new Date(row.at) })).toReversed();
}
