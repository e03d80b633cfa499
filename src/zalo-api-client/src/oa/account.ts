import type { Call } from '../http/call.ts';
import { booleanOf, fieldsOf, idOf, instantOf, isFields, numberOf, present, textOf } from '../read.ts';
import { mapResult, refusedBeforeSending, type ZaloResult } from '../result.ts';

export interface OaProfile {
  readonly oaId?: string;
  readonly name?: string;
  readonly description?: string;
  readonly alias?: string;
  readonly isVerified?: boolean;
  /** 2 is a business, 4 an authority. */
  readonly type?: number;
  readonly category?: string;
  readonly followers?: number;
  readonly avatarUrl?: string;
  readonly coverUrl?: string;
  readonly packageName?: string;
  /** As the platform writes it. */
  readonly packageValidThrough?: string;
}

/** The account's own page. A cheap way to learn whether the token works. */
export async function profile(call: Call): Promise<ZaloResult<OaProfile>> {
  return mapResult(await call({ method: 'GET', path: '/v2.0/oa/getoa', repeatable: true }), readProfile);
}

function readProfile(data: unknown): OaProfile {
  const fields = fieldsOf(data);
  return present({
    oaId: idOf(fields.oaid) ?? idOf(fields.oa_id),
    name: textOf(fields.name),
    description: textOf(fields.description),
    alias: textOf(fields.oa_alias),
    isVerified: booleanOf(fields.is_verified),
    type: numberOf(fields.oa_type),
    category: textOf(fields.cate_name),
    followers: numberOf(fields.num_follower),
    avatarUrl: textOf(fields.avatar),
    coverUrl: textOf(fields.cover),
    packageName: textOf(fields.package_name),
    packageValidThrough: textOf(fields.package_valid_through_date),
  });
}

export interface Allowance {
  readonly remaining?: number;
  readonly total?: number;
}

export interface UserQuota {
  readonly lastInteractionAt?: Date;
  readonly consultation?: Allowance;
}

/** What may still be sent to one person, and when they last did something: the exact instant, unlike `userDetail`. */
export async function userQuota(call: Call, userId: string): Promise<ZaloResult<UserQuota>> {
  if (userId === '') return refusedBeforeSending('there is no user id');
  const json = { user_id: userId };
  const answer = await call({ method: 'POST', path: '/v3.0/oa/quota/message', json, repeatable: true });
  return mapResult(answer, (data) => {
    const fields = fieldsOf(data);
    return present({
      lastInteractionAt: instantOf(fields.last_interaction),
      consultation: isFields(fields.cs_reply) ? readAllowance(fields.cs_reply) : undefined,
    });
  });
}

export interface QuotaQuestion {
  readonly owner: 'OA' | 'APP';
  readonly productType?: string;
  readonly quotaType?: string;
}

export interface AccountQuota extends Allowance {
  readonly productType?: string;
  readonly quotaType?: string;
  readonly raw: unknown;
}

/** What the account or the app may still send. */
export async function accountQuota(call: Call, question: QuotaQuestion): Promise<ZaloResult<AccountQuota[]>> {
  const { owner, productType, quotaType } = question;
  const json = present({ quota_owner: owner, product_type: productType, quota_type: quotaType });
  const answer = await call({ method: 'POST', path: '/v3.0/oa/quota/message', json, repeatable: true });
  return mapResult(answer, (data) => (Array.isArray(data) ? data : []).map(readAccountQuota));
}

function readAccountQuota(raw: unknown): AccountQuota {
  const fields = fieldsOf(raw);
  return {
    ...readAllowance(fields),
    ...present({ productType: textOf(fields.product_type), quotaType: textOf(fields.quota_type) }),
    raw,
  };
}

function readAllowance(fields: Readonly<Record<string, unknown>>): Allowance {
  return present({ remaining: numberOf(fields.remain), total: numberOf(fields.total) });
}
