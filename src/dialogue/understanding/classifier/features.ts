import type { RuleReading } from '../read-by-rules.ts';
import type { Word } from '../word.ts';
import { evidenceNames, evidenceOf } from './evidence.ts';

/** A text as the classifier sees it: places that speak and how loudly. Places from `gramPlaces` on are what the rules said. */
export type Features = { places: Int32Array; values: Float32Array };

/** Words and pieces of words share these places by hash; two that meet in one place are rare enough to do no harm. */
export const gramPlaces = 2 ** 18;
export const allPlaces = gramPlaces + evidenceNames.length;

// The wish of a long message is said in its first lines; the rest is pasted.
const longestWeighed = 1_500;

/**
 * Word 1–2-grams, words as typed with their marks, and character 2–5-grams of the normalised text, beside what the rules
 * say. Each of the two groups of grams has length one, so that a long message does not shout.
 */
export function featuresOf(reading: RuleReading): Features {
  const words = wordGrams(reading.text.words);
  const pieces = characterGrams(reading.text.words);
  const evidence = evidenceOf(reading);
  const places = new Int32Array(words.length + pieces.length + evidence.length);
  const values = new Float32Array(places.length);
  places.set(words);
  values.fill(1 / Math.sqrt(words.length), 0, words.length);
  places.set(pieces, words.length);
  values.fill(1 / Math.sqrt(Math.max(1, pieces.length)), words.length, words.length + pieces.length);
  const after = words.length + pieces.length;
  for (let each = 0; each < evidence.length; each += 1) places[after + each] = gramPlaces + each;
  values.set(evidence, after);
  return { places, values };
}

function wordGrams(words: readonly Word[]): readonly number[] {
  const grams: number[] = [];
  let before = hashOf('', 2);
  for (const word of words.slice(0, longestWeighed / 5)) {
    const own = shape(word.folded);
    grams.push(placeOf(hashOf(own, 1)), placeOf(hashOf(own, before)));
    if (word.marked) grams.push(placeOf(hashOf(word.exact, 3)));
    before = hashOf(own, 2);
  }
  grams.push(placeOf(hashOf('', before)));
  return grams;
}

function characterGrams(words: readonly Word[]): readonly number[] {
  // Folding takes Hangul apart into letters; put together again, two or three syllables are a word.
  const text = `_${words.map((word) => shape(word.folded)).join('_')}_`.normalize('NFC').slice(0, longestWeighed);
  const grams: number[] = [];
  for (let from = 0; from < text.length; from += 1) {
    let hash = 4;
    const until = Math.min(text.length, from + 5);
    for (let at = from; at < until; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      if (at > from) grams.push(placeOf(hash));
    }
  }
  return grams;
}

// Which number stands in a sentence says nothing of what it is about.
function shape(folded: string): string {
  return /^\d+$/.test(folded) ? '#' : folded;
}

function hashOf(text: string, start: number): number {
  let hash = Math.imul(start ^ 0x811c9dc5, 0x01000193);
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

// The low bits of a product know little of the early letters; the high ones are folded in.
function placeOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % gramPlaces;
}
