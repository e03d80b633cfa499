import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Address, findAddresses, parseAddress, printAddress } from '../../src/knowledge/address.ts';

const anAddress = fc
  .record({
    code: fc.integer({ min: 1, max: 99 }),
    article: fc.integer({ min: 1, max: 120 }),
    letter: fc.constantFrom('', '', 'a', 'đ'),
    clause: fc.option(fc.integer({ min: 1, max: 40 })),
    point: fc.option(fc.constantFrom(...'abcdđeghiklm')),
  })
  .map(
    ({ code, article, letter, clause, point }): Address => ({
      code: `PL${String(code).padStart(2, '0')}`,
      article: `${article}${letter}`,
      clause: clause === null ? null : String(clause),
      point: clause === null ? null : point,
    }),
  );

const ways: ((address: Address) => string)[] = [
  printAddress,
  (address) => printAddress(address).toUpperCase(),
  (address) => printAddress(address).normalize('NFD'),
  ({ code, article, clause, point }) =>
    `phụ lục số ${Number(code.slice(2))}, điều ${article}${clause === null ? '' : `, khoản ${clause}`}${point === null ? '' : `, điểm ${point}`}`,
  ({ code, article, clause, point }) =>
    [point === null ? '' : `điểm ${point}`, clause === null ? '' : `khoản ${clause}`, `điều ${article}`, code].join(
      ' ',
    ),
  ({ code, article, clause, point }) =>
    `${code.toLowerCase()} đ${article}${clause === null ? '' : ` k${clause}`}${point === null ? '' : ` điểm ${point}`}`,
  ({ code, article, clause, point }) =>
    `appendix ${Number(code.slice(2))} article ${article}${clause === null ? '' : ` clause ${clause}`}${point === null ? '' : ` point ${point}`}`,
];

test('an address is read back however people write it', () => {
  fc.assert(
    fc.property(anAddress, fc.constantFrom(...ways), (address, way) => {
      expect(parseAddress(way(address))).toEqual(address);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['phụ lục 6 điều 3', 'PL06 Điều 3'],
  ['PL06 đ3 k2', 'PL06 Điều 3 khoản 2'],
  ['dieu 3 pl6', 'PL06 Điều 3'],
  ['pl1đ4k2', 'PL01 Điều 4 khoản 2'],
  ['PL06.3.2', 'PL06 Điều 3 khoản 2'],
  ['article 4(2)(a) of appendix 1', 'PL01 Điều 4 khoản 2 điểm a'],
  ['부록 6 제3조 2항', 'PL06 Điều 3 khoản 2'],
  ['phụ lục VI', 'PL06'],
  ['phụ lục sáu điều 2', 'PL06 Điều 2'],
])('“%s” is %s', (typed, printed) => {
  const address = parseAddress(typed);

  expect(address === null ? null : printAddress(address)).toBe(printed);
});

test.each(['tài khoản 2', 'phu luc sau', 'form d3', 'chấm điểm e 5 sao', 'điều kiện 3', 'luồng d 4'])(
  '“%s” names no part of an appendix',
  (text) => {
    expect(findAddresses(text)).toEqual([]);
  },
);

test('a piece is left to the context, and every address of a sentence is found where it stands', () => {
  const text = 'Khoản 2 là gì, có giống PL07 Điều 4 không?';

  const found = findAddresses(text);

  expect(found.map(({ from, until }) => text.slice(from, until))).toEqual(['Khoản 2', 'PL07 Điều 4']);
  expect(found[0]).toMatchObject({ code: null, article: null, clause: '2' });
});

test('no text makes the reading of addresses fail or point outside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' điều ', 'PL1.', 'k2', ' điểm '), (a, b) => {
      const text = `${a}${b}${a}`;
      for (const { from, until } of findAddresses(text)) {
        expect(0 <= from && from < until && until <= text.normalize('NFC').length).toBe(true);
      }
    }),
  );
});
