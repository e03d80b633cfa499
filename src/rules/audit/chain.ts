import { hash as digest } from 'node:crypto';

/** The end of a chain: how many rows it has and the hash of its last one. */
export interface Head {
  ordinal: number;
  hash: string;
}

/** What a row of any ledger says, besides its own hash. */
export interface ChainRow {
  /** Which ledger it stands in: the id of a case, or the name of a stream. */
  ledger: number | string;
  ordinal: number;
  type: string;
  by: unknown;
  at: Date;
  detail: unknown;
  previousHash: string;
}

/** The head of a ledger in which nothing is written yet. */
export const emptyHead: Head = { ordinal: 0, hash: '' };

/** The rows that follow `head`, each with its place in the chain, its hash and the hash of the one before it. */
export function chainOnto<Entry extends { type: string; detail: unknown }>(
  ledger: number | string,
  head: Head,
  entries: readonly Entry[],
  by: unknown,
  at: Date,
): { rows: (Entry & { ordinal: number; previousHash: string; hash: string })[]; head: Head } {
  let { ordinal, hash } = head;
  const rows = entries.map((entry) => {
    const previousHash = hash;
    ordinal += 1;
    hash = hashOfRow({ ...entry, ledger, ordinal, by, at, previousHash });
    return { ...entry, ordinal, previousHash, hash };
  });
  return { rows, head: { ordinal, hash } };
}

/** Covers everything a row says and what came before it. An instant that is none ("infinity") hashes like no other. */
export function hashOfRow({ ledger, ordinal, type, by, at, detail, previousHash }: ChainRow): string {
  const instant = Number.isNaN(at.getTime()) ? 'invalid' : at.toISOString();
  return sha256(canonicalText([ledger, ordinal, type, by, instant, detail, previousHash]));
}

export function sha256(text: string): string {
  return digest('sha256', text);
}

/**
 * JSON with the keys of every object in order, as `JSON.stringify` would write it otherwise: jsonb does not keep the
 * order of keys, so what is hashed must not depend on it. What is read back from jsonb has the text of what was written.
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalText(value.toJSON());
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const inner: unknown = Reflect.get(value, key);
    if (inner !== undefined) members.push(`${JSON.stringify(key)}:${canonicalText(inner)}`);
  }
  return `{${members.join(',')}}`;
}
