import { expect, test } from 'vitest';
import { type Addressee, chooseAddressee, type Manager } from '../../../src/rules/routing/addressee.ts';

const head = 10;
const deputy = 11;
const leader = 20;

test.each<[string, Partial<Manager>[][], Addressee]>([
  ['the holder of the post', [[{}]], { officerId: head, rung: 0, because: 'holdsThePost' }],
  [
    'the substitute of a holder who is away',
    [[{ isAbsent: true, substituteId: deputy }]],
    { officerId: deputy, rung: 0, because: 'substitute' },
  ],
  [
    'a second holder rather than a substitute',
    [[{ isAbsent: true, substituteId: deputy }, { officerId: 12 }]],
    { officerId: 12, rung: 0, because: 'holdsThePost' },
  ],
  [
    'one level up where the holder is away without a substitute',
    [[{ isAbsent: true }], [{ officerId: leader }]],
    { officerId: leader, rung: 1, because: 'holdsThePost' },
  ],
  [
    'one level up where the substitute is away as well',
    [[{ isAbsent: true, substituteId: deputy, substituteIsAbsent: true }], [{ officerId: leader }]],
    { officerId: leader, rung: 1, because: 'holdsThePost' },
  ],
  [
    'one level up where the holder is party to the matter',
    [[{ isExcluded: true }], [{ officerId: leader }]],
    { officerId: leader, rung: 1, because: 'holdsThePost' },
  ],
  [
    'never the substitute of a holder who is party to the matter',
    [[{ isExcluded: true, isAbsent: true, substituteId: deputy }], [{ officerId: leader }]],
    { officerId: leader, rung: 1, because: 'holdsThePost' },
  ],
  [
    'never a substitute who is party to the matter',
    [[{ isAbsent: true, substituteId: deputy, substituteIsExcluded: true }], [{ officerId: leader }]],
    { officerId: leader, rung: 1, because: 'holdsThePost' },
  ],
  [
    'two levels up over a level that nobody holds',
    [[{ isAbsent: true }], [], [{ officerId: leader }]],
    { officerId: leader, rung: 2, because: 'holdsThePost' },
  ],
  ['nobody, where all are away', [[{ isAbsent: true }], [{ officerId: leader, isAbsent: true }]], null],
  ['nobody, where there is no ladder', [], null],
])('an alert goes to %s', (_, rungs, expected) => {
  const addressee = chooseAddressee(rungs.map((holders) => holders.map(aManager)));

  expect(addressee).toEqual(expected);
});

function aManager(fields: Partial<Manager>): Manager {
  return {
    officerId: head,
    isAbsent: false,
    isExcluded: false,
    substituteId: null,
    substituteIsAbsent: false,
    substituteIsExcluded: false,
    ...fields,
  };
}
