import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, groupsOf, smallestGroup } from '../../../src/rules/rating/anonymity.ts';
import { officersToPublish } from '../../../src/rules/rating/anonymity-officers.ts';
import { lastCellOf, type UnitNode, unitCells, unitsInCell } from '../../../src/rules/rating/anonymity-units.ts';

const months = ['2026-01', '2026-02', '2026-03'];

interface Played {
  tree: UnitNode;
  answers: Answer[];
}

// Where some have nothing at all, whole and parts come close to one another.
function oftenNone(max: number): fc.Arbitrary<number> {
  return fc.oneof(fc.constant(0), fc.nat({ max: 5 }), fc.nat({ max }));
}

/**
 * Organisations of all shapes with a quarter of answers: units with a crowd that names nobody or none, officers named a
 * little or much, alone or with a colleague, in one month or in all.
 */
const played: fc.Arbitrary<Played> = fc
  .record({
    parents: fc.array(fc.nat(), { minLength: 0, maxLength: 5 }),
    crowds: fc.array(oftenNone(14), { minLength: 18, maxLength: 18 }),
    officers: fc.array(
      fc.record({
        unit: fc.nat(),
        named: fc.array(oftenNone(12), { minLength: 3, maxLength: 3 }),
        together: oftenNone(9),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ parents, crowds, officers }) => {
    const unitCount = parents.length + 1;
    const times = (count: number, answer: Answer) => Array.from({ length: count }, () => answer);
    const crowded = crowds.flatMap((count, place) =>
      times(count, { unitId: place % unitCount, month: months[place % 3] ?? '', officerIds: [] }),
    );
    const named = officers.flatMap(({ unit, named: counts, together }, id) => [
      ...counts.flatMap((count, place) =>
        times(count, { unitId: unit % unitCount, month: months[place] ?? '', officerIds: [id] }),
      ),
      ...times(id === 0 ? 0 : together, { unitId: unit % unitCount, month: '2026-02', officerIds: [id, id - 1] }),
    ]);
    return { tree: treeOf(parents), answers: [...crowded, ...named] };
  });

test('no sum or difference of everything that came out is about fewer than five answers', () => {
  let officersOut = 0;
  fc.assert(
    fc.property(played, (game) => {
      const figures = everythingPublished(game);
      officersOut += figures.officers.length;

      expect(smallestDifference(game.answers, [...figures.cells, ...figures.officers])).toBeNull();
    }),
    { numRuns: 500, seed: 20261122 },
  );

  expect(officersOut).toBeGreaterThan(50);
}, 30_000);

test('the unit less all other officers would tell of one who is not published, so somebody else is held back too', () => {
  const one = { unitId: 0, month: '2026-01' };
  const answers = [
    ...Array.from({ length: 8 }, () => ({ ...one, officerIds: [1] })),
    ...Array.from({ length: 4 }, () => ({ ...one, officerIds: [2] })),
  ];
  const unit = answers.map(() => 1);
  const naive = answers.map(({ officerIds }) => (officerIds.includes(1) ? 1 : 0));

  expect(smallestDifference(answers, [unit, naive])).toBe(4);
  expect([...officersToPublish(answers, () => 'unit')]).toEqual([]);
});

test('an officer with enough ratings is told of where enough others name nobody', () => {
  const one = { unitId: 0, month: '2026-01' };
  const naming = Array.from({ length: 6 }, () => ({ ...one, officerIds: [1] }));
  const others = Array.from({ length: 5 }, () => ({ ...one, officerIds: [] }));

  expect([...officersToPublish([...naming, ...others], () => 'unit')]).toEqual([1]);
  expect([...officersToPublish([...naming, ...others.slice(1)], () => 'unit')]).toEqual([]);
  expect([...officersToPublish([...naming.slice(2), ...others], () => 'unit')]).toEqual([]);
});

test.each([
  ['large parts stand alone', [9, 5], [[9], [5]]],
  ['small parts are put together', [9, 3, 2], [[9], [3, 2]]],
  ['the smallest large part joins a rest that is too few', [9, 6, 3], [[9], [6, 3]]],
  ['parts without ratings need no cover', [9, 0], [[9]]],
  ['nothing is told of parts that are too few together', [2, 1], null],
])('%s', (_, ratings, groups) => {
  const found = groupsOf(
    ratings.map((count) => ({ ratings: count })),
    smallestGroup,
  );

  expect(found?.map((group) => group.map((part) => part.ratings)) ?? null).toEqual(groups);
});

test('every rating of a month that came out is in exactly one last cell', () => {
  fc.assert(
    fc.property(played, ({ tree, answers }) => {
      const cells = cellsOf(tree, answers, '2026-01');
      const inMonth = answers.filter(({ month }) => month === '2026-01');
      if (cells.length === 0) {
        expect(inMonth.length).toBeLessThan(smallestGroup);
        return;
      }

      const last = new Set(inMonth.map(({ unitId }) => lastCellOf(tree, cells, unitId)));
      const sizes = [...last].map((cell) => {
        const inside = cell === null ? [] : unitsInCell(tree, cell);
        return inMonth.filter(({ unitId }) => inside.includes(unitId)).length;
      });

      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(inMonth.length);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(smallestGroup);
    }),
  );
});

/** What came out, each figure as ones for the answers that it counts. */
function everythingPublished({ tree, answers }: Played): { cells: number[][]; officers: number[][] } {
  const byMonth = new Map(months.map((month) => [month, cellsOf(tree, answers, month)]));
  const cells = [...byMonth].flatMap(([month, own]) =>
    own.map((cell) => {
      const inside = unitsInCell(tree, cell);
      return answers.map((answer) => (answer.month === month && inside.includes(answer.unitId) ? 1 : 0));
    }),
  );
  const chosen = officersToPublish(answers, ({ unitId, month }) => {
    const cell = lastCellOf(tree, byMonth.get(month) ?? [], unitId);
    return cell === null ? null : `${month} ${cell.ownerId} ${cell.unitIds.join()}`;
  });
  const officers = [...chosen].map((id) => answers.map(({ officerIds }) => (officerIds.includes(id) ? 1 : 0)));
  return { cells, officers };
}

function cellsOf(tree: UnitNode, answers: readonly Answer[], month: string) {
  return unitCells(tree, (id) => answers.filter((answer) => answer.unitId === id && answer.month === month).length);
}

/**
 * How many answers the most telling sum or difference of the figures is about, if fewer than five; null if there is none.
 * Answers that are in the same figures cannot be told apart. Some combination is about none but a few of them if leaving
 * these out makes the figures depend on one another more than they do.
 */
function smallestDifference(answers: readonly Answer[], figures: readonly (readonly number[])[]): number | null {
  const alike = Map.groupBy(answers.keys(), (answer) => figures.map((figure) => figure[answer]).join(''));
  const classes = [...alike.values()].map((own) => ({ size: own.length, column: own[0] ?? 0 }));
  const full = rank(figures.map((figure) => classes.map(({ column }) => figure[column] ?? 0)));
  for (const few of subsetsBelow(classes, smallestGroup)) {
    const rest = classes.filter((each) => !few.includes(each));
    if (rank(figures.map((figure) => rest.map(({ column }) => figure[column] ?? 0))) < full)
      return few.reduce((sum, { size }) => sum + size, 0);
  }
  return null;
}

function subsetsBelow<Item extends { size: number }>(items: readonly Item[], limit: number): Item[][] {
  const small = items.filter(({ size }) => size < limit);
  const grow = (from: number, chosen: Item[], size: number): Item[][] => [
    ...(chosen.length > 0 ? [chosen] : []),
    ...small
      .slice(from)
      .flatMap((item, offset) =>
        size + item.size < limit ? grow(from + offset + 1, [...chosen, item], size + item.size) : [],
      ),
  ];
  return grow(0, [], 0);
}

function rank(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.slice(found).toSorted((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0))[0];
    const lead = pivot?.[column] ?? 0;
    if (pivot === undefined || Math.abs(lead) < 1e-9) continue;
    left.splice(left.indexOf(pivot), 1);
    left.splice(found, 0, pivot);
    found += 1;
    for (const row of left.slice(found)) {
      const factor = (row[column] ?? 0) / lead;
      if (factor !== 0) for (const [place, value] of pivot.entries()) row[place] = (row[place] ?? 0) - factor * value;
    }
  }
  return found;
}

function treeOf(parents: readonly number[]): UnitNode {
  const above = parents.map((parent, index) => parent % (index + 1));
  const node = (id: number): UnitNode => ({
    id,
    children: above.flatMap((parent, index) => (parent === id ? [node(index + 1)] : [])),
  });
  return node(0);
}
