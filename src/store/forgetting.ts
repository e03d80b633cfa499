import { sql } from 'drizzle-orm';
import type { Tx } from './database.ts';
import { withoutRows } from './redaction.ts';

export interface Forgotten {
  messages: number;
  /** Stored copies that no file row names any more. */
  paths: string[];
  /** Web chat sessions whose uploads are to go too. */
  webAddresses: string[];
}

/**
 * Empties the words, names, files and deliveries from before `before` in conversations whose latest answer is not a
 * yes. What belongs to a case stays with it, and so does whose chat that is. The rows stay, so that a repeated delivery is
 * still recognised. Officers' chats need no consent of this kind.
 */
export async function forgetWords(tx: Tx, before: Date): Promise<Forgotten> {
  const until = before.toISOString();
  const unwilling = sql`(
    select c.id, c.channel, c.account, c.address,
      exists (select 1 from cases k where k.conversation_id = c.id) as has_case
    from conversations c
    where c.officer_id is null and c.created_at < ${until}
      and coalesce((select answer from consents where conversation_id = c.id order by id desc limit 1), 'declined') <> 'given'
  )`;
  await tx.execute(sql`
    update inbox set body = '{}' from ${unwilling} u
    where inbox.channel = u.channel and inbox.account = u.account and inbox.address = u.address
      and inbox.received_at < ${until} and inbox.state <> 'pending' and inbox.body <> '{}'
      and not exists (select 1 from messages m where m.inbox_id = inbox.id and m.case_id is not null)`);
  await tx.execute(sql`
    update conversations set display_name = null, vouched_phone = null, dialogue = '{}' from ${unwilling} u
    where conversations.id = u.id and not u.has_case and conversations.last_message_at < ${until}
      and (conversations.display_name is not null or conversations.vouched_phone is not null or conversations.dialogue <> '{}')`);
  const files = await tx.execute<{ path: string | null; channel: string; address: string; has_case: boolean }>(sql`
    update files set state = 'gone', path = null, name = '' from messages m, ${unwilling} u, files f
    where files.message_id = m.id and m.conversation_id = u.id and m.case_id is null and m.at < ${until}
      and f.id = files.id and files.name <> ''
    returning f.path, u.channel, u.address, u.has_case`);
  const messages = await tx.execute(sql`
    update messages set text = '', earlier_texts = null, detail = null from ${unwilling} u
    where messages.conversation_id = u.id and messages.author = 'person' and messages.case_id is null
      and messages.at < ${until} and messages.text <> ''
    returning messages.id`);
  const webFiles = files.filter(({ channel, has_case: hasCase }) => channel === 'webchat' && !hasCase);
  return {
    messages: messages.length,
    // A copy is named by its content: somebody who agreed may have sent the same file.
    paths: await withoutRows(
      tx,
      files.flatMap(({ path }) => (path === null ? [] : [path])),
    ),
    webAddresses: [...new Set(webFiles.map(({ address }) => address))],
  };
}
