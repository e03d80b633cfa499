import { softmax } from '../classifier/classify.ts';
import type { HeldOut } from './cross-validate.ts';

/** The temperature under which the held-out answers are least surprising, to two digits after the point. */
export function temperatureFor(held: readonly HeldOut[]): number {
  let best = { temperature: 1, surprise: Number.POSITIVE_INFINITY };
  for (let hundredths = 60; hundredths <= 300; hundredths += 5) {
    const temperature = hundredths / 100;
    const surprise = held.reduce(
      (sum, { example, sums }) => sum - Math.log((softmax(sums, temperature)[example.label] ?? 0) + 1e-12),
      0,
    );
    if (surprise < best.surprise) best = { temperature, surprise };
  }
  return best.temperature;
}
