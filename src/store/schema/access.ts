import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, keyOf, serialKey } from './columns.ts';
import { officers } from './organisation.ts';

// The first four tables belong to better-auth, which fixes their columns.
export const user = pgTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  officerId: keyOf().references(() => officers.id),
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

/** A key for programs. Only its hash is kept. */
export const apiKeys = pgTable('api_keys', {
  id: serialKey(),
  name: text().notNull(),
  keyHash: text().notNull().unique(),
  /** What it may do; null for a key from before scopes, which may do everything. */
  scopes: jsonb().$type<readonly string[]>(),
  requestsPerMinute: integer(),
  createdAt: instant().notNull(),
  lastUsedAt: instant(),
  expiresAt: instant(),
  revokedAt: instant(),
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
