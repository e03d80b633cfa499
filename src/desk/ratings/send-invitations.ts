import type { ChannelName, Outgoing, Window } from '../../channel/port.ts';
import { type AskableChat, chatToAskIn, sendingInstants } from '../../rules/rating/invitation-chat.ts';
import type { InvitationRules } from '../../rules/rating/invitation-rules.ts';
import { askableFrom, type Days, dayBegan, nextMessageAt } from '../../rules/rating/invitation-times.ts';
import { dayMilliseconds } from '../../rules/working-time/working-day.ts';
import { appendLedger } from '../../store/ledger.ts';
import { accountsBehind, askedSince, type SpeakersChat, speakersChats } from '../../store/rating-askable.ts';
import {
  enterprisesDue,
  invitingNoted,
  type Noted,
  noteInviting,
  saveInvitations,
  tryToInvite,
} from '../../store/rating-invitations.ts';
import { lockRatings } from '../../store/ratings.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';
import { digestMessage, singleMessage } from './invitation-messages.ts';
import { invitationDays, invitationRules } from './inviting-rules.ts';

/** One of our accounts that people can be asked through. */
export interface AskingAccount {
  channel: ChannelName;
  account: string;
  /** Null where nothing limits us. */
  pace: { messages: number; perMilliseconds: number } | null;
  windowAt?: (lastInteractionAt: Date | null, now: Date) => Window;
}

/** What one look needs to know, and what it uses up. */
export interface Sending {
  rules: InvitationRules;
  days: Days;
  accounts: ReadonlyMap<string, AskingAccount>;
  noted: Noted;
  /** The instants for which each account still takes a message. */
  room: Map<string, Date[]>;
  /** Messages that each person got today. */
  asked: Map<number, number>;
}

// Beyond it nothing is handed to the outbox, where messages of a chat go out in the order in which they were said: an
// answer to somebody who writes now must not stand behind an invitation that is set for later.
const aheadMilliseconds = 1000;
// Where a message waits longer than that, the account has no room for what nobody waits for.
const patienceMilliseconds = 300;
const unlimitedPace = { messages: 50, perMilliseconds: 1000 };
const crowdedMilliseconds = 10_000;
const mostEnterprises = 200;
const mostInADigest = 500;

/**
 * Makes ready for a look at what may be said now; null where another process looks, nobody may be asked at this hour, or
 * there is no department yet that would ask.
 */
export async function openSending(current: Act, accounts: readonly AskingAccount[]): Promise<Sending | null> {
  const { tx, at } = current;
  if (!(await tryToInvite(tx))) return null;
  const rules = await invitationRules(current);
  const days = await invitationDays(current);
  if (days === null || askableFrom(at, rules, days).getTime() > at.getTime()) return null;
  const noted = await invitingNoted(tx);
  const until = new Date(at.getTime() + aheadMilliseconds);
  const behind = await accountsBehind(tx, new Date(at.getTime() - patienceMilliseconds));
  const room = new Map(
    accounts.map((account): [string, Date[]] => {
      if (behind.has(keyOf(account))) return [keyOf(account), []];
      const last = noted.sentUntil[keyOf(account)];
      const lastAt = last === undefined ? null : new Date(last);
      return [keyOf(account), sendingInstants(lastAt, at, until, account.pace ?? unlimitedPace, rules.shareOfPace)];
    }),
  );
  const known = new Map(accounts.map((account) => [keyOf(account), account]));
  return { rules, days, accounts: known, noted, room, asked: new Map() };
}

/**
 * Asks about what is due: one message for several declarations of an enterprise, no person more often than the rules say,
 * and no account faster than its share, so that half of every second is free for those who are waiting for an answer.
 * Returns how many messages that were.
 */
export async function sendInvitations(current: Act, accounts: readonly AskingAccount[]): Promise<number> {
  const { tx, at, by } = current;
  const sending = await openSending(current, accounts);
  const spare = [...(sending?.room.values() ?? [])].reduce((sum, instants) => sum + instants.length, 0);
  if (sending === null || spare === 0) return 0;
  const looksAt = Math.min(mostEnterprises, spare * 2);
  const due = await enterprisesDue(tx, at, looksAt);
  if (due.length === 0) return 0;
  await lockRatings(tx);
  const chats = await askableChats(
    current,
    sending,
    due.map(({ enterpriseId }) => enterpriseId),
  );
  let messages = 0;
  let declarations = 0;
  const crowdedOut: number[] = [];
  for (const { enterpriseId, name, ids } of due) {
    const chat = await chatFor(current, sending, chats.get(enterpriseId) ?? [], ids);
    if (chat === null) continue;
    const isMany = ids.length >= sending.rules.digestFrom;
    for (const group of isMany ? [ids.slice(0, mostInADigest)] : ids.map((id) => [id])) {
      if (!mayStillBeAsked(sending, chat.contactId, at)) break;
      const dueAt = takeRoom(sending, chat);
      if (dueAt === null) {
        crowdedOut.push(...group);
        continue;
      }
      const about = { ids: group, conversationId: chat.conversationId, enterpriseId, name, isReminder: false };
      const { message, digestId } = isMany
        ? await digestMessage(current, about, chat.language)
        : await singleMessage(current, about, chat.language);
      await saveInvitations(tx, group, { state: 'sent', conversationId: chat.conversationId, sentAt: at, digestId });
      await sayTo(current, sending, chat, message, dueAt);
      messages += 1;
      declarations += group.length;
    }
  }
  // Another account has room left, and whoever could be asked there may stand behind those of the busy one.
  const isOneSided = due.length === looksAt && [...sending.room.values()].some((instants) => instants.length > 0);
  await saveInvitations(tx, isOneSided ? crowdedOut : [], { dueAt: new Date(at.getTime() + crowdedMilliseconds) });
  await closeSending(current, sending);
  if (messages > 0)
    await appendLedger(tx, 'ratings', [{ type: 'invited', detail: { messages, declarations } }], by, at);
  return messages;
}

export type Chat = SpeakersChat & AskableChat;

/** The chats in which these enterprises can be asked through our accounts, with how often their people were asked today. */
export async function askableChats(
  { tx, at, zone }: Act,
  { accounts, asked }: Sending,
  enterpriseIds: readonly number[],
): Promise<Map<number, Chat[]>> {
  const chats = (await speakersChats(tx, enterpriseIds, at)).flatMap((chat): Chat[] => {
    const account = accounts.get(keyOf(chat));
    return account === undefined ? [] : [{ ...chat, window: account.windowAt?.(chat.lastInteractionAt, at) ?? 'open' }];
  });
  const people = [...new Set(chats.map(({ contactId }) => contactId))];
  for (const [contactId, count] of await askedSince(tx, people, dayBegan(at, zone))) asked.set(contactId, count);
  return Map.groupBy(chats, ({ enterpriseId }) => enterpriseId);
}

/** Where to ask now. Null, and put off, where nobody can be asked (any more) today. */
async function chatFor(
  { tx, at }: Act,
  sending: Sending,
  chats: readonly Chat[],
  ids: readonly number[],
): Promise<Chat | null> {
  const { rules, days, asked } = sending;
  const chat = chatToAskIn(chats, (contactId) => mayStillBeAsked(sending, contactId, at));
  if (chat === null) {
    // Somebody may be linked, or want to be asked again, tomorrow.
    await saveInvitations(tx, ids, { dueAt: askableFrom(new Date(at.getTime() + dayMilliseconds), rules, days) });
    return null;
  }
  const dueAt = nextMessageAt(at, asked.get(chat.contactId) ?? 0, rules, days);
  if (dueAt.getTime() <= at.getTime()) return chat;
  await saveInvitations(tx, ids, { dueAt });
  return null;
}

export function mayStillBeAsked({ asked, rules, days }: Sending, contactId: number, at: Date): boolean {
  return nextMessageAt(at, asked.get(contactId) ?? 0, rules, days).getTime() <= at.getTime();
}

/** Takes the account's next instant; null when it has none left in this look. */
export function takeRoom({ room }: Sending, chat: Pick<Chat, 'channel' | 'account'>): Date | null {
  return room.get(keyOf(chat))?.shift() ?? null;
}

export async function sayTo(current: Act, sending: Sending, chat: Chat, message: Outgoing, dueAt: Date): Promise<void> {
  await say(current, { conversationId: chat.conversationId, message, dueAt });
  sending.asked.set(chat.contactId, (sending.asked.get(chat.contactId) ?? 0) + 1);
  const key = keyOf(chat);
  sending.noted = { ...sending.noted, sentUntil: { ...sending.noted.sentUntil, [key]: dueAt.getTime() } };
}

/** Notes until when each account's instants are given away. */
export async function closeSending({ tx }: Act, { noted }: Sending): Promise<void> {
  await noteInviting(tx, noted);
}

function keyOf({ channel, account }: { channel: ChannelName; account: string }): string {
  return `${channel} ${account}`;
}
