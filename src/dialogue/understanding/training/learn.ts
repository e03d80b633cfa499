import { gramPlaces } from '../classifier/features.ts';
import { labels } from '../classifier/labels.ts';
import type { Example } from './examples.ts';
import { randomFrom, shuffled } from './random.ts';

const width = labels.length;

/** Weights as they come out of learning: one row of `labels.length` for each place that was used. */
export type Learnt = { rowOf: ReadonlyMap<number, number>; weights: Float32Array };

export type Settings = { rounds: number; rate: number; decay: number; fewestFamilies: number; mostPlaces: number };

// Chosen by cross-validation over the seeds; the figures are flat around these.
export const usualSettings: Settings = { rounds: 6, rate: 0.35, decay: 0.0002, fewestFamilies: 3, mostPlaces: 9_000 };

/**
 * Learns twice: once from all places to see which of them matter, then from those alone, so that the model stays small.
 * The same examples in the same order give the same weights.
 */
export function learn(examples: readonly Example[], settings: Settings = usualSettings): Learnt {
  const worth = placesWorthLearning(examples, settings.fewestFamilies);
  if (worth.size <= settings.mostPlaces) return learnFrom(examples, worth, settings);
  const first = learnFrom(examples, worth, { ...settings, rounds: Math.ceil(settings.rounds / 2) });
  return learnFrom(examples, mattersMost(first, examples, settings.mostPlaces), settings);
}

/** Multinomial logistic regression by AdaGrad with one step size a row. */
function learnFrom(examples: readonly Example[], rowOf: ReadonlyMap<number, number>, settings: Settings): Learnt {
  const rows = examples.map((example) => ({
    label: example.label,
    rows: Int32Array.from(example.features.places, (place) => rowOf.get(place) ?? -1),
    values: example.features.values,
  }));
  const weights = new Float32Array(rowOf.size * width);
  const speed = new Float32Array(rowOf.size).fill(0.05);
  const errors = new Float64Array(width);
  const random = randomFrom('the order of learning');

  for (let round = 0; round < settings.rounds; round += 1) {
    const rate = settings.rate * (1 - round / settings.rounds);
    for (const example of shuffled(rows, random)) {
      const size = errorsOf(example, weights, errors);
      for (let at = 0; at < example.rows.length; at += 1) {
        const row = example.rows[at] ?? -1;
        const value = example.values[at] ?? 0;
        if (row < 0 || value === 0) continue;
        const moved = (speed[row] ?? 0) + size * value * value;
        speed[row] = moved;
        const step = rate / Math.sqrt(moved);
        const shrink = 1 - step * settings.decay;
        const from = row * width;
        for (let label = 0; label < width; label += 1) {
          weights[from + label] = (weights[from + label] ?? 0) * shrink - step * value * (errors[label] ?? 0);
        }
      }
    }
  }
  return { rowOf, weights };
}

type Row = { label: number; rows: Int32Array; values: Float32Array };

/** Leaves in `errors` how far each label's probability is off, and answers their squared length. */
function errorsOf({ label: right, rows, values }: Row, weights: Float32Array, errors: Float64Array): number {
  errors.fill(0);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? -1;
    const value = values[at] ?? 0;
    if (row < 0 || value === 0) continue;
    const from = row * width;
    for (let label = 0; label < width; label += 1) {
      errors[label] = (errors[label] ?? 0) + value * (weights[from + label] ?? 0);
    }
  }
  const highest = Math.max(...errors);
  let total = 0;
  for (let label = 0; label < width; label += 1) {
    const raised = Math.exp((errors[label] ?? 0) - highest);
    errors[label] = raised;
    total += raised;
  }
  let size = 0;
  for (let label = 0; label < width; label += 1) {
    const off = (errors[label] ?? 0) / total - (label === right ? 1 : 0);
    errors[label] = off;
    size += off * off;
  }
  return size;
}

// A place matters by how far it moves the labels apart, and how often it does.
function mattersMost(
  { rowOf, weights }: Learnt,
  examples: readonly Example[],
  most: number,
): ReadonlyMap<number, number> {
  const heard = new Map<number, number>();
  for (const { features } of examples) {
    features.places.forEach((place, at) => {
      heard.set(place, (heard.get(place) ?? 0) + (features.values[at] ?? 0) ** 2);
    });
  }
  const worth = [...rowOf].map(([place, row]) => {
    const own = weights.subarray(row * width, (row + 1) * width);
    const mean = own.reduce((sum, weight) => sum + weight, 0) / width;
    const apart = own.reduce((sum, weight) => sum + (weight - mean) ** 2, 0);
    return { place, matters: place >= gramPlaces ? Number.POSITIVE_INFINITY : apart * (heard.get(place) ?? 0) };
  });
  const kept = worth.toSorted((a, b) => b.matters - a.matters || a.place - b.place).slice(0, most);
  return new Map(kept.map(({ place }, row) => [place, row]));
}

// A piece of a word that a single family uses could only be learnt by heart.
function placesWorthLearning(examples: readonly Example[], fewest: number): ReadonlyMap<number, number> {
  const seen = new Map<number, { family: number; families: number }>();
  for (const { family, features } of examples) {
    for (const place of features.places) {
      const before = seen.get(place);
      if (before === undefined) seen.set(place, { family, families: 1 });
      else if (before.family !== family) seen.set(place, { family, families: before.families + 1 });
    }
  }
  const worth = [...seen].filter(([place, { families }]) => place >= gramPlaces || families >= fewest);
  return new Map(worth.map(([place], row) => [place, row]));
}
