import { parseJson } from '../json.ts';
import { fieldsOf, idOf, isFields, present, textOf } from '../read.ts';
import { readSharedInfo } from '../shared-info.ts';
import { ofPerson } from './chat-events.ts';
import { type Delivered, idsIn, occurrence, partiesOf } from './delivered.ts';
import type { CallStep, OfPerson, PersonEvent } from './events.ts';

/** The person of an event that names them at its root, as follower, or as one of the two parties. */
function personOf(delivered: Delivered): OfPerson | undefined {
  const { raw, rootOaId } = delivered;
  const named = idOf(fieldsOf(raw.follower).id) ?? idOf(raw.user_id) ?? idOf(fieldsOf(raw.data).user_id);
  const parties = partiesOf(delivered, 'personToAccount');
  return ofPerson(delivered, { oaId: rootOaId ?? parties.oaId, userId: named ?? parties.userId });
}

export function readFollow(delivered: Delivered): PersonEvent | undefined {
  const person = personOf(delivered);
  if (person === undefined) return undefined;
  const kind = delivered.name === 'follow' ? 'follow' : 'unfollow';
  return { kind, ...person, ...present({ source: textOf(delivered.raw.source) }) };
}

export function readChatNow(delivered: Delivered): PersonEvent | undefined {
  const person = personOf(delivered);
  return person === undefined ? undefined : { kind: 'chatNow', ...person };
}

/** The details come in `info`, in an older flat form of it, or as JSON inside the message's text. */
export function readUserInfo(delivered: Delivered): PersonEvent | undefined {
  const person = personOf(delivered);
  const inText = parseJson(textOf(delivered.message.text) ?? '');
  const info = [delivered.raw.info, fieldsOf(inText).info, inText].find(isFields);
  return person === undefined || info === undefined
    ? undefined
    : { kind: 'userInfo', ...person, info: readSharedInfo(info) };
}

export function readWithdrawal(delivered: Delivered): PersonEvent | undefined {
  const person = personOf(delivered);
  return person === undefined ? undefined : { kind: 'withdrawal', ...person };
}

export function readUserUpdated(delivered: Delivered): PersonEvent | undefined {
  const person = personOf(delivered);
  return person === undefined ? undefined : { kind: 'userUpdated', ...person, raw: delivered.raw };
}

export function readWidgetAccepted(delivered: Delivered): PersonEvent | undefined {
  const person = personOf(delivered);
  if (person === undefined) return undefined;
  const data = fieldsOf(delivered.raw.data);
  const accepted = { userExternalId: textOf(data.user_external_id), url: textOf(data.url) };
  return { kind: 'widgetAccepted', ...person, ...present(accepted) };
}

export function readWidgetSyncFailed(delivered: Delivered): PersonEvent {
  return { kind: 'widgetSyncFailed', ...occurrence(delivered), raw: delivered.raw };
}

const callSteps = new Map<string, CallStep>([
  ['oa_send_consent', 'consentAsked'],
  ['user_reply_consent', 'consentAnswered'],
  ['user_call_oa', 'personCalled'],
  ['oa_call_user', 'accountCalled'],
]);

export function readCall(delivered: Delivered): PersonEvent | undefined {
  const step = callSteps.get(delivered.name);
  const isByAccount = step === 'consentAsked' || step === 'accountCalled';
  const parties = partiesOf(delivered, isByAccount ? 'accountToPerson' : 'personToAccount');
  const userId = parties.userId ?? idOf(delivered.raw.user_id);
  const person = ofPerson(delivered, { oaId: parties.oaId, userId });
  return person === undefined || step === undefined ? undefined : { kind: 'call', ...person, step, raw: delivered.raw };
}

const tagChanges = new Map([
  ['add_user_to_tag', 'added'],
  ['remove_user_from_tag', 'removed'],
] as const);

export function readTag(delivered: Delivered): PersonEvent {
  const tag = fieldsOf(delivered.raw.tag);
  const [, change = 'deleted'] = [...tagChanges].find(([name]) => name === delivered.name) ?? [];
  const tagName = textOf(tag.name);
  return { kind: 'tag', ...occurrence(delivered), change, ...present({ tagName }), userIds: idsIn(tag.user_ids) };
}
