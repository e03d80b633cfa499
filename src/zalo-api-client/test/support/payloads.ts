import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../payloads/', import.meta.url);

export const oaPayloadNames = names('oa');

export function oaPayload(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`oa/${name}.json`, folder), 'utf8'));
}

export function botPayload(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`bot/${name}.json`, folder), 'utf8'));
}

function names(of: string): string[] {
  return readdirSync(new URL(`${of}/`, folder)).map((file) => file.replace(/\.json$/, ''));
}
