import type { Model } from '../classifier/model.ts';
import { temperatureFor } from './calibrate.ts';
import { crossValidate, type HeldOut } from './cross-validate.ts';
import { type Example, examplesOf } from './examples.ts';
import { fingerprintOf } from './fingerprint.ts';
import { learn } from './learn.ts';
import { pack } from './pack.ts';
import type { Seed } from './read-seeds.ts';

const folds = 4;

export type Trained = { model: Model; held: readonly HeldOut[] };

/** Trains on all seeds, after holding out each family once to learn how sure the model may be. */
export function train(seeds: readonly Seed[]): Trained {
  const examples = examplesOf(seeds);
  const held = crossValidate(examples, folds);
  const model = pack(learn(examples), { fingerprint: fingerprintOf(seeds), temperature: temperatureFor(held) });
  return { model, held };
}

/** A model that has never seen a style of writing, to learn how well the others prepare for it. */
export function trainWithout(style: string, examples: readonly Example[], temperature: number): Model {
  const others = examples.filter((example) => example.style !== style);
  return pack(learn(others), { fingerprint: `without ${style}`, temperature });
}
