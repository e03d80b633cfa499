import { createHash } from 'node:crypto';
import { featuresOf, gramPlaces } from '../classifier/features.ts';
import { readByRules } from '../read-by-rules.ts';
import { variantsOf } from './augment.ts';
import { usualSettings } from './learn.ts';
import type { Seed } from './read-seeds.ts';

// The seeds are compared word for word; of what code makes of them, one in six is enough to see a change.
const readEvery = 6;

/**
 * Names what a model is trained with: every seed, the settings, and a sample of how seeds are written and scored by the
 * rules. When any of it changes, the committed model is of another day and must be trained again.
 */
export function fingerprintOf(seeds: readonly Seed[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(usualSettings));
  for (const [place, seed] of seeds.entries()) {
    hash.update(`${seed.label} ${seed.language} ${seed.text}\n`);
    if (place % readEvery === 0) hash.update(readingOf(seed));
  }
  return hash.digest('hex').slice(0, 32);
}

function readingOf(seed: Seed): string {
  const written = variantsOf(seed).at(-1)?.text ?? seed.text;
  const reading = readByRules(written);
  const grams = featuresOf(reading).places.filter((place) => place < gramPlaces);
  const scores = [...reading.categories.values(), ...reading.intents.values()].map((score) => score.toFixed(2));
  return `${written}\n${grams.join()}\n${scores.join()}\n`;
}
