import { expect, test } from 'vitest';
import { declarations, stepsOf } from '../../src/demonstration/declarations.ts';
import { enterprises } from '../../src/demonstration/enterprises.ts';
import { officers } from '../../src/demonstration/officers.ts';
import { responsibilities } from '../../src/demonstration/responsibilities.ts';
import { sampleCases } from '../../src/demonstration/sample-cases.ts';
import { units } from '../../src/demonstration/units.ts';
import { workingBefore } from '../../src/demonstration/working-before.ts';
import { categoryCodes } from '../../src/rules/identity/categories.ts';
import { declarationKey, readDeclarationNumber } from '../../src/rules/identity/declaration-number.ts';
import { checkTaxCode } from '../../src/rules/identity/tax-code.ts';
import { flowOfTypeCode } from '../../src/rules/identity/type-codes.ts';
import { at, haiPhong, wall } from '../rules/working-time/samples.ts';

test('every tax code is valid and belongs to one enterprise', () => {
  const codes = enterprises.map(({ taxCode }) => taxCode);

  expect(codes.filter((code) => !checkTaxCode(code).ok)).toEqual([]);
  expect(new Set(codes).size).toBe(10);
});

test('every declaration can be declared: its number, its regime and its direction agree', () => {
  const wrong = declarations.filter(({ number, type }) => {
    const read = readDeclarationNumber(number);
    return read === null || read.direction !== flowOfTypeCode(type);
  });
  const keys = new Set(declarations.map(({ number }) => declarationKey(number)));

  expect(wrong).toEqual([]);
  expect(keys.size).toBe(declarations.length);
});

test('every state of a declaration occurs, and every enterprise has declarations', () => {
  const states = new Set(declarations.map(({ state }) => state));
  const owners = new Set(declarations.map(({ taxCode }) => taxCode));

  expect(states).toEqual(new Set(['registered', 'inspecting', 'released', 'stored', 'cleared', 'cancelled']));
  expect(owners).toEqual(new Set(enterprises.map(({ taxCode }) => taxCode)));
});

test('every step of a declaration is in order and in the past', () => {
  const presentAt = at('2026-11-20T10:10');

  for (const declaration of declarations) {
    const instants = stepsOf(declaration, haiPhong, presentAt).map((step) => step.at);
    expect(instants).toEqual(instants.toSorted());
    expect(new Date(instants.at(-1) ?? '').getTime()).toBeLessThanOrEqual(presentAt.getTime());
  }
});

test('a case speaks of a declaration of its own enterprise, in the office where it was declared', () => {
  const wrong = sampleCases.filter(({ contact, declaration, office, text }) => {
    if (declaration === null) return false;
    const known = declarations.find(({ number }) => number === declaration);
    const owner = enterprises.find(({ contacts }) => contacts.some(({ login }) => login === contact));
    return known?.taxCode !== owner?.taxCode || known?.office !== office || !text.includes(declaration);
  });

  expect(wrong.map(({ shows }) => shows)).toEqual([]);
});

test('every category is somebody’s', () => {
  const named = new Set(responsibilities.map(({ category }) => category));

  expect(categoryCodes.filter((code) => !named.has(code))).toEqual(['other_issue']);
  expect(responsibilities.at(-1)).toMatchObject({ category: null, unit: 'R3-GSQL' });
});

test('officers have one login each and a unit that exists', () => {
  const codes = new Set(units.map(({ code }) => code));

  expect(new Set(officers.map(({ login }) => login)).size).toBe(officers.length);
  expect(officers.filter(({ unit }) => !codes.has(unit))).toEqual([]);
});

test.each([
  ['within the morning', '2026-11-20T10:10', 100, '2026-11-20T08:30'],
  ['over lunch', '2026-11-20T13:30', 60, '2026-11-20T11:00'],
  ['over the weekend, seen on Sunday', '2026-11-22T12:00', 30, '2026-11-20T16:30'],
  ['over the holiday', '2026-11-25T08:00', 60, '2026-11-23T16:30'],
  ['not at all: the present', '2026-11-22T12:00', 0, '2026-11-22T12:00'],
])('working minutes are counted back %s', (_, present, minutes, expected) => {
  expect(wall(workingBefore(haiPhong, at(present), minutes))).toBe(expected);
});
