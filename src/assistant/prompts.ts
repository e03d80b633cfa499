import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { AssistantJob } from './port.ts';

/** One prompt file: what the model is told, and within which bounds it answers. */
export interface Prompt {
  text: string;
  maxTokens: number;
  timeoutMilliseconds: number;
  /** SHA-256 of the file, kept with every run. */
  hash: string;
}

const head = z.object({
  maxTokens: z.coerce.number().int().min(16).max(4000),
  timeoutMilliseconds: z.coerce.number().int().min(100).max(60_000),
});

const folder = new URL('../../prompts/', import.meta.url);

/** Reads `prompts/<job>.md`. A file without its bounds ends the start: a prompt is code. */
export function readPrompt(job: AssistantJob): Prompt {
  const content = readFileSync(new URL(`${job}.md`, folder), 'utf8');
  const [, front = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(content) ?? [];
  const fields = Object.fromEntries(
    front.split('\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
  const bounds = head.safeParse(fields);
  if (!bounds.success || text.trim() === '') throw new Error(`prompts/${job}.md lacks its head or its text`);
  return { text: text.trim(), ...bounds.data, hash: createHash('sha256').update(content).digest('hex') };
}
