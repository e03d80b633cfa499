export type { BotProfile, BotSent, BotWebhook } from './bot/answers.ts';
export { type BotClient, type BotSettings, openBotClient } from './bot/client.ts';
export { type BotUpdate, botDeliveryKey, type InChat, parseBotUpdate } from './bot/parse.ts';
export { verifyBotWebhook } from './bot/verify.ts';
export { botCodes } from './errors/bot-codes.ts';
export type { CodeTable, Meaning } from './errors/codes.ts';
export { oaCodes } from './errors/oa-codes.ts';
export { oauthCodes } from './errors/oauth-codes.ts';
export { templateCodes } from './errors/template-codes.ts';
export { parseJson } from './json.ts';
export type { AccountQuota, Allowance, OaProfile, QuotaQuestion, UserQuota } from './oa/account.ts';
export { type OaClient, type OaSettings, openOaClient } from './oa/client.ts';
export type { HistoryMessage, Page } from './oa/history.ts';
export { oaLimits, problemWith } from './oa/limits.ts';
export type * from './oa/outgoing.ts';
export type { ReactionIcon, UserTemplate } from './oa/sending.ts';
export type { Quota, Sent } from './oa/sent.ts';
export { type Upload, uploadKinds } from './oa/uploads.ts';
export type { UserDetail } from './oa/users.ts';
export { wireMessage } from './oa/wire.ts';
export { type AccessTokens, fixedToken } from './oauth/access-tokens.ts';
export { type Granted, type OAuthClient, type OAuthSettings, openOAuthClient } from './oauth/client.ts';
export { type GrantLoss, type TokenHealth, tokenHealth } from './oauth/health.ts';
export { readPair, writePair } from './oauth/pair-json.ts';
export { challengeOf, createVerifier, type Pkce, type PkceMode, preparePkce } from './oauth/pkce.ts';
export { pairFromGrant, pairFromRefreshToken, type TokenPair } from './oauth/token-pair.ts';
export { memoryTokenStore, type TokenStore } from './oauth/token-store.ts';
export { openTokens, type TokenSettings, type Tokens } from './oauth/tokens.ts';
export { normalizePhone } from './phone.ts';
export type { Clock, Fetch } from './ports.ts';
export type { FaultCategory, WhatToDo, ZaloFault, ZaloResult } from './result.ts';
export type { SharedInfo } from './shared-info.ts';
export {
  openTemplateClient,
  type PhoneTemplate,
  type TemplateClient,
  type TemplateQuota,
  type TemplateSettings,
} from './templates/client.ts';
export type { Attachment, FileAttachment } from './webhook/attachments.ts';
export { deliveryKey } from './webhook/delivery-key.ts';
export type * from './webhook/events.ts';
export { parseOaEvent } from './webhook/parse.ts';
export { isProbe } from './webhook/probe.ts';
export { signWebhook, type Verification, verifyWebhook, type WebhookSecrets } from './webhook/verify.ts';
export { type ConsultationWindow, consultationWindow, consultationWindowChangesAt } from './window.ts';
