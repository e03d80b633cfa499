import { sql } from 'drizzle-orm';
import type { Tx } from './database.ts';

export interface Forgotten {
  messages: number;
  /** Stored copies that no file row names any more. */
  paths: string[];
  /** Web chat sessions whose uploads are to go too. */
  webAddresses: string[];
}

/**
 * Empties the words, names, files and deliveries from before `before` in conversations whose latest answer is not a
 * yes. The rows stay, so that a repeated delivery is still recognised. Officers' chats need no consent of this kind.
 */
export async function forgetWords(tx: Tx, before: Date): Promise<Forgotten> {
  const until = before.toISOString();
  const unwilling = sql`(
    select c.id, c.channel, c.account, c.address from conversations c
    where c.officer_id is null and c.created_at < ${until}
      and not exists (select 1 from cases k where k.conversation_id = c.id)
      and coalesce((select answer from consents where conversation_id = c.id order by id desc limit 1), 'declined') <> 'given'
  )`;
  await tx.execute(sql`
    update inbox set body = '{}' from ${unwilling} u
    where inbox.channel = u.channel and inbox.account = u.account and inbox.address = u.address
      and inbox.received_at < ${until} and inbox.state <> 'pending' and inbox.body <> '{}'`);
  await tx.execute(sql`
    update conversations set display_name = null, vouched_phone = null, dialogue = '{}' from ${unwilling} u
    where conversations.id = u.id and conversations.last_message_at < ${until}`);
  const files = await tx.execute<{ path: string | null; channel: string; address: string }>(sql`
    update files set state = 'gone', path = null, name = '' from messages m, ${unwilling} u, files f
    where files.message_id = m.id and m.conversation_id = u.id and m.at < ${until} and f.id = files.id and files.name <> ''
    returning f.path, u.channel, u.address`);
  const messages = await tx.execute(sql`
    update messages set text = '', earlier_texts = null, detail = null from ${unwilling} u
    where messages.conversation_id = u.id and messages.author = 'person' and messages.at < ${until} and messages.text <> ''
    returning messages.id`);
  return {
    messages: messages.length,
    paths: await withoutRows(
      tx,
      files.flatMap(({ path }) => (path === null ? [] : [path])),
    ),
    webAddresses: [...new Set(files.filter(({ channel }) => channel === 'webchat').map(({ address }) => address))],
  };
}

// A copy is named by its content: somebody who agreed may have sent the same file.
async function withoutRows(tx: Tx, paths: readonly string[]): Promise<string[]> {
  const free: string[] = [];
  for (const path of new Set(paths)) {
    const rows = await tx.execute(sql`select 1 from files where path = ${path} limit 1`);
    if (rows.length === 0) free.push(path);
  }
  return free;
}
