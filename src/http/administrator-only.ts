import { NotPermitted } from '../errors.ts';
import type { Reader } from './api-env.ts';

/** Whether the reader looks after the installation: an administrator, or a program with a key. */
export function isAdministrator(reader: Reader): boolean {
  return reader.kind === 'apiKey' || reader.sight.role === 'administrator';
}

/** For reads that are not everybody's. Writes are checked by their verbs. */
export function administratorOnly(reader: Reader, doing: string): void {
  if (!isAdministrator(reader)) throw new NotPermitted(doing);
}
