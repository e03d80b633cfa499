import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Actor } from '../../rules/case/words.ts';
import type { ApiScope } from '../../rules/visibility/scopes.ts';
import { instant, keyOf, serialKey } from './columns.ts';
import { officers } from './organisation.ts';

// The first five tables belong to better-auth, which fixes their columns.
export const user = pgTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  officerId: keyOf().references(() => officers.id),
  twoFactorEnabled: boolean('two_factor_enabled').default(false),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const session = pgTable('session', {
  id: text().primaryKey(),
  token: text().notNull().unique(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  expiresAt: instant('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  /** The agency's directory vouched for a second factor. */
  directoryFactor: boolean('directory_factor').notNull().default(false),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const account = pgTable('account', {
  id: text().primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: instant('access_token_expires_at'),
  refreshTokenExpiresAt: instant('refresh_token_expires_at'),
  scope: text(),
  password: text(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const verification = pgTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** The second factor of a sign-in. Secret and recovery codes are sealed with the secret of the sign-in. */
export const twoFactor = pgTable('two_factor', {
  id: text().primaryKey(),
  secret: text().notNull(),
  backupCodes: text('backup_codes').notNull(),
  userId: text('user_id')
    .notNull()
    .unique()
    .references(() => user.id, { onDelete: 'cascade' }),
  verified: boolean().default(true),
  failedVerificationCount: integer('failed_verification_count').default(0),
  lockedUntil: instant('locked_until'),
});

/** When somebody last said again who they are, in one session. */
export const stepUps = pgTable('step_ups', {
  sessionId: text()
    .primaryKey()
    .references(() => session.id, { onDelete: 'cascade' }),
  at: instant().notNull(),
});

/** Wrong attempts to sign in, by address and by account, across all processes. */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: instant(),
});

/** A link by which an officer sets a password, once. Only the digest of its secret is kept. */
export const signInInvitations = pgTable('sign_in_invitations', {
  id: serialKey(),
  officerId: keyOf()
    .notNull()
    .references(() => officers.id),
  secretHash: text().notNull().unique(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
});

/** A key for programs. Only its hash is kept. */
export const apiKeys = pgTable('api_keys', {
  id: serialKey(),
  name: text().notNull(),
  keyHash: text().notNull().unique(),
  /** What it may do; null for a key from before scopes, which may do everything. */
  scopes: jsonb().$type<readonly ApiScope[]>(),
  requestsPerMinute: integer(),
  createdAt: instant().notNull(),
  /** Who made it; null for the key that the environment gave. */
  createdBy: jsonb().$type<Actor>(),
  lastUsedAt: instant(),
  expiresAt: instant(),
  revokedAt: instant(),
});

/**
 * How many requests each key has made in its minute, and each officer uploads in ten, across all processes. Without a
 * write-ahead log: after a crash it starts anew.
 */
export const apiKeyCalls = pgTable('api_key_calls', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: instant(),
});

/** The answer given to a write, so that the same request sent twice has one effect. */
export const idempotentAnswers = pgTable(
  'idempotent_answers',
  {
    owner: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    status: integer().notNull(),
    body: jsonb().$type<unknown>().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.owner, table.key] })],
);
