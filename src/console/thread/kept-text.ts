import { readStored } from '../stored.ts';
import type { Mode } from './beside.ts';

/** What was written and has not reached the server yet, in this browser. */

export const draftsPrefix = 'draft:';

export function keptTextKey(reference: string, mode: Mode): string {
  return `${draftsPrefix}${reference}:${mode}`;
}

/** Null for nothing, and for what an older page wrote in another way. */
export function keptText(reference: string, mode: Mode): { text: string; seen: number } | null {
  const stored = readStored(keptTextKey(reference, mode));
  if (stored === null) return null;
  try {
    const read: unknown = JSON.parse(stored);
    if (typeof read !== 'object' || read === null || !('text' in read) || !('seen' in read)) return null;
    return typeof read.text === 'string' && typeof read.seen === 'number' ? { text: read.text, seen: read.seen } : null;
  } catch {
    return null;
  }
}
