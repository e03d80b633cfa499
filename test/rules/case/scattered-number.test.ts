import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { scatteredNumber } from '../../../src/rules/case/scattered-number.ts';

function keyedWith(secret: string) {
  return (text: string) => createHmac('sha256', secret).update(text).digest().readUInt32BE();
}

test('every number is given once, and none is larger than as many reports would need', () => {
  const digest = keyedWith('một');
  const given = new Set(Array.from({ length: 20_000 }, (_, index) => scatteredNumber(index + 1, digest)));

  expect(given.size).toBe(20_000);
  expect(Math.min(...given)).toBeGreaterThan(0);
  expect(Math.max(...given)).toBeLessThan(1_000_000);
});

test('no two numbers that follow one another are next to each other more often than by chance', () => {
  const digest = keyedWith('một');
  const given = Array.from({ length: 20_000 }, (_, index) => scatteredNumber(index + 1, digest));

  const neighbours = given.filter((number, index) => Math.abs(number - (given[index - 1] ?? 0)) < 1000);
  // One in five hundred by chance: 40 of 20,000.
  expect(neighbours.length).toBeLessThan(80);
  expect(given.filter((number, index) => number > index + 1).length / given.length).toBeGreaterThan(0.9);
});

test('another installation gives other numbers', () => {
  const numbers = (secret: string) => [1, 2, 3].map((ordinal) => scatteredNumber(ordinal, keyedWith(secret)));

  expect(numbers('một')).toEqual(numbers('một'));
  expect(numbers('một')).not.toEqual(numbers('hai'));
});

test('beyond a million the numbers have as many digits as there are', () => {
  const digest = keyedWith('một');

  const given = [1_000_000, 1_000_001, 9_999_999].map((ordinal) => scatteredNumber(ordinal, digest));

  expect(given.map((number) => String(number).length)).toEqual([7, 7, 7]);
  expect(new Set(given).size).toBe(3);
  expect(() => scatteredNumber(0, digest)).toThrow(RangeError);
});
