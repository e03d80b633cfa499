import { readStored } from '../stored.ts';
import type { Mode } from './beside.ts';
import type { Mention } from './mentions.ts';

/** What was written and has not reached the server yet, in this browser. */

export const draftsPrefix = 'draft:';

export interface KeptText {
  text: string;
  seen: number;
  mentions: Mention[];
}

export function keptTextKey(reference: string, mode: Mode): string {
  return `${draftsPrefix}${reference}:${mode}`;
}

/** Null for nothing, and for what an older page wrote in another way. */
export function keptText(reference: string, mode: Mode): KeptText | null {
  const stored = readStored(keptTextKey(reference, mode));
  if (stored === null) return null;
  try {
    const read: unknown = JSON.parse(stored);
    if (typeof read !== 'object' || read === null || !('text' in read) || !('seen' in read)) return null;
    const { text, seen } = read;
    if (typeof text !== 'string' || typeof seen !== 'number') return null;
    const mentions = 'mentions' in read && Array.isArray(read.mentions) ? read.mentions.filter(isMention) : [];
    return { text, seen, mentions };
  } catch {
    return null;
  }
}

function isMention(read: unknown): read is Mention {
  if (typeof read !== 'object' || read === null || !('id' in read) || !('name' in read)) return false;
  return typeof read.id === 'number' && typeof read.name === 'string';
}
