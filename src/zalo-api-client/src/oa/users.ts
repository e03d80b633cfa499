import type { Call } from '../http/call.ts';
import { booleanOf, fieldsOf, idOf, isFields, listOf, present, textOf } from '../read.ts';
import { mapResult, refusedBeforeSending, type ZaloResult } from '../result.ts';
import { readSharedInfo, type SharedInfo } from '../shared-info.ts';

/** What the platform tells about a person who met this account. It may withhold any of it. */
export interface UserDetail {
  readonly userId?: string;
  /** Another namespace than `userId`: the person as the developer's app knows them. */
  readonly userIdByApp?: string;
  /** The id the account itself gave the person. */
  readonly userExternalId?: string;
  readonly displayName?: string;
  readonly alias?: string;
  /** True for people under 18. */
  readonly isSensitive?: boolean;
  readonly isFollower?: boolean;
  /** A day, `YYYY-MM-DD`, in Việt Nam: too coarse to compute the consultation window from. */
  readonly lastInteractionDay?: string;
  readonly avatarUrl?: string;
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  /** What the person last shared on request: a claim, which they could edit. */
  readonly sharedInfo?: SharedInfo;
}

export async function userDetail(call: Call, userId: string): Promise<ZaloResult<UserDetail>> {
  if (userId === '') return refusedBeforeSending('there is no user id');
  const query = { data: JSON.stringify({ user_id: userId }) };
  return mapResult(
    await call({ method: 'GET', path: '/v3.0/oa/user/detail', query, repeatable: true }),
    readUserDetail,
  );
}

export function readUserDetail(data: unknown): UserDetail {
  const fields = fieldsOf(data);
  const labels = fieldsOf(fields.tags_and_notes_info);
  return present({
    userId: idOf(fields.user_id),
    userIdByApp: idOf(fields.user_id_by_app),
    userExternalId: textOf(fields.user_external_id),
    displayName: textOf(fields.display_name),
    alias: textOf(fields.user_alias),
    isSensitive: booleanOf(fields.is_sensitive),
    isFollower: booleanOf(fields.user_is_follower),
    lastInteractionDay: dayOf(fields.user_last_interaction_date),
    avatarUrl: textOf(fields.avatar),
    tags: listOf(labels.tag_names).flatMap((tag) => textOf(tag) ?? []),
    notes: listOf(labels.notes).flatMap((note) => textOf(note) ?? []),
    sharedInfo: isFields(fields.shared_info) ? readSharedInfo(fields.shared_info) : undefined,
  });
}

function dayOf(value: unknown): string | undefined {
  const written = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(textOf(value) ?? '');
  return written === null ? undefined : `${written[3]}-${written[2]}-${written[1]}`;
}
