import type { Features } from './features.ts';
import { labels } from './labels.ts';
import type { Model } from './model.ts';

const width = labels.length;

/** The probability of each label, in the order of `labels`. They add up to one. */
export function classify(model: Model, features: Features): Float64Array {
  return softmax(logits(model, features), model.temperature);
}

/** What the weights add up to for each label, before it becomes a probability. */
export function logits({ rowOf, weights }: Model, { places, values }: Features): Float64Array {
  const sums = new Float64Array(width);
  for (let at = 0; at < places.length; at += 1) {
    const row = rowOf[places[at] ?? 0] ?? -1;
    const loudness = values[at] ?? 0;
    if (row < 0 || loudness === 0) continue;
    const from = row * width;
    for (let label = 0; label < width; label += 1) {
      sums[label] = (sums[label] ?? 0) + loudness * (weights[from + label] ?? 0);
    }
  }
  return sums;
}

/** Turns sums into probabilities; a temperature above one makes them more modest. */
export function softmax(sums: Float64Array, temperature: number): Float64Array {
  const highest = sums.reduce((most, sum) => Math.max(most, sum), Number.NEGATIVE_INFINITY);
  const raised = sums.map((sum) => Math.exp((sum - highest) / temperature));
  const total = raised.reduce((all, one) => all + one, 0);
  return raised.map((one) => one / total);
}
