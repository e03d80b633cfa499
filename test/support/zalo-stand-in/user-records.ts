import { userAt } from './consultation.ts';
import { count, type Fields, fieldsOf, optionalText } from './fields.ts';
import { dayOf } from './local-time.ts';
import type { User, World } from './world.ts';

/** Carries out `/v3.0/oa/user/detail`. */
export function userDetail(world: World, query: Fields): Fields {
  const user = userAt(world, query.user_id, 'user_id');
  const avatar = `${world.origin}/media/avatar.png`;
  return {
    user_id: user.id,
    user_id_by_app: user.idByApp,
    user_external_id: user.externalId,
    display_name: user.name,
    user_alias: user.alias === '' ? user.name : user.alias,
    is_sensitive: false,
    ...(user.lastInteractionAt === null ? {} : { user_last_interaction_date: slashed(user.lastInteractionAt) }),
    user_is_follower: user.follows,
    avatar,
    avatars: { 120: avatar, 240: avatar },
    dynamic_param: '',
    tags_and_notes_info: { notes: [], tag_names: [...user.tags] },
    ...(Object.keys(user.sharedInfo).length === 0 ? {} : { shared_info: user.sharedInfo }),
  };
}

/** Carries out `/v3.0/oa/user/getlist`: those who have met the account, as far as the filters let them pass. */
export function userList(world: World, query: Fields): Fields {
  const offset = count(query.offset, 0, 9_951, 'offset');
  const size = count(query.count, 50, 50, 'count');
  const tag = optionalText(query.tag_name, 'tag_name');
  const period = optionalText(query.last_interaction_period, 'last_interaction_period');
  const follower = query.is_follower === undefined ? null : String(query.is_follower) === 'true';
  const found = [...world.users.values()]
    .filter((user) => user.lastInteractionAt !== null)
    .filter((user) => tag === '' || user.tags.has(tag))
    .filter((user) => follower === null || user.follows === follower)
    .filter((user) => period === '' || isWithin(user, period, world.now()));
  const users = found.slice(offset, offset + size).map((user) => ({ user_id: user.id }));
  return { total: found.length, count: users.length, offset, users };
}

/** Carries out `/v3.0/oa/user/update`. */
export function updateUser(world: World, payload: Fields): Fields {
  const user = userAt(world, payload.user_id, 'user_id');
  user.alias = optionalText(payload.user_alias, 'user_alias') || user.alias;
  user.externalId = optionalText(payload.user_external_id, 'user_external_id') || user.externalId;
  if (payload.shared_info !== undefined) {
    const given = Object.entries(fieldsOf(payload.shared_info, 'shared_info'));
    user.sharedInfo = { ...user.sharedInfo, ...Object.fromEntries(given.map(([key, value]) => [key, String(value)])) };
  }
  return {};
}

/** Carries out `/v2.0/oa/deletefollowerinfo`: what the account itself stored about the user is gone. */
export function deleteUserInfo(world: World, payload: Fields): Fields {
  const user = userAt(world, payload.user_id, 'user_id');
  user.alias = '';
  user.externalId = '';
  user.sharedInfo = {};
  user.tags.clear();
  return {};
}

function isWithin(user: User, period: string, now: number): boolean {
  const day = dayOf(user.lastInteractionAt ?? 0);
  const daysAgo = (days: number) => dayOf(now - days * 86_400_000);
  switch (period) {
    case 'TODAY':
      return day === daysAgo(0);
    case 'YESTERDAY':
      return day === daysAgo(1);
    case 'L7D':
      return day > daysAgo(7);
    case 'L30D':
      return day > daysAgo(30);
    default: {
      const [from = '', until = ''] = period.replaceAll('_', '-').split(':');
      return from <= day && day <= until;
    }
  }
}

function slashed(at: number): string {
  return dayOf(at).split('-').reverse().join('/');
}
