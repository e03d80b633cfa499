import { templateCodes } from '../errors/template-codes.ts';
import { type Call, openCaller } from '../http/call.ts';
import { readSent, type Sent } from '../oa/sent.ts';
import type { AccessTokens } from '../oauth/access-tokens.ts';
import { normalizePhone } from '../phone.ts';
import type { Clock, Fetch } from '../ports.ts';
import { fieldsOf, numberOf, present } from '../read.ts';
import { mapResult, refusedBeforeSending, type ZaloResult } from '../result.ts';

export interface TemplateSettings {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly tokens: AccessTokens;
  /** `https://business.openapi.zalo.me` unless given. */
  readonly businessRoot?: string;
  readonly appSecret?: string;
  /** 30 unless given. */
  readonly timeoutSeconds?: number;
}

export interface PhoneTemplate {
  /** Any way of writing a Vietnamese number. */
  readonly phone: string;
  readonly templateId: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** Ours, 1 to 48 characters; comes back in receipts. The platform does not use it against sending twice. */
  readonly trackingId: string;
  /** Delivers only to the administrators of the account or the app. */
  readonly isTrial?: boolean;
  /** Sends also where the quota is used up (`sending_mode` 3). */
  readonly mayExceedQuota?: boolean;
}

export interface TemplateQuota {
  readonly daily?: number;
  readonly remaining?: number;
}

/** Template messages (ZNS, now ZBS) to people known by phone number. By user id: `OaClient.sendTemplate`. */
export interface TemplateClient {
  send(template: PhoneTemplate): Promise<ZaloResult<Sent>>;
  /** What became of a message, as the platform numbers it: -1, 0 or 1. */
  status(messageId: string): Promise<ZaloResult<{ status?: number }>>;
  quota(): Promise<ZaloResult<TemplateQuota>>;
}

export function openTemplateClient(settings: TemplateSettings): TemplateClient {
  const { fetch, clock, tokens, appSecret, timeoutSeconds = 30 } = settings;
  const root = settings.businessRoot ?? 'https://business.openapi.zalo.me';
  const call = openCaller({ fetch, clock, tokens, appSecret, root, codes: templateCodes, timeoutSeconds });
  return {
    send: (template) => send(call, template),
    async status(messageId) {
      const query = { message_id: messageId };
      const answer = await call({ method: 'GET', path: '/message/status', query, repeatable: true });
      return mapResult(answer, (data) => present({ status: numberOf(fieldsOf(data).status) }));
    },
    async quota() {
      return mapResult(await call({ method: 'GET', path: '/message/quota', repeatable: true }), readQuota);
    },
  };
}

async function send(call: Call, template: PhoneTemplate): Promise<ZaloResult<Sent>> {
  const { templateId, data, trackingId, isTrial, mayExceedQuota } = template;
  const phone = normalizePhone(template.phone);
  if (phone === undefined) return refusedBeforeSending('the phone number is not Vietnamese');
  if (templateId === '') return refusedBeforeSending('a template needs an id');
  if (trackingId === '' || trackingId.length > 48) return refusedBeforeSending('a tracking id has 1 to 48 characters');

  const json = present({
    phone,
    template_id: templateId,
    template_data: data,
    tracking_id: trackingId,
    mode: isTrial === true ? 'development' : undefined,
    sending_mode: mayExceedQuota === true ? '3' : '1',
  });
  return mapResult(await call({ method: 'POST', path: '/message/template', json, repeatable: false }), readSent);
}

function readQuota(data: unknown): TemplateQuota {
  const fields = fieldsOf(data);
  return present({ daily: numberOf(fields.dailyQuota), remaining: numberOf(fields.remainingQuota) });
}
