import { userAt } from './consultation.ts';
import { type Fields, textOf } from './fields.ts';
import type { World } from './world.ts';

/** Carries out `/v2.0/oa/tag/tagfollower`; an unknown tag comes into being. */
export function tagUser(world: World, payload: Fields): Fields {
  const tag = textOf(payload.tag_name, 'tag_name');
  userAt(world, payload.user_id, 'user_id').tags.add(tag);
  world.tags.add(tag);
  return {};
}

/** Carries out `/v2.0/oa/tag/rmfollowerfromtag`. */
export function untagUser(world: World, payload: Fields): Fields {
  userAt(world, payload.user_id, 'user_id').tags.delete(textOf(payload.tag_name, 'tag_name'));
  return {};
}

/** Carries out `/v2.0/oa/tag/rmtag`. */
export function removeTag(world: World, payload: Fields): Fields {
  const tag = textOf(payload.tag_name, 'tag_name');
  world.tags.delete(tag);
  for (const user of world.users.values()) user.tags.delete(tag);
  return {};
}
