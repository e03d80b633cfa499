import { NotPermitted } from '../errors.ts';
import type { Permission } from '../rules/visibility/permission-table.ts';
import { mayDo } from '../rules/visibility/permissions.ts';
import type { Reader } from './api-env.ts';

/** Whether the reader has the permission anywhere; a program has what its scopes let through to here. */
export function isPermitted(reader: Reader, permission: Permission): boolean {
  return reader.kind === 'apiKey' || mayDo(reader.sight, permission);
}

/** For reads that are not everybody's. Writes are checked by their verbs. */
export function requirePermission(reader: Reader, permission: Permission, doing: string): void {
  if (!isPermitted(reader, permission)) throw new NotPermitted(doing);
}
