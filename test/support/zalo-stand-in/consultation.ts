import { type Fields, fieldsOf, invalid, refused, textOf } from './fields.ts';
import { monthOf } from './local-time.ts';
import { left, spend } from './quota.ts';
import { readMessage } from './read-message.ts';
import { say } from './say.ts';
import type { User, World } from './world.ts';

const freeMs = 48 * 3_600_000;
const windowMs = 7 * 86_400_000;

/** Carries out `/v3.0/oa/message/cs`: free until 48 hours after the last interaction, charged until 7 days, then refused. */
export function sendConsultation(world: World, payload: Fields): Fields {
  const { user_id: id } = fieldsOf(payload.recipient, 'recipient');
  const user = userAt(world, id, 'recipient.user_id');
  if (user.refusesWith !== null) throw refused(user.refusesWith, 'User does not accept messages from this OA');
  if (user.lastInteractionAt === null) throw refused(-232, 'User has not interacted with the OA');
  const elapsedMs = world.now() - user.lastInteractionAt;
  if (elapsedMs >= windowMs) throw refused(-230, 'User has not interacted with the OA in the past 7 days');

  const said = readMessage(world, user, payload.message);
  const quota = elapsedMs < freeMs ? freeQuota : chargedQuota(world);
  const messageId = say(world, user, said);
  return sent(world, user, messageId, quota);
}

interface Quota {
  type: string;
  remain: number;
  total: number;
}

const freeQuota: Quota = { type: 'reply', remain: 8, total: 8 };

function chargedQuota(world: World): Quota {
  const total = world.settings.paidPerMonth;
  const remain = spend(world, `paid ${monthOf(world.now())}`, total, -211);
  return { type: 'sub_quota', remain, total };
}

/** What the API answers about a message that was sent. */
export function sent(world: World, user: User, messageId: string, quota: Quota | null): Fields {
  const { quotaFields } = world.settings;
  const owner = { owner_type: 'OA', owner_id: world.account.oaId };
  const counted = { remain: String(quota?.remain), total: String(quota?.total) };
  const described = { quota_type: quota?.type, ...owner, ...(quotaFields === 'full' ? counted : {}) };
  return {
    message_id: messageId,
    user_id: user.id,
    sent_time: String(world.now()),
    ...(quotaFields === 'none' || quota === null ? {} : { quota: described }),
  };
}

export function userAt(world: World, id: unknown, field: string): User {
  const user = world.users.get(textOf(id, field));
  if (user === undefined) throw invalid(field);
  return user;
}

/** Carries out `/v3.0/oa/quota/message`, for one user or for the whole account. */
export function messageQuota(world: World, payload: Fields): unknown {
  const total = world.settings.paidPerMonth;
  const remain = left(world, `paid ${monthOf(world.now())}`, total);
  if (payload.user_id === undefined) {
    return [{ quota_owner: 'OA', product_type: 'cs', quota_type: 'sub_quota', remain, total }];
  }
  const user = userAt(world, payload.user_id, 'user_id');
  return {
    last_interaction: user.lastInteractionAt === null ? '' : String(user.lastInteractionAt),
    cs_reply: { remain: 8, total: 8 },
    promotion: { daily_remain: 0, daily_total: 0, monthly_remain: 0, monthly_total: 0 },
  };
}
