import { isFields, present, textOf } from '../read.ts';
import { readEcho, readMessage, readReaction, readReceived, readSeen } from './chat-events.ts';
import { type Delivered, occurrence, openDelivery } from './delivered.ts';
import type { OaEvent } from './events.ts';
import * as other from './other-events.ts';
import * as person from './person-events.ts';
import * as template from './template-events.ts';

/** `undefined`: the delivery lacks what its name promises. */
type Reader = (delivered: Delivered) => OaEvent | undefined;

function under(reader: Reader, prefix: string, endings: readonly string[]): [string, Reader][] {
  return endings.map((ending) => [prefix + ending, reader]);
}

const groupChanges = [
  ...['create_group', 'delete_group', 'update_group_info', 'add_group_admin', 'remove_group_admin', 'user_join_group'],
  ...['user_out_group', 'user_request_join_group', 'accept_request_join_group', 'reject_request_join_group'],
];

const readers = new Map<string, Reader>([
  ...under(readMessage, 'user_send_', ['text', 'image', 'gif', 'link', 'audio', 'video', 'sticker', 'location']),
  ...under(readMessage, 'user_send_', ['business_card', 'file']),
  ...under(readEcho, 'oa_send_', ['text', 'image', 'gif', 'list', 'file', 'sticker', 'template']),
  [
    'user_received_message',
    (it) => (template.isTemplateReceipt(it) ? template.readTemplateReceived(it) : readReceived(it)),
  ],
  ['user_seen_message', readSeen],
  ['user_reacted_message', readReaction],
  ['oa_reacted_message', readReaction],
  ['follow', person.readFollow],
  ['unfollow', person.readFollow],
  ['user_click_chatnow', person.readChatNow],
  ['user_submit_info', person.readUserInfo],
  ['user_withdraw', person.readWithdrawal],
  ['update_user_info', person.readUserUpdated],
  ['widget_interaction_accepted', person.readWidgetAccepted],
  ['widget_failed_to_sync_user_external_id', person.readWidgetSyncFailed],
  ...under(person.readCall, '', ['oa_send_consent', 'user_reply_consent', 'user_call_oa', 'oa_call_user']),
  ...under(person.readTag, '', ['add_user_to_tag', 'remove_user_from_tag', 'remove_tag']),
  ...under(other.readAnonymous, 'anonymous_send_', ['text', 'image', 'file', 'sticker']),
  ...under(other.readAnonymous, 'oa_send_anonymous_', ['text', 'image', 'file', 'sticker']),
  ...under(other.readGroupChange, '', groupChanges),
  ['permission_revoked', other.readPermissionRevoked],
  ['extension_purchased', other.readExtensionPurchased],
  ['shop_has_order', other.readShopOrder],
  ['user_feedback', template.readTemplateFeedback],
  ['user_click_response_button', template.readTemplateResponse],
  ['change_template_status', template.readTemplateStatus],
  ['change_oa_daily_quota', template.readDailyQuota],
  ...under(template.readTemplateChange, 'change_', ['oa_template_tags', 'template_quality', 'template_quota']),
  ...under(template.readTemplateChange, 'event_journey_', ['time_out', 'acknowledged']),
]);

/**
 * Reads the parsed body of an authentic delivery. Never throws: what has no known name is `unknown`, what lacks its parts
 * is `malformed`, and both keep the body. `oaIds` are the accounts known to be ours.
 */
export function parseOaEvent(body: unknown, { oaIds }: { oaIds: readonly string[] }): OaEvent {
  const name = isFields(body) ? textOf(body.event_name) : undefined;
  if (!isFields(body) || name === undefined) return { kind: 'malformed', raw: body };

  const delivered = openDelivery(body, name, oaIds);
  const reader = readers.get(name) ?? groupReader(name);
  if (reader === undefined) return { kind: 'unknown', ...occurrence(delivered), raw: body };
  return reader(delivered) ?? present({ kind: 'malformed', eventName: name, raw: body });
}

// Messages in groups come under as many names as there are types; all have the same shape.
function groupReader(name: string): Reader | undefined {
  return /^(user|oa)_send_group_/.test(name) ? other.readGroupMessage : undefined;
}
