import { expect, test } from 'vitest';
import { measureFlags } from '../../../src/commands/bench/gaming/measure-flags.ts';
import type { RatedEvent } from '../../../src/rules/rating/flag.ts';
import { findFlags } from '../../../src/rules/rating/flags.ts';

const start = Date.parse('2026-01-05T00:00:00+07:00');
const hour = 3_600_000;
const until = new Date(start + 80 * 24 * hour);

test('what is arranged is flagged and little else, on quarters that the rules were not tuned on', () => {
  const measure = measureFlags([11, 12, 13, 14]);
  console.log(
    `flags: precision ${measure.precision.toFixed(3)}, recall ${measure.recall.toFixed(3)} of ${measure.planted} planted`,
  );

  expect(measure.precision).toBeGreaterThanOrEqual(0.9);
  expect(measure.recall).toBeGreaterThanOrEqual(0.85);
  for (const recall of Object.values(measure.recallByKind)) expect(recall).toBeGreaterThanOrEqual(0.75);
}, 30_000);

test('thirty declarations answered by one tap are neither a burst nor fast', () => {
  const tap = Array.from({ length: 30 }, (_, n) => event({ n, isDigest: true, secondsAfterRelease: 5 }));

  expect(findFlags([...ordinary(), ...tap], [], until)).toEqual([]);
});

test('fives from many enterprises on one day for an officer who gets one a week are a burst', () => {
  const asked = Array.from({ length: 9 }, (_, n) =>
    event({ n, at: 52 * 24 + n, enterpriseId: 200 + n, contactId: 200 + n }),
  );

  const [flag, ...others] = findFlags([...ordinary(), ...asked], [], until);

  expect(others).toEqual([]);
  expect(flag).toMatchObject({ kind: 'burst', subject: 'officer:1', because: { enterprises: 9, usual: 1 } });
  expect(flag?.ratingIds).toEqual(asked.map(({ ratingId }) => ratingId));
});

test('ones from one enterprise while the others are content are a flood, and a bad day for all is none', () => {
  const ones = Array.from({ length: 7 }, (_, n) =>
    event({ n, at: 50 * 24 + n, level: 1, enterpriseId: 300, contactId: 300 }),
  );
  const badDay = Array.from({ length: 14 }, (_, n) =>
    event({ n: 50 + n, at: 60 * 24 + n, level: 1, enterpriseId: 400 + (n % 7), contactId: 400 + (n % 7) }),
  );

  const flags = findFlags([...ordinary(), ...ones, ...badDay], [], until);

  expect(flags.map(({ kind, ratingIds }) => [kind, ratingIds])).toEqual([
    ['flood', ones.map(({ ratingId }) => ratingId)],
  ]);
});

test('a client that names every officer as readily is no friend of one', () => {
  const handled = [1, 2, 3, 4].map((officer) => ({
    subject: `officer:${officer}`,
    enterpriseId: 500,
    declarations: 12,
  }));
  const given = [1, 2, 3, 4].flatMap((officer) =>
    Array.from({ length: 10 }, (_, n) =>
      event({
        n: officer * 100 + n,
        at: 40 * 24 + n * 30 + officer,
        subject: `officer:${officer}`,
        enterpriseId: 500,
        contactId: 500,
      }),
    ),
  );
  const onlyOne = given.filter(({ subject }) => subject === 'officer:1');

  expect(findFlags(given, handled, until)).toEqual([]);
  expect(findFlags(onlyOne, handled, until)).toMatchObject([{ kind: 'selfDealing', subject: 'officer:1' }]);
});

/** A five a week for officer 1, each from another enterprise. */
function ordinary(): RatedEvent[] {
  return Array.from({ length: 11 }, (_, week) =>
    event({ n: 1000 + week, at: week * 7 * 24 + 10, enterpriseId: week, contactId: week }),
  );
}

function event({
  n,
  at = 50 * 24,
  ...given
}: Partial<Omit<RatedEvent, 'at'>> & { n: number; at?: number }): RatedEvent {
  return {
    ratingId: n,
    subject: 'officer:1',
    level: 5,
    at: new Date(start + at * hour),
    enterpriseId: 100,
    contactId: 100,
    secondsAfterRelease: 3000,
    isDigest: false,
    ...given,
  };
}
