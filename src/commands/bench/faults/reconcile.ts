import type { Sql } from 'postgres';
import type { Choice } from '../../../channel/port.ts';
import { type Renderer, textsOf } from './compare.ts';
import type { Chatter } from './people.ts';

interface Doubtful {
  id: number;
  channel: string;
  address: string;
  text: string;
  choices: readonly (readonly Choice[])[] | null;
}

/**
 * What a person does with the list of messages in doubt: looks whether each arrived, and says so or sends it again. The
 * stand-in's people are asked in place of the telephone.
 */
export async function reconcile(
  sql: Sql,
  chatters: readonly Chatter[],
  channels: readonly Renderer[],
  ask: (messageId: number, deed: 'arrived' | 'retry') => Promise<void>,
): Promise<{ arrived: number; again: number; messageIds: Set<number> }> {
  const listed = await sql<Doubtful[]>`
    select m.id::int, c.channel, c.address, m.text, m.choices from outbox o
    join messages m on m.id = o.message_id join conversations c on c.id = o.conversation_id
    where o.state in ('unknown', 'failed') and c.channel in ('telegram', 'zalo') order by o.id`;
  const done = { arrived: 0, again: 0, messageIds: new Set<number>() };
  for (const message of listed) {
    const chatter = chatters.find(({ channel, address }) => channel === message.channel && address === message.address);
    const channel = channels.find(({ name }) => name === message.channel);
    if (chatter === undefined || channel === undefined) continue;
    const texts = textsOf(channel, message);
    const hasArrived = (await spokenOf(sql, message, texts, channel)) < heardOf(chatter, texts);
    await ask(message.id, hasArrived ? 'arrived' : 'retry');
    done[hasArrived ? 'arrived' : 'again'] += 1;
    done.messageIds.add(message.id);
  }
  return done;
}

/** How often the same words are known to have arrived in this chat. */
async function spokenOf(sql: Sql, message: Doubtful, texts: readonly string[], channel: Renderer): Promise<number> {
  const rows = await sql<Pick<Doubtful, 'text' | 'choices'>[]>`
    select m.text, m.choices from outbox o join messages m on m.id = o.message_id
    join conversations c on c.id = o.conversation_id
    where c.channel = ${message.channel} and c.address = ${message.address} and o.state in ('sent', 'delivered', 'read')`;
  return rows.filter((row) => textsOf(channel, row).at(-1) === texts.at(-1)).length;
}

function heardOf(chatter: Chatter, texts: readonly string[]): number {
  return chatter.heard().filter((text) => text === texts.at(-1)).length;
}
