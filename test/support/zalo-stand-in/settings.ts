/** The Official Account and its app, as the developer console shows them. */
export interface Account {
  appId: string;
  /** Goes into the `secret_key` header when tokens are asked for. */
  appSecret: string;
  oaId: string;
  oaName: string;
  /** Signs the events; it is not the app secret. */
  oaSecretKey: string;
  /** Where a grant returns to; null accepts any address. */
  callbackUrl: string | null;
}

/** What the platform's documentation leaves open or the account's package decides. */
export interface Settings {
  accessTokenSeconds: number;
  /** Whether a refused token request carries the numeric `error`. */
  oauthErrors: 'numbered' | 'bare';
  /** `accepted` helps by hand, where a bot kept a token from before the stand-in was started anew. */
  unknownRefreshTokens: 'refused' | 'accepted';
  listTemplates: 'accepted' | 'refused';
  /** Whether an uploaded asset may be sent more than once. */
  assets: 'reusable' | 'singleUse';
  /** `partial` leaves out `remain` and `total`, `none` the whole object. */
  quotaFields: 'full' | 'partial' | 'none';
  /** Who stands as `sender` in receipts. */
  receiptSender: 'oa' | 'user';
  /** Whether an echo carries the `message_id` that the API answered. */
  echoIds: 'same' | 'other';
  /** Consultation messages between 48 hours and 7 days, per month. */
  paidPerMonth: number;
  uploadsPerMonth: number;
  templatesPerDay: number;
}

/** A message template that Zalo has approved. */
export interface Template {
  params: readonly string[];
  /** May be sent to a user id; all may be sent to a phone. */
  byUser?: boolean;
  /** May be sent between 22:00 and 06:00. */
  atNight?: boolean;
}

export const usualAccount: Account = {
  appId: '4318657068771012646',
  appSecret: 'stand-in-app-secret',
  oaId: '579745863508352884',
  oaName: 'Hải quan khu vực III',
  oaSecretKey: 'stand-in-oa-secret-key',
  callbackUrl: null,
};

export const usualSettings: Settings = {
  accessTokenSeconds: 90_000,
  oauthErrors: 'numbered',
  unknownRefreshTokens: 'refused',
  listTemplates: 'accepted',
  assets: 'reusable',
  quotaFields: 'partial',
  receiptSender: 'oa',
  echoIds: 'same',
  paidPerMonth: 500,
  uploadsPerMonth: 5_000,
  templatesPerDay: 500,
};
