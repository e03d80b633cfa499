import { resolve } from 'node:path';
import { z } from 'zod';
import type { Role } from './rules/visibility/can-see.ts';
import { roles as officerRoles } from './rules/visibility/permission-table.ts';

const roles = z
  .string()
  .default('web,worker')
  .transform((text) => text.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(['web', 'worker'])).min(1));

const list = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim()))
  .pipe(z.array(z.string()))
  .transform((entries) => entries.filter((entry) => entry !== ''));

const zaloId = z.string().regex(/^\d{5,25}$/, 'takes digits only');

const environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('Where the service listens'),
    PUBLIC_URL: z
      .url()
      .optional()
      .describe('Where people and platforms reach this service; absent: http://localhost:PORT'),
    DATABASE_URL: z.url().optional().describe('Absent: a PostgreSQL of our own in DATA_DIR'),
    DATA_DIR: z.string().min(1).default('./data').describe('Where the embedded database and the files live'),
    ATTACHMENTS_DIR: z.string().min(1).optional().describe('Absent: DATA_DIR/files'),
    ROLES: roles.describe('What this process does'),
    TIME_ZONE: z
      .string()
      .default('Asia/Ho_Chi_Minh')
      .refine(isZone, 'is not an IANA time zone')
      .describe('The zone of dates and deadlines'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    SECOND_FACTOR_FOR: list
      .pipe(z.array(z.enum(officerRoles)))
      .default([])
      .describe('The roles that may not work without a second factor, separated by commas'),
    OIDC_ISSUER: z
      .url()
      .refine(isPrivateAddress, 'has to be https: secrets and identities travel to it')
      .optional()
      .describe("The agency's directory, as its discovery document names it. Absent: sign-in by password only"),
    OIDC_CLIENT_ID: z.string().min(1).max(200).optional().describe('What the directory calls this desk'),
    OIDC_CLIENT_SECRET: z.string().min(1).max(500).optional().describe("The directory's secret with this desk"),
    OIDC_LABEL: z.string().trim().min(1).max(60).optional().describe('What people call the directory'),
    BOOTSTRAP_API_KEY: z.string().min(16).optional().describe('An administrator key that works from the first start'),
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]+$/, 'does not look like a bot token')
      .optional()
      .describe('Absent: no Telegram'),
    TELEGRAM_API_ROOT: z.url().default('https://api.telegram.org'),
    TELEGRAM_MODE: z.enum(['webhook', 'polling']).default('webhook'),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{16,256}$/, 'takes 16 to 256 letters, digits, _ and -')
      .optional()
      .describe('Telegram repeats it with every delivery'),
    ZALO_APP_ID: zaloId.optional().describe('The app of developers.zalo.me. Absent: no Official Account'),
    ZALO_APP_SECRET: z.string().min(1).optional().describe("The app's secret, for tokens"),
    ZALO_OA_ID: zaloId.optional().describe('The Official Account'),
    ZALO_OA_SECRET_KEY: list
      .pipe(z.array(z.string()).min(1))
      .optional()
      .describe('"OA Secret Key" of the webhook page, which signs deliveries; several while one replaces another'),
    ZALO_REFRESH_TOKEN: z.string().min(1).optional().describe('A grant to start from; a new one replaces the old'),
    ZALO_API_ROOT: z.url().default('https://openapi.zalo.me'),
    ZALO_OAUTH_ROOT: z.url().default('https://oauth.zaloapp.com'),
    ZALO_BUSINESS_ROOT: z.url().default('https://business.openapi.zalo.me'),
    ZALO_TEMPLATE_ID: zaloId.optional().describe('The approved template that knocks when the window is closed'),
    ZALO_TEMPLATE_FIELDS: list
      .default(['ma_vu_viec', 'noi_dung'])
      .refine((names) => names.length === 2, 'takes two names: of the reference and of the sentence')
      .describe("The template's parameters for the reference and for the sentence"),
    ZALO_MEDIA_HOSTS: list.default([]).describe('Further hosts of files that people send'),
    ZALO_RATE_PER_MINUTE: z.coerce.number().int().min(1).max(4000).default(60),
    ZALO_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]+$/, 'does not look like a bot token')
      .optional()
      .describe("Absent: no bot of Zalo's Bot Platform"),
    ZALO_BOT_SECRET: z
      .string()
      .regex(/^[\w-]{8,256}$/, 'takes 8 to 256 letters, digits, _ and -')
      .optional()
      .describe('Zalo repeats it with every delivery to the bot'),
    ZALO_BOT_API_ROOT: z.url().default('https://bot-api.zaloplatforms.com'),
    ZALO_BOT_MODE: z.enum(['webhook', 'polling']).default('webhook'),
    OPENAI_API_KEY: z.string().min(1).optional().describe('Absent: no language model, and nothing is sent to one'),
    OPENAI_BASE_URL: z.url().default('https://api.openai.com/v1').describe('Any endpoint that speaks the protocol'),
    OPENAI_MODEL: z.string().min(1).default('gpt-4.1-mini'),
    OPENAI_DAILY_BUDGET_USD: z.coerce
      .number()
      .min(0)
      .max(10_000)
      .default(5)
      .describe('Beyond it the rules go on alone'),
    OPENAI_PRICE_INPUT: z.coerce.number().min(0).max(1000).default(0.4).describe('USD a million tokens'),
    OPENAI_PRICE_OUTPUT: z.coerce.number().min(0).max(1000).default(1.6).describe('USD a million tokens'),
  })
  .refine(
    (env) =>
      env.TELEGRAM_BOT_TOKEN === undefined ||
      env.TELEGRAM_MODE === 'polling' ||
      env.TELEGRAM_WEBHOOK_SECRET !== undefined,
    {
      path: ['TELEGRAM_WEBHOOK_SECRET'],
      error: 'is needed in webhook mode: without it anybody could write in the name of Telegram',
    },
  )
  .refine(
    (env) => env.ZALO_BOT_TOKEN === undefined || env.ZALO_BOT_MODE === 'polling' || env.ZALO_BOT_SECRET !== undefined,
    {
      path: ['ZALO_BOT_SECRET'],
      error: 'is needed in webhook mode: without it anybody could write in the name of Zalo',
    },
  )
  .superRefine((env, context) => {
    if (directoryFields.every((name) => env[name] === undefined)) return;
    for (const name of directoryFields.filter((each) => env[each] === undefined)) {
      const message = `is needed as well: a directory takes ${directoryFields.join(', ')} together`;
      context.addIssue({ code: 'custom', path: [name], message });
    }
  })
  .superRefine((env, context) => {
    if (env.ZALO_REFRESH_TOKEN === undefined && accountFields.every((name) => env[name] === undefined)) return;
    for (const name of accountFields.filter((each) => env[each] === undefined)) {
      const message = `is needed as well: an Official Account takes ${accountFields.join(', ')} together`;
      context.addIssue({ code: 'custom', path: [name], message });
    }
  });

const directoryFields = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_LABEL'] as const;
const accountFields = ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID', 'ZALO_OA_SECRET_KEY'] as const;

export interface Config {
  port: number;
  publicUrl: string;
  databaseUrl: string | null;
  dataDirectory: string;
  filesDirectory: string;
  roles: readonly ('web' | 'worker')[];
  timeZone: string;
  logLevel: string;
  /** The roles that may not work without a second factor. */
  secondFactorFor: readonly Role[];
  /** The agency's directory, by which officers may sign in; null: by password only. */
  oidc: DirectorySettings | null;
  bootstrapApiKey: string | null;
  telegram: { token: string; apiRoot: string; mode: 'webhook' | 'polling'; webhookSecret: string | null } | null;
  zalo: ZaloSettings | null;
  zaloBot: { token: string; apiRoot: string; mode: 'webhook' | 'polling'; webhookSecret: string | null } | null;
  /** Hosts of files, beside Zalo's own. */
  zaloMediaHosts: readonly string[];
  /** Null: everything works by rules. */
  assistant: LanguageModelSettings | null;
}

/** An OpenID Connect directory and what it calls this desk. */
export interface DirectorySettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it. */
  label: string;
}

/** A language model's endpoint, and what it may cost. */
export interface LanguageModelSettings {
  apiKey: string;
  baseUrl: string;
  model: string;
  /** Millionths of a dollar. */
  dailyBudgetMicros: number;
  /** Millionths of a dollar a token, which is dollars a million tokens. */
  priceMicros: { input: number; output: number };
}

/** One Official Account and the app that it is granted to. */
export interface ZaloSettings {
  appId: string;
  appSecret: string;
  oaId: string;
  /** Any of them may have signed a delivery. */
  webhookSecrets: readonly string[];
  refreshToken: string | null;
  apiRoot: string;
  oauthRoot: string;
  businessRoot: string;
  /** What is sent to somebody whose window is closed, and the names of its two parameters. */
  template: { id: string; referenceField: string; textField: string } | null;
  ratePerMinute: number;
}

/** Reads the environment once, at start. Reports every problem together rather than the first. */
export function readConfig(env: Record<string, string | undefined>): Config {
  // An empty value in an .env file means the same as a missing one.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  if (!result.success) throw new Error(`The environment is not usable:\n${z.prettifyError(result.error)}`);
  const values = result.data;
  return {
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
    databaseUrl: values.DATABASE_URL ?? null,
    dataDirectory: resolve(values.DATA_DIR),
    filesDirectory: resolve(values.ATTACHMENTS_DIR ?? `${values.DATA_DIR}/files`),
    roles: values.ROLES,
    timeZone: values.TIME_ZONE,
    logLevel: values.LOG_LEVEL,
    secondFactorFor: values.SECOND_FACTOR_FOR,
    oidc: directorySettings(values),
    bootstrapApiKey: values.BOOTSTRAP_API_KEY ?? null,
    telegram:
      values.TELEGRAM_BOT_TOKEN === undefined
        ? null
        : {
            token: values.TELEGRAM_BOT_TOKEN,
            apiRoot: values.TELEGRAM_API_ROOT.replace(/\/$/, ''),
            mode: values.TELEGRAM_MODE,
            webhookSecret: values.TELEGRAM_WEBHOOK_SECRET ?? null,
          },
    zalo: zaloSettings(values),
    zaloBot:
      values.ZALO_BOT_TOKEN === undefined
        ? null
        : {
            token: values.ZALO_BOT_TOKEN,
            apiRoot: values.ZALO_BOT_API_ROOT.replace(/\/$/, ''),
            mode: values.ZALO_BOT_MODE,
            webhookSecret: values.ZALO_BOT_SECRET ?? null,
          },
    zaloMediaHosts: values.ZALO_MEDIA_HOSTS,
    assistant:
      values.OPENAI_API_KEY === undefined
        ? null
        : {
            apiKey: values.OPENAI_API_KEY,
            baseUrl: values.OPENAI_BASE_URL.replace(/\/$/, ''),
            model: values.OPENAI_MODEL,
            dailyBudgetMicros: Math.round(values.OPENAI_DAILY_BUDGET_USD * 1_000_000),
            priceMicros: { input: values.OPENAI_PRICE_INPUT, output: values.OPENAI_PRICE_OUTPUT },
          },
  };
}

function zaloSettings(values: z.infer<typeof environment>): ZaloSettings | null {
  const { ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret, ZALO_OA_ID: oaId, ZALO_OA_SECRET_KEY: secrets } = values;
  if (appId === undefined || appSecret === undefined || oaId === undefined || secrets === undefined) return null;
  const [referenceField = '', textField = ''] = values.ZALO_TEMPLATE_FIELDS;
  return {
    appId,
    appSecret,
    oaId,
    webhookSecrets: secrets,
    refreshToken: values.ZALO_REFRESH_TOKEN ?? null,
    apiRoot: values.ZALO_API_ROOT,
    oauthRoot: values.ZALO_OAUTH_ROOT,
    businessRoot: values.ZALO_BUSINESS_ROOT,
    template: values.ZALO_TEMPLATE_ID === undefined ? null : { id: values.ZALO_TEMPLATE_ID, referenceField, textField },
    ratePerMinute: values.ZALO_RATE_PER_MINUTE,
  };
}

function directorySettings(values: z.infer<typeof environment>): DirectorySettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_LABEL: label } = values;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || label === undefined) return null;
  return { issuer, clientId, clientSecret, label };
}

/** https, or this very machine. */
function isPrivateAddress(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
