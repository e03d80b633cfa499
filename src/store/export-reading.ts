import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { DataSubject } from './data-subjects.ts';
import { ofSubject } from './data-subjects.ts';
import type { Db, Tx } from './database.ts';
import { cases } from './schema/cases.ts';
import { conversations, files, messages } from './schema/conversations.ts';
import { ratings } from './schema/ratings.ts';

/** The person's cases as an export tells them. */
export async function casesToExport(db: Db | Tx, subject: DataSubject) {
  return db
    .select({
      reference: cases.reference,
      kind: cases.kind,
      state: cases.state,
      category: cases.category,
      declarationNo: cases.declarationNo,
      description: cases.description,
      openedAt: cases.openedAt,
      closedAt: cases.closedAt,
    })
    .from(cases)
    .where(ofSubject(subject))
    .orderBy(asc(cases.id));
}

export async function ratingsToExport(db: Db | Tx, { conversationIds }: DataSubject) {
  return db
    .select({
      declaration: ratings.number11,
      subject: ratings.subjectKind,
      level: ratings.level,
      reasons: ratings.reasons,
      comment: ratings.comment,
      ratedAt: ratings.ratedAt,
      changedAt: ratings.changedAt,
    })
    .from(ratings)
    .where(inArray(ratings.conversationId, [...conversationIds]))
    .orderBy(asc(ratings.id));
}

export interface ExportedMessage {
  id: number;
  channel: string;
  author: 'person' | 'bot' | 'officer';
  case: string | null;
  text: string;
  earlierTexts: readonly { text: string; until: string }[];
  files: { name: string; size: number | null; sha256: string | null }[];
  at: Date;
}

/** What was said in the person's chats, oldest first, `limit` of it after `after`. Notes among officers are not in it. */
export async function messagesToExport(
  db: Db | Tx,
  { conversationIds }: DataSubject,
  { after, limit }: { after: number; limit: number },
): Promise<ExportedMessage[]> {
  const rows = await db
    .select({
      id: messages.id,
      channel: conversations.channel,
      author: messages.author,
      case: cases.reference,
      text: messages.text,
      earlierTexts: messages.earlierTexts,
      at: messages.at,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .leftJoin(cases, eq(cases.id, messages.caseId))
    .where(
      and(inArray(messages.conversationId, [...conversationIds]), eq(messages.isNote, false), gt(messages.id, after)),
    )
    .orderBy(asc(messages.id))
    .limit(limit);
  const ids = rows.map(({ id }) => id);
  const attached =
    ids.length === 0
      ? []
      : await db
          .select({ messageId: files.messageId, name: files.name, size: files.size, sha256: files.sha256 })
          .from(files)
          .where(inArray(files.messageId, ids))
          .orderBy(asc(files.id));
  const byMessage = Map.groupBy(attached, ({ messageId }) => messageId);
  return rows.map(({ earlierTexts, ...row }) => ({
    ...row,
    earlierTexts: earlierTexts ?? [],
    files: (byMessage.get(row.id) ?? []).map(({ messageId: _, ...file }) => file),
  }));
}
