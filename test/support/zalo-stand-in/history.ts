import { userAt } from './consultation.ts';
import { count, type Fields } from './fields.ts';
import type { Entry, User, World } from './world.ts';

/** Carries out `/v2.0/oa/conversation`: at most ten messages with one user, newest first. */
export function conversation(world: World, query: Fields): readonly Fields[] {
  const user = userAt(world, query.user_id, 'user_id');
  const entries = user.timeline.map((entry) => asHistory(world, user, entry));
  return page(entries.toReversed(), query);
}

/** Carries out `/v2.0/oa/listrecentchat`: the newest message of each conversation. */
export function recentChats(world: World, query: Fields): readonly Fields[] {
  const newest = [...world.users.values()].flatMap((user) => {
    const last = user.timeline.at(-1);
    return last === undefined ? [] : [{ at: last.at, item: asHistory(world, user, last) }];
  });
  const entries = newest.toSorted((a, b) => b.at - a.at).map(({ item }) => item);
  return page(entries, query);
}

function page(entries: readonly Fields[], query: Fields): readonly Fields[] {
  const offset = count(query.offset, 0, Number.MAX_SAFE_INTEGER, 'offset');
  return entries.slice(offset, offset + count(query.count, 5, 10, 'count'));
}

function asHistory({ account }: World, user: User, entry: Entry): Fields {
  const oa = { id: account.oaId, name: account.oaName };
  const [from, to] = entry.by === 'oa' ? [oa, user] : [user, oa];
  return {
    src: entry.by === 'oa' ? 0 : 1,
    time: entry.at,
    type: entry.type,
    message: entry.text,
    message_id: entry.messageId,
    from_id: from.id,
    to_id: to.id,
    from_display_name: from.name,
    to_display_name: to.name,
    ...(entry.url === null ? {} : { url: entry.url }),
  };
}
