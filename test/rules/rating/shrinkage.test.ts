import { expect, test } from 'vitest';
import { randomOf } from '../../../src/commands/generate/random.ts';
import { priorOf, shrunkShare } from '../../../src/rules/rating/shrinkage.ts';

test('two ratings of five stars do not put a unit before one with a thousand at 97 %', () => {
  const small = { ratings: 2, satisfied: 2 };
  const large = { ratings: 1000, satisfied: 970 };
  const prior = priorOf([small, large, { ratings: 400, satisfied: 370 }, { ratings: 300, satisfied: 290 }]);

  expect(shrunkShare(small, prior)).toBeLessThan(shrunkShare(large, prior));
  expect(shrunkShare(large, prior)).toBeCloseTo(0.97, 2);
});

test('a unit without ratings stands where all stand', () => {
  const prior = priorOf([
    { ratings: 100, satisfied: 90 },
    { ratings: 100, satisfied: 94 },
  ]);

  expect(shrunkShare({ ratings: 0, satisfied: 0 }, prior)).toBeCloseTo(0.92);
  expect(priorOf([])).toEqual({ share: 0, weight: 200 });
});

test('units that differ by chance alone are held close to the share of all, units that differ truly are not', () => {
  const random = randomOf(1, 'shrinkage');
  const drawn = (share: number) => ({
    ratings: 60,
    satisfied: Array.from({ length: 60 }, () => random.happens(share)).filter(Boolean).length,
  });
  const alike = Array.from({ length: 40 }, () => drawn(0.95));
  const different = Array.from({ length: 40 }, (_, n) => drawn(n % 2 === 0 ? 0.98 : 0.7));

  expect(priorOf(alike).weight).toBeGreaterThan(100);
  expect(priorOf(different).weight).toBeLessThan(20);
});

test('the shrunk share is nearer to the truth than the share that was seen', () => {
  const random = randomOf(2, 'shrinkage');
  let ours = 0;
  let plain = 0;
  const groups = Array.from({ length: 200 }, () => {
    const truth = 0.85 + 0.14 * random.next();
    const ratings = random.whole(3, 40);
    return {
      truth,
      ratings,
      satisfied: Array.from({ length: ratings }, () => random.happens(truth)).filter(Boolean).length,
    };
  });

  const prior = priorOf(groups);
  for (const group of groups) {
    ours += (shrunkShare(group, prior) - group.truth) ** 2;
    plain += (group.satisfied / group.ratings - group.truth) ** 2;
  }

  expect(ours).toBeLessThan(plain * 0.5);
});
