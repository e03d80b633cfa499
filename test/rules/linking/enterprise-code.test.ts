import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeCode } from '../../../src/desk/organisation/link-chat.ts';
import {
  enterpriseCodeIn,
  newEnterpriseCode,
  printedCode,
  startPayload,
} from '../../../src/rules/linking/enterprise-code.ts';

const codes = fc
  .infiniteStream(fc.nat({ max: 30 }))
  .map((draws) => newEnterpriseCode((below) => draws.next().value % below));

test('a code is read back however it was typed from the letter', () => {
  fc.assert(
    fc.property(codes, fc.constantFrom('-', ' ', '', ' - ', '–'), fc.boolean(), (code, between, isSmall) => {
      const typed = printedCode(code).replaceAll('-', between);
      const text = isSmall ? typed.toLowerCase() : typed;

      expect(enterpriseCodeIn(text)).toBe(code);
      expect(enterpriseCodeIn(`  mã: ${text} `)).toBe(code);
      expect(enterpriseCodeIn(`/lienket ${text}`)).toBe(code);
      expect(enterpriseCodeIn(`/lienket ${code}`)).toBe(code);
      expect(enterpriseCodeIn(`/start ${startPayload(code)}`)).toBe(code);
    }),
  );
});

test('a code is made of twelve letters and digits that are not mistaken for one another, some of each', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^[A-HJKMNP-Z2-9]{12}$/);
      expect(code).toMatch(/\d/);
      expect(code).toMatch(/[A-Z]/);
      expect(startPayload(code).length).toBeLessThanOrEqual(64);
    }),
  );
});

test('a code of an enterprise is never taken for one of an officer, nor the other way round', () => {
  const ten = fc.string({ unit: fc.constantFrom(...'ABCDEFGHJKMNPQRSTUVWXYZ23456789'), minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(codes, ten, (code, officers) => {
      for (const text of [printedCode(code), code]) expect(looksLikeCode(text)).toBe(false);
      for (const text of [officers, `/lienket ${officers}`, `/start lk_${officers}`])
        expect(enterpriseCodeIn(text)).toBeNull();
    }),
  );
});

test.each([
  'DN xin hỏi gia hạn',
  'dn can hq kv3 giup',
  'Tờ khai 107705060720 luồng vàng',
  'DN',
  '0299101121',
  'ABCU1234567',
  'DN em khai sai',
  '/lienket',
  '/start',
  'mã số thuế 0299101121',
  'VM-2026-000123',
])('"%s" is no code', (text) => {
  expect(enterpriseCodeIn(text)).toBeNull();
});

test.each([
  ['a letter O for the digit zero that no code has', 'DN-7KXP-2MRO-9QWT'],
  ['one sign too few', 'DN-7KXP-2MRA-9QW'],
  ['one sign too many', 'dn-7kxp-2mra-9qwtx'],
])('what is meant as a code is looked at though it has %s', (_, text) => {
  expect(enterpriseCodeIn(text)).not.toBeNull();
});
