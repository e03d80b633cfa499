import type { Outgoing } from '../../channel/port.ts';
import type { EnterprisePhrases } from '../phrases/phrases.ts';
import type { Turn } from '../turn.ts';

const megabyte = 1024 * 1024;

/** Says which files did not come and how else to send them. False when all of them came. */
export async function tellTooLarge(turn: Turn): Promise<boolean> {
  const { content } = turn.incoming;
  const files = content.kind === 'files' ? content.files : [];
  const missing = files.flatMap(({ name, limitBytes }) => (limitBytes === undefined ? [] : [{ name, limitBytes }]));
  if (missing.length === 0) return false;
  const limitBytes = Math.min(...missing.map((file) => file.limitBytes));
  const names = missing.map(({ name }) => name);
  await turn.say(tooLargeMessage(turn.phrases, { names, limitBytes, hasWords: turn.text.trim() !== '' }));
  return true;
}

export function tooLargeMessage(
  phrases: EnterprisePhrases,
  { names, limitBytes, hasWords }: { names: readonly string[]; limitBytes: number; hasWords: boolean },
): Outgoing {
  return { text: phrases.filesTooLarge(names, Math.floor(limitBytes / megabyte), hasWords) };
}
