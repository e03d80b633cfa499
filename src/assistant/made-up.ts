import { fold } from '../rules/identity/fold.ts';
import { identifiersIn } from './identifiers.ts';

/**
 * Whether an answer says what the model cannot know or must not tell: a number, an address or a container that stands in
 * nothing it was given (ours went out as marks), or a stretch of its own instructions.
 */
export function isMadeUp(said: readonly string[], published: readonly string[], instructions: string): boolean {
  const known = published.map((text) => text.normalize('NFC'));
  return said.some(
    (text) =>
      identifiersIn(text).some((found) => !known.some((each) => each.includes(found))) || repeats(text, instructions),
  );
}

// Eight words in a row are nobody's coincidence; the terms that the instructions teach are shorter.
const wordsInARow = 8;

function repeats(text: string, instructions: string): boolean {
  const told = ` ${wordsOf(instructions).join(' ')} `;
  const words = wordsOf(text);
  for (let from = 0; from + wordsInARow <= words.length; from += 1) {
    if (told.includes(` ${words.slice(from, from + wordsInARow).join(' ')} `)) return true;
  }
  return false;
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
