import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../payloads/telegram/', import.meta.url);

/** A delivery as Telegram sends it, by the name of its file. */
export function payload(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

/** The names of all deliveries that are kept. */
export const payloadNames: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
