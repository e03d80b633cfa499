import { logits } from '../classifier/classify.ts';
import type { Example } from './examples.ts';
import { learn, type Settings, usualSettings } from './learn.ts';
import { pack } from './pack.ts';

/** An example judged by a model that never saw its family. */
export type HeldOut = { example: Example; sums: Float64Array };

/** Judges every example by a model learnt from the other folds. A family is never in both halves. */
export function crossValidate(
  examples: readonly Example[],
  folds: number,
  settings: Settings = usualSettings,
): readonly HeldOut[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isHeld = ({ family }: Example): boolean => foldOf(family, folds) === fold;
    const model = pack(
      learn(
        examples.filter((example) => !isHeld(example)),
        settings,
      ),
      { fingerprint: '', temperature: 1 },
    );
    return examples.filter(isHeld).map((example) => ({ example, sums: logits(model, example.features) }));
  });
}

// Neighbouring seeds are often about one thing; multiplied, they fall into different folds.
function foldOf(family: number, folds: number): number {
  return (Math.imul(family, 0x9e3779b1) >>> 8) % folds;
}
