import { fieldsOf, idOf, instantOf, isFields, numberOf, present, textOf } from '../read.ts';

/** A message the platform took. That it took it does not say that it arrived: receipts come as events. */
export interface Sent {
  readonly messageId?: string;
  readonly userId?: string;
  readonly sentAt?: Date;
  readonly quota?: Quota;
}

/** What the message was counted against. No quota at all means that it was charged. */
export interface Quota {
  /** `reply`, `welcome_msg`, `sub_quota`, `purchase_quota`, `reward_quota`, or whatever the platform adds. */
  readonly type?: string;
  readonly remaining?: number;
  readonly total?: number;
  readonly ownerType?: string;
  readonly ownerId?: string;
}

export function readSent(data: unknown): Sent {
  const fields = fieldsOf(data);
  return present({
    messageId: idOf(fields.message_id) ?? idOf(fields.msg_id),
    userId: idOf(fields.user_id),
    sentAt: instantOf(fields.sent_time),
    quota: isFields(fields.quota) ? readQuota(fields.quota) : undefined,
  });
}

function readQuota(quota: Readonly<Record<string, unknown>>): Quota {
  return present({
    type: textOf(quota.quota_type),
    remaining: numberOf(quota.remain) ?? numberOf(quota.remainingQuota),
    total: numberOf(quota.total) ?? numberOf(quota.dailyQuota),
    ownerType: textOf(quota.owner_type),
    ownerId: idOf(quota.owner_id),
  });
}
