import { type Bench, rounded } from './bench.ts';
import { measureFlags } from './gaming/measure-flags.ts';

// Other seeds than those on which the rules were tuned (1–10) and tested (11–14).
const firstSeed = 101;

/**
 * How much of what is arranged about ratings the flags find, and how many flags are right, on quarters played from seeds.
 * `ours` is the F1 of both; the reference is finding everything and nothing else.
 */
export const benchGaming: Bench = async ({ size, say }) => {
  const seeds = Array.from({ length: size === 'small' ? 4 : 40 }, (_, index) => firstSeed + index);
  const measure = measureFlags(seeds);
  const { precision, recall, recallByKind } = measure;
  say(`${seeds.length} quý, ${measure.ratings.toLocaleString('vi-VN')} đánh giá, ${measure.planted} lần dàn xếp.`);
  say(
    `Cờ: ${measure.flags}, đúng ${measure.right}: độ chính xác ${rounded(precision, 3)}, độ phủ ${rounded(recall, 3)}`,
  );
  for (const [kind, share] of Object.entries(recallByKind)) say(`  ${kind}: phủ ${rounded(share, 3)}`);
  const f1 = (2 * precision * recall) / (precision + recall);
  return {
    name: 'gaming',
    ours: rounded(f1, 3),
    reference: 1,
    ratio: rounded(f1, 3),
    precision: rounded(precision, 3),
    recall: rounded(recall, 3),
    ...Object.fromEntries(Object.entries(recallByKind).map(([kind, share]) => [`recall.${kind}`, rounded(share, 3)])),
    planted: measure.planted,
    flags: measure.flags,
    ratings: measure.ratings,
  };
};
