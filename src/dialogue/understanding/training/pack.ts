import { allPlaces, gramPlaces } from '../classifier/features.ts';
import { labels } from '../classifier/labels.ts';
import { type Model, rowsFor } from '../classifier/model.ts';
import type { Learnt } from './learn.ts';

const width = labels.length;

/** Learnt weights as a model: those of grams rounded to 255 steps of one size, those of the rules as they are. */
export function pack(
  { rowOf, weights }: Learnt,
  { fingerprint, temperature }: Pick<Model, 'fingerprint' | 'temperature'>,
): Model {
  const grams = [...rowOf.keys()].filter((place) => place < gramPlaces).toSorted((a, b) => a - b);
  const rows = rowsFor(grams);
  const packed = new Float32Array((grams.length + allPlaces - gramPlaces) * width);
  for (const [place, row] of rowOf) {
    packed.set(aroundZero(weights.subarray(row * width, (row + 1) * width)), (rows[place] ?? 0) * width);
  }
  const spoken = packed.subarray(0, grams.length * width);
  const largest = spoken.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = largest === 0 ? 1 : Number((largest / 127).toPrecision(6));
  packed.set(spoken.map((weight) => Math.round(weight / step) * step));
  return { fingerprint, temperature, rowOf: rows, weights: packed, step };
}

// Adding the same to every label changes no probability, and without it the steps can be finer.
function aroundZero(row: Float32Array): Float32Array {
  const mean = row.reduce((sum, weight) => sum + weight, 0) / width;
  return row.map((weight) => weight - mean);
}
