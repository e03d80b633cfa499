import type { Sql } from 'postgres';
import type { Channel, Choice } from '../../../channel/port.ts';
import type { Chatter } from './people.ts';

/** What is needed to know how a message looks on its platform. */
export type Renderer = Pick<Channel, 'name' | 'account' | 'render'>;

/** What was found when the people's own memory is laid beside the database. All but the first two must be zero. */
export interface Verdict {
  inbound: number;
  replies: number;
  /** Said by a person and in no conversation; in a conversation more than once. */
  inboundLost: number;
  inboundDoubled: number;
  /** Conversations whose messages stand in another order than they were said. */
  inboundDisordered: number;
  /** Conversations that answered a later message before an earlier one, because the platform brought it too late. */
  answeredLate: number;
  repliesLost: number;
  repliesDoubled: number;
  /** Conversations in which what came at first try stands in another order than it was said. */
  repliesDisordered: number;
  /** Messages of the bot that are neither delivered nor listed as in doubt. */
  unfinished: number;
}

interface Spoken {
  id: number;
  text: string;
  choices: readonly (readonly Choice[])[] | null;
  state: string;
}

/** `settled`: messages that a person decided on, which may have come after later ones. */
export async function compare(
  sql: Sql,
  chatters: readonly Chatter[],
  channels: readonly Renderer[],
  settled: ReadonlySet<number>,
): Promise<Verdict> {
  const verdict: Verdict = {
    inbound: 0,
    replies: 0,
    inboundLost: 0,
    inboundDoubled: 0,
    inboundDisordered: 0,
    answeredLate: 0,
    repliesLost: 0,
    repliesDoubled: 0,
    repliesDisordered: 0,
    unfinished: 0,
  };
  for (const chatter of chatters) {
    const channel = channels.find(({ name }) => name === chatter.channel);
    if (channel === undefined) throw new Error(`No channel ${chatter.channel}`);
    await compareOne(sql, chatter, channel, settled, verdict);
  }
  return verdict;
}

async function compareOne(
  sql: Sql,
  chatter: Chatter,
  channel: Renderer,
  settled: ReadonlySet<number>,
  verdict: Verdict,
): Promise<void> {
  const heardByDesk = await sql<{ text: string; ordinal: string }[]>`
    select m.text, i.ordinal from messages m
    join conversations c on c.id = m.conversation_id join inbox i on i.id = m.inbox_id
    where c.channel = ${chatter.channel} and c.account = ${channel.account} and c.address = ${chatter.address}
      and m.author = 'person' order by m.id`;
  const asSaid = heardByDesk.toSorted((a, b) => Number(a.ordinal) - Number(b.ordinal)).map(({ text }) => text);
  const asHandled = heardByDesk.map(({ text }) => text);
  verdict.inbound += chatter.said.length;
  verdict.inboundLost += surplus(chatter.said, asSaid);
  verdict.inboundDoubled += surplus(asSaid, chatter.said);
  if (!isSame(asSaid, chatter.said)) verdict.inboundDisordered += 1;
  else if (!isSame(asHandled, chatter.said)) verdict.answeredLate += 1;

  const spoken = await sql<Spoken[]>`
    select m.id::int, m.text, m.choices, o.state from messages m
    join conversations c on c.id = m.conversation_id join outbox o on o.message_id = m.id
    where c.channel = ${chatter.channel} and c.account = ${channel.account} and c.address = ${chatter.address}
    order by o.id`;
  const arrived = ['sent', 'delivered', 'read'];
  verdict.unfinished += spoken.filter(({ state }) => !arrived.includes(state)).length;
  const expected = spoken.filter(({ state }) => arrived.includes(state)).flatMap((each) => textsOf(channel, each));
  const heard = chatter.heard();
  verdict.replies += expected.length;
  verdict.repliesLost += surplus(expected, heard);
  verdict.repliesDoubled += surplus(heard, expected);
  const steady = new Set(spoken.filter(({ id }) => !settled.has(id)).flatMap((each) => textsOf(channel, each)));
  const doubtful = new Set(spoken.filter(({ id }) => settled.has(id)).flatMap((each) => textsOf(channel, each)));
  const isCertain = (text: string) => steady.has(text) && !doubtful.has(text);
  if (!isSame(expected.filter(isCertain), heard.filter(isCertain))) verdict.repliesDisordered += 1;
}

/** The texts of a message as the platform gets them. */
export function textsOf(channel: Renderer, { text, choices }: Pick<Spoken, 'text' | 'choices'>): string[] {
  return channel.render({ text, ...(choices === null ? {} : { choices }) }).map((part) => String(part.text));
}

/** How many of `some` have no counterpart of their own in `others`. */
function surplus(some: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  let count = 0;
  for (const text of some) {
    const found = left.get(text) ?? 0;
    if (found === 0) count += 1;
    else left.set(text, found - 1);
  }
  return count;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text, index) => text === others[index]);
}
