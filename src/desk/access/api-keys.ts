import { randomBytes } from 'node:crypto';
import { Conflict, NotFound } from '../../errors.ts';
import type { ApiScope } from '../../rules/visibility/scopes.ts';
import { type ApiKeyRow, apiKeyById, insertApiKey, isNameOfKey, revokeKey } from '../../store/api-keys.ts';
import { appendLedger } from '../../store/ledger.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from '../organisation/administrator.ts';

export interface ApiKeyToMake {
  name: string;
  scopes: readonly ApiScope[];
  /** The first instant at which it no longer opens anything; null for no end. */
  expiresAt: Date | null;
  requestsPerMinute: number;
}

/** How a key begins: so that a secret found in a text is known for what it is. */
const keyPrefix = 'dh_';

/** Makes a key for a program. It is said here and never again: only its digest is kept. */
export async function createApiKey(current: Act, wanted: ApiKeyToMake): Promise<{ row: ApiKeyRow; key: string }> {
  const { tx, at, by } = current;
  await asAdministrator(current, 'tạo khóa API');
  const { name, scopes, expiresAt, requestsPerMinute } = wanted;
  if (await isNameOfKey(tx, name)) throw new Conflict('nameTaken', 'Đã có khóa API mang tên này.');
  if (expiresAt !== null && expiresAt.getTime() <= at.getTime())
    throw new Conflict('endsInThePast', 'Ngày hết hạn phải ở sau hôm nay.');
  const key = keyPrefix + randomBytes(32).toString('base64url');
  const row = await insertApiKey(tx, { key, name, scopes, expiresAt, requestsPerMinute, createdAt: at, createdBy: by });
  const detail = { apiKeyId: row.id, name, scopes: [...scopes], requestsPerMinute };
  await appendLedger(tx, 'access', [{ type: 'apiKeyCreated', detail }], by, at);
  return { row, key };
}

/** From now on the key opens nothing. */
export async function revokeApiKey(current: Act, { id }: { id: number }): Promise<ApiKeyRow> {
  const { tx, at, by } = current;
  await asAdministrator(current, 'thu hồi khóa API');
  if ((await apiKeyById(tx, id)) === null) throw new NotFound('khóa API');
  if (!(await revokeKey(tx, id, at))) throw new Conflict('keyRevoked', 'Khóa API này đã bị thu hồi.');
  await appendLedger(tx, 'access', [{ type: 'apiKeyRevoked', detail: { apiKeyId: id } }], by, at);
  const row = await apiKeyById(tx, id);
  if (row === null) throw new NotFound('khóa API');
  return row;
}
