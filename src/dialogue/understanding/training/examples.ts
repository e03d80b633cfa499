import { type Features, featuresOf } from '../classifier/features.ts';
import { labels } from '../classifier/labels.ts';
import { readByRules } from '../read-by-rules.ts';
import { type Style, variantsOf } from './augment.ts';
import type { Seed } from './read-seeds.ts';

/** A sentence to learn from. `family` numbers the seed it was made of; `label` is the place in `labels`. */
export type Example = { family: number; style: Style; text: string; label: number; features: Features };

/** The examples that a set of seeds grows into. Variants that came out alike within a family are kept once. */
export function examplesOf(seeds: readonly Seed[]): readonly Example[] {
  return seeds.flatMap((seed, family) => {
    const distinct = new Map(variantsOf(seed).map((variant) => [variant.text, variant]));
    return [...distinct.values()].map(({ text, style }) => ({
      family,
      style,
      text,
      label: labels.indexOf(seed.label),
      features: featuresOf(readByRules(text)),
    }));
  });
}
