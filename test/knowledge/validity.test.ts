import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appliesOn, placeAmong, type Validity } from '../../src/knowledge/validity.ts';

const dayOf = (index: number) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);

test('whatever the order of publishing, every day since the first version has exactly one', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(days, (starts) => {
      let chain: Validity[] = [];
      for (const start of starts) chain = published(chain, dayOf(start), null);

      for (let index = 0; index < 420; index += 1) {
        const applying = chain.filter((version) => appliesOn(version, dayOf(index)));
        const latest = Math.max(...starts.filter((start) => start <= index));
        expect(applying.map(({ validFrom }) => validFrom)).toEqual(latest >= 0 ? [dayOf(latest)] : []);
      }
    }),
    { numRuns: 60 },
  );
});

test('a version that ended by itself leaves the days behind it to nobody', () => {
  const chain = published(published([], '2020-02-17', '2021-01-01'), '2022-01-01', null);

  expect(['2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01'].map((day) => applying(chain, day))).toEqual([
    '2020-02-17',
    null,
    null,
    '2022-01-01',
  ]);
});

test('two versions never begin on the same day', () => {
  const chain = published([], '2020-02-17', null);

  expect(placeAmong(chain, { from: '2020-02-17', to: null })).toBeNull();
});

function published(chain: readonly Validity[], from: string, to: string | null): Validity[] {
  const place = placeAmong(chain, { from, to });
  if (place === null) throw new Error('taken');
  const ended = chain.map((version) =>
    place.endsIt && version === place.follows ? { ...version, validUntil: from } : version,
  );
  return [...ended, { validFrom: from, validUntil: place.validUntil }];
}

function applying(chain: readonly Validity[], day: string): string | null {
  return chain.find((version) => appliesOn(version, day))?.validFrom ?? null;
}
