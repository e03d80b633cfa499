import { oaCodes } from '../errors/oa-codes.ts';
import { openCaller } from '../http/call.ts';
import type { AccessTokens } from '../oauth/access-tokens.ts';
import type { Clock, Fetch } from '../ports.ts';
import type { ZaloResult } from '../result.ts';
import type { AccountQuota, OaProfile, QuotaQuestion, UserQuota } from './account.ts';
import { accountQuota, profile, userQuota } from './account.ts';
import { conversation, type HistoryMessage, type Page, recentChats } from './history.ts';
import type { OutgoingMessage } from './outgoing.ts';
import { type ReactionIcon, react, send, sendTemplate, type UserTemplate } from './sending.ts';
import type { Sent } from './sent.ts';
import { type Upload, uploadFile, uploadGif, uploadImage } from './uploads.ts';
import { type UserDetail, userDetail } from './users.ts';

export interface OaSettings {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly tokens: AccessTokens;
  /** `https://openapi.zalo.me` unless given. */
  readonly apiRoot?: string;
  /** When given, each call carries `appsecret_proof`, which an app can be set to require. */
  readonly appSecret?: string;
  /** 30 unless given. */
  readonly timeoutSeconds?: number;
}

/** One Official Account. Every method answers with a value; a send whose outcome is unknown is never repeated here. */
export interface OaClient {
  send(userId: string, message: OutgoingMessage): Promise<ZaloResult<Sent>>;
  sendTemplate(userId: string, template: UserTemplate): Promise<ZaloResult<Sent>>;
  react(userId: string, to: { messageId: string; icon: ReactionIcon }): Promise<ZaloResult<void>>;
  uploadImage(upload: Upload): Promise<ZaloResult<{ attachmentId: string }>>;
  uploadGif(upload: Upload): Promise<ZaloResult<{ attachmentId: string }>>;
  uploadFile(upload: Upload): Promise<ZaloResult<{ token: string }>>;
  userDetail(userId: string): Promise<ZaloResult<UserDetail>>;
  conversation(userId: string, page: Page): Promise<ZaloResult<HistoryMessage[]>>;
  recentChats(page: Page): Promise<ZaloResult<HistoryMessage[]>>;
  profile(): Promise<ZaloResult<OaProfile>>;
  userQuota(userId: string): Promise<ZaloResult<UserQuota>>;
  accountQuota(question: QuotaQuestion): Promise<ZaloResult<AccountQuota[]>>;
}

export function openOaClient(settings: OaSettings): OaClient {
  const { fetch, clock, tokens, appSecret, apiRoot = 'https://openapi.zalo.me', timeoutSeconds = 30 } = settings;
  const call = openCaller({ fetch, clock, tokens, appSecret, root: apiRoot, codes: oaCodes, timeoutSeconds });
  return {
    send: (userId, message) => send(call, userId, message),
    sendTemplate: (userId, template) => sendTemplate(call, userId, template),
    react: (userId, to) => react(call, userId, to),
    uploadImage: (upload) => uploadImage(call, upload),
    uploadGif: (upload) => uploadGif(call, upload),
    uploadFile: (upload) => uploadFile(call, upload),
    userDetail: (userId) => userDetail(call, userId),
    conversation: (userId, page) => conversation(call, userId, page),
    recentChats: (page) => recentChats(call, page),
    profile: () => profile(call),
    userQuota: (userId) => userQuota(call, userId),
    accountQuota: (question) => accountQuota(call, question),
  };
}
