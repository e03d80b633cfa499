import type { Reader } from './api-env.ts';
import { requirePermission } from './permitted.ts';

/** For reads that only those who look after the installation have. Writes are checked by their verbs. */
export function administratorOnly(reader: Reader, doing: string): void {
  requirePermission(reader, 'administer', doing);
}
