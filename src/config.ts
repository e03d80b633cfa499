import { resolve } from 'node:path';
import { z } from 'zod';

const roles = z
  .string()
  .default('web,worker')
  .transform((text) => text.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(['web', 'worker'])).min(1));

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
  );

export interface Config {
  port: number;
  publicUrl: string;
  databaseUrl: string | null;
  dataDirectory: string;
  filesDirectory: string;
  roles: readonly ('web' | 'worker')[];
  timeZone: string;
  logLevel: string;
  bootstrapApiKey: string | null;
  telegram: { token: string; apiRoot: string; mode: 'webhook' | 'polling'; webhookSecret: string | null } | null;
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
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
