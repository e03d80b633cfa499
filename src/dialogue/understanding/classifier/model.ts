import { allPlaces, gramPlaces } from './features.ts';
import { labels } from './labels.ts';

/** What was learnt: for each place that speaks, how much for each label. */
export type Model = {
  /** Names the seeds and the rules it was trained with; see training/fingerprint.ts. */
  fingerprint: string;
  /** Softens or sharpens the answers until a confidence of 0.8 is right four times in five. */
  temperature: number;
  /** The row of each place among the weights, −1 for a place that says nothing. */
  rowOf: Int32Array;
  /** One row of `labels.length` figures after another, first those of grams, then those of what the rules said. */
  weights: Float32Array;
  /** The weights of grams are whole steps of this size, −127 to 127. */
  step: number;
};

const width = labels.length;
const evidencePlaces = allPlaces - gramPlaces;
const lineLength = 118;

/** The model as text lines, small enough to keep in the repository. */
export function writeModel({ fingerprint, temperature, rowOf, weights, step }: Model): string {
  const places = gramsInOrder(rowOf);
  const grams = places.length * width;
  return [
    'Made by: npm run cli -- train-understanding',
    `fingerprint ${fingerprint}`,
    `temperature ${temperature}`,
    `step ${step}`,
    `labels ${labels.join(' ')}`,
    ...section('places', Uint32Array.from(places)),
    ...section('evidence', weights.slice(grams)),
    ...section(
      'steps',
      Int8Array.from(weights.subarray(0, grams), (weight) => Math.round(weight / step)),
    ),
    '',
  ].join('\n');
}

/** Reads what `writeModel` wrote. Throws where the text is not a whole model of these labels. */
export function readModel(text: string): Model {
  const field = fieldsOf(text);
  if (field('labels') !== labels.join(' ')) throw new Error('The model of understanding was made for other labels');

  const places = new Uint32Array(bytesIn(field('places')));
  const steps = new Int8Array(bytesIn(field('steps')));
  const evidence = new Float32Array(bytesIn(field('evidence')));
  if (steps.length !== places.length * width || evidence.length !== evidencePlaces * width) {
    throw new Error('The model of understanding is cut short');
  }
  const step = Number(field('step'));
  const weights = new Float32Array(steps.length + evidence.length);
  weights.set(Float32Array.from(steps, (each) => each * step));
  weights.set(evidence, steps.length);
  return {
    fingerprint: field('fingerprint'),
    temperature: Number(field('temperature')),
    rowOf: rowsFor(places),
    weights,
    step,
  };
}

/** The row of every place when the grams at these places come first, in this order, and the evidence after them. */
export function rowsFor(grams: ArrayLike<number>): Int32Array {
  const rowOf = new Int32Array(allPlaces).fill(-1);
  for (let row = 0; row < grams.length; row += 1) rowOf[grams[row] ?? 0] = row;
  for (let each = 0; each < evidencePlaces; each += 1) rowOf[gramPlaces + each] = grams.length + each;
  return rowOf;
}

function gramsInOrder(rowOf: Int32Array): readonly number[] {
  const grams = [...rowOf.subarray(0, gramPlaces).entries()].filter(([, row]) => row >= 0);
  return grams.toSorted(([, a], [, b]) => a - b).map(([place]) => place);
}

function fieldsOf(text: string): (key: string) => string {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ');
    const key = line.slice(0, space);
    fields.set(key, (fields.get(key) ?? '') + line.slice(space + 1));
  }
  return (key) => {
    const value = fields.get(key);
    if (value === undefined) throw new Error(`The model of understanding has no ${key}`);
    return value;
  };
}

// Every line is decoded with its neighbours: base64 is cut anywhere.
function section(key: string, figures: Uint32Array | Float32Array | Int8Array): string[] {
  const written = Buffer.from(figures.buffer, figures.byteOffset, figures.byteLength).toString('base64');
  const lines = written.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return lines.map((line) => `${key} ${line}`);
}

// Typed arrays want memory that starts on their own boundary; a decoded Buffer may start anywhere.
function bytesIn(base64: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(base64, 'base64')).buffer;
}
