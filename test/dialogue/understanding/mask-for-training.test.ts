import { expect, test } from 'vitest';
import { maskForTraining } from '../../../src/dialogue/understanding/mask-for-training.ts';

test.each([
  ['tk 107705060720 nộp từ sáng chưa ai duyệt', 'tk <decl> nộp từ sáng chưa ai duyệt'],
  ['MST 0200884123 số 0912 345 678', 'MST <mst> số <phone>'],
  ['cont TGHU2447973 của vụ VM-2026-000012 lỗi A0084', 'cont <cont> của vụ <case> lỗi <err>'],
  ['phạt 2.500.000 đồng, mã 8544.42', 'phạt <n> đồng, mã <hs>'],
  ['em là Trần Thị Mai ở Đình Vũ', 'em là <officer> ở <place>'],
  ['công chức Hùng bảo chờ', 'công chức <officer> bảo chờ'],
  ['em là Mai, nhờ chị Lan xem giúp', 'em là <officer>, nhờ chị <officer> xem giúp'],
  ['viết cho mai@saobien.vn hoặc https://saobien.vn/a', 'viết cho hoặc'],
  ['김민수 과장이 물어봅니다 107705060720', '담당자 과장이 물어봅니다 <decl>'],
])('"%s" is kept as "%s"', (text, kept) => {
  expect(maskForTraining(text, [])).toBe(kept);
});

test('the names that the chat itself carries are never kept, however they are written', () => {
  const kept = maskForTraining('mai hỏi: sao biển chưa được thông quan', ['Mai', 'Sao Biển']);

  expect(kept).toBe('<officer> hỏi: <officer> chưa được thông quan');
});

test.each([['107705060720'], ['0912345678 ?'], ['chưa duyệt '.repeat(60)]])('of "%s" nothing is kept', (text) => {
  expect(maskForTraining(text, [])).toBeNull();
});
