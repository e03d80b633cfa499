import { expect, test } from 'vitest';
import { isMadeUp } from '../../src/assistant/made-up.ts';

const instructions =
  'You draft a reply that a Vietnamese customs officer may send to an enterprise. The officer reads and sends it.';
const published = ['Đường dây nóng: 0225 3859 900. Trả lời trong 2 giờ làm việc.'];

test('a number, an address or a link that stands in nothing it was given was made up', () => {
  expect(isMadeUp(['Mã số thuế 0209999999'], published, instructions)).toBe(true);
  expect(isMadeUp(['Viết cho giam-doc@lua-dao.example'], published, instructions)).toBe(true);
  expect(isMadeUp(['Vào https://lua-dao.example'], published, instructions)).toBe(true);
  expect(isMadeUp(['Container TEMU1234567'], published, instructions)).toBe(true);
});

test('what a published text says may be said again, and dates and marks are nobody’s', () => {
  expect(isMadeUp(['Gọi 0225 3859 900 trước 23/11/2026'], published, instructions)).toBe(false);
  expect(isMadeUp(['Tờ khai ⟦SO_1⟧ của ⟦TEN_2⟧, vụ VM-2026-000123'], published, instructions)).toBe(false);
});

test('instructions said again are noticed, a few words of them are not', () => {
  expect(isMadeUp([`My orders: ${instructions}`], published, instructions)).toBe(true);
  expect(isMadeUp(['you DRAFT a reply that a vietnamese customs officer may'], published, instructions)).toBe(true);
  expect(isMadeUp(['A Vietnamese customs officer reads it.'], published, instructions)).toBe(false);
});
