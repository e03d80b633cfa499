import { booleanOf, fieldsOf, idOf, instantOf, isFields, numberOf, present, textOf } from '../read.ts';

export interface BotProfile {
  readonly id?: string;
  readonly accountName?: string;
  readonly accountType?: string;
  readonly displayName?: string;
  readonly canJoinGroups?: boolean;
}

export interface BotSent {
  readonly messageId?: string;
  readonly sentAt?: Date;
}

export interface BotWebhook {
  /** Empty when none is set. */
  readonly url: string;
  readonly updatedAt?: Date;
  /** What the platform's own trial of the address gave. The address is stored even when it failed. */
  readonly verification?: {
    readonly ok: boolean;
    readonly statusCode?: number;
    readonly outcome?: string;
    readonly hint?: string;
  };
}

export function readProfile(result: unknown): BotProfile {
  const fields = fieldsOf(result);
  return present({
    id: idOf(fields.id),
    accountName: textOf(fields.account_name),
    accountType: textOf(fields.account_type),
    displayName: textOf(fields.display_name),
    canJoinGroups: booleanOf(fields.can_join_groups),
  });
}

export function readSent(result: unknown): BotSent {
  const fields = fieldsOf(result);
  return present({ messageId: idOf(fields.message_id), sentAt: instantOf(fields.date) });
}

export function readWebhook(result: unknown): BotWebhook {
  const fields = fieldsOf(result);
  const trial = fields.verification;
  return present({
    url: textOf(fields.url) ?? '',
    updatedAt: instantOf(fields.updated_at),
    verification: isFields(trial)
      ? present({
          ok: trial.ok === true,
          statusCode: numberOf(trial.status_code),
          outcome: textOf(trial.outcome),
          hint: textOf(trial.hint),
        })
      : undefined,
  });
}
