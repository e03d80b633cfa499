import { expect, test } from 'vitest';
import { statutoryLimits } from '../../../src/rules/escalation/statutory.ts';
import { categoryCodes } from '../../../src/rules/identity/categories.ts';

test('a delay is shown the two hours for documents and the eight hours for goods of Customs Law Art. 23', () => {
  const shown = statutoryLimits({ kind: 'issue', category: 'processing_delay' });

  expect(shown.map(({ limit, article }) => `${limit} — ${article}`)).toEqual([
    'chậm nhất 2 giờ làm việc — Luật Hải quan 54/2014/QH13, Điều 23 khoản 2 điểm a',
    'chậm nhất 8 giờ làm việc; lô hàng lớn hoặc phức tạp gia hạn tối đa 2 ngày — Luật Hải quan 54/2014/QH13, Điều 23 khoản 2 điểm b',
  ]);
});

test('what binds customs comes before what binds the enterprise', () => {
  const binds = statutoryLimits({ kind: 'question', category: 'declaration_amend_cancel' }).map((limit) => limit.binds);

  expect(binds).toEqual(['customs', 'customs', 'enterprise', 'enterprise']);
});

test('a report about an officer is shown the limits of complaints and none of the procedure', () => {
  const articles = statutoryLimits({ kind: 'report', category: 'processing_delay' }).map(({ article }) => article);

  expect(articles).toEqual(['Nghị định 155/2026/NĐ-CP, Điều 10', 'Luật Khiếu nại, Điều 28']);
});

test('a matter that no limit bears on is shown none', () => {
  expect(statutoryLimits({ kind: 'issue', category: 'other_issue' })).toEqual([]);
  expect(statutoryLimits({ kind: 'verification', category: 'processing_delay' })).toEqual([]);
});

test('every limit names its article and how well it was checked', () => {
  const all = categoryCodes.flatMap((category) => statutoryLimits({ kind: 'issue', category }));

  expect(all.filter(({ article }) => !/Điều \d+/.test(article))).toEqual([]);
  expect(all.filter(({ confidence }) => !['2+', '1', 'unverified'].includes(confidence))).toEqual([]);
});
