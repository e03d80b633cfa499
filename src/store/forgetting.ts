import { sql } from 'drizzle-orm';
import type { Tx } from './database.ts';

/**
 * Empties the words, names and deliveries written before `before` in conversations whose latest answer is not a yes.
 * The rows stay, so that a repeated delivery is still recognised. Officers' chats need no consent of this kind.
 */
export async function forgetWords(tx: Tx, before: Date): Promise<number> {
  const until = before.toISOString();
  const forgotten = await tx.execute(sql`
    with unwilling as (
      select c.id, c.channel, c.account, c.address from conversations c
      where c.officer_id is null and c.contact_id is null
        and coalesce((select answer from consents where conversation_id = c.id order by id desc limit 1), 'declined') <> 'given'
    ), emptied_deliveries as (
      update inbox set body = '{}' from unwilling u
      where inbox.channel = u.channel and inbox.account = u.account and inbox.address = u.address
        and inbox.received_at < ${until} and inbox.state <> 'pending' and inbox.body <> '{}'
    ), emptied_names as (
      update conversations set display_name = null, dialogue = '{}' from unwilling u
      where conversations.id = u.id and conversations.last_message_at < ${until}
    )
    update messages set text = '', earlier_texts = null from unwilling u
    where messages.conversation_id = u.id and messages.author = 'person' and messages.at < ${until} and messages.text <> ''
    returning messages.id`);
  return forgotten.length;
}
