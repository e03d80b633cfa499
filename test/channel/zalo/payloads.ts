import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../payloads/zalo/', import.meta.url);

/** The Official Account and the person of all kept deliveries. */
export const oaId = '579745863508352884';
export const an = '8274619301845517203';

/** An event as Zalo posts it, by the name of its file. */
export function payload(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

/** The names of all deliveries that are kept. */
export const payloadNames: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
