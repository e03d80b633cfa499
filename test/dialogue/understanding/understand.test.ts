import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intents } from '../../../src/dialogue/understanding/intent.ts';
import { shippedModel, understand, understandBy } from '../../../src/dialogue/understanding/understand.ts';
import { fold } from '../../../src/rules/identity/fold.ts';

// Every label is as likely as every other.
const knowingNothing = { ...shippedModel, weights: shippedModel.weights.map(() => 0) };

test.each([
  ['form AK bị mờ dấu, hải quan đòi bản khác', 'origin_co'],
  ['máy bơm này nên áp mã bao nhiêu', 'hs_classification'],
  ['giá nhập thấp hơn lô trước nên bị mời tham vấn', 'customs_valuation'],
  ['tờ khai luồng đỏ, bao giờ kiểm hóa', 'channel_inspection'],
  ['cảng báo chưa có mã vạch nên xe không ra được cổng', 'supervision_vasscm'],
  ['chữ ký số hết hạn, không gửi được tờ khai', 'system_error'],
  ['gỗ nhập về cần giấy tờ gì để kiểm dịch', 'specialised_inspection'],
  ['máy tạm nhập sắp hết hạn, gia hạn thế nào', 'temporary_import'],
  ['nguyên liệu thừa sau hợp đồng gia công xử lý sao', 'processing_export'],
  ['nộp thừa thuế, bù trừ sang tờ khai khác được không', 'tax_refund'],
  ['khai sai số lượng, muốn sửa tờ khai', 'declaration_amend_cancel'],
  ['nộp báo cáo quyết toán trễ thì phạt bao nhiêu', 'penalty'],
  ['chủ nhật có làm thủ tục ngoài giờ không', 'overtime'],
  ['đoàn kiểm tra sau thông quan yêu cầu giải trình', 'post_clearance_audit'],
  ['hồ sơ bị trả lại ba lần, lần nào cũng lý do khác', 'registration_refusal'],
  ['hàng gửi kho ngoại quan quá 12 tháng', 'transport_bonded'],
  ['nộp hồ sơ từ sáng tới giờ chưa ai duyệt', 'processing_delay'],
  ['công ty đổi tên, cần làm thủ tục gì với hải quan', 'other_issue'],
])('"%s" raises an issue about %s, with or without marks', (text, category) => {
  for (const written of [text, fold(text)]) {
    expect(understand(written)).toMatchObject({ intent: { value: 'raise_issue' }, category: { value: category } });
  }
});

test.each([
  ['ông cán bộ ở bãi bảo đưa 500k mới ký', 'complaint_officer'],
  ['công chức cố tình không giải quyết hồ sơ của tôi', 'complaint_officer'],
  ['muốn tố cáo cán bộ nhận hối lộ thì gửi đơn ở đâu', 'complaint_officer'],
  ['chấm 4 sao cho khâu kiểm hóa', 'rate_service'],
  ['tôi không hài lòng, phải chờ lâu', 'rate_service'],
  ['phụ lục 3 nói gì về việc dừng hàng', 'lookup_appendix'],
  ['có những phụ lục nào', 'lookup_appendix'],
  ['vụ VM-2026-000777 tới đâu rồi', 'case_status'],
  ['hôm qua em gửi câu hỏi mà chưa ai trả lời', 'case_status'],
  ['cho tôi gặp người thật', 'talk_to_officer'],
  ['nhờ cán bộ gọi lại giúp', 'talk_to_officer'],
  ['cảm ơn bạn nhiều nhé', 'smalltalk'],
  ['bạn là người hay máy vậy', 'smalltalk'],
  ['hôm nay trời có mưa không', 'other'],
  ['đặt vé máy bay giúp tôi', 'other'],
])('"%s" is understood as %s, with or without marks', (text, intent) => {
  for (const written of [text, fold(text)]) expect(understand(written).intent.value, written).toBe(intent);
});

test.each([
  ['đánh giá 1 sao, công chức đòi tiền mới ký', 'complaint_officer'],
  ['vụ này cán bộ gợi ý phong bì, cho tôi gặp lãnh đạo', 'complaint_officer'],
  ['tờ khai chậm vì công chức cố tình gây khó', 'complaint_officer'],
])('an accusation wins over whatever else is said: "%s"', (text, intent) => {
  expect(understand(text).intent.value).toBe(intent);
});

test.each(['phụ lục 7: công chức nhận quà bị xử lý thế nào', 'thời hạn giải quyết tố cáo ghi ở phụ lục nào'])(
  'asking what the rules say of misconduct accuses nobody: "%s"',
  (text) => {
    expect(understand(text).intent.value).toBe('lookup_appendix');
  },
);

test('low stars for slow service without a request to act stay a rating', () => {
  expect(understand('thái độ bình thường, làm chậm, 2 sao')).toMatchObject({
    intent: { value: 'rate_service' },
    entities: { rating: 2 },
  });
});

test('a complaint against a tax decision is an issue about that decision, not about a person', () => {
  expect(understand('bị ấn định thuế, em khiếu nại được không')).toMatchObject({
    intent: { value: 'raise_issue' },
    category: { value: 'tax_refund' },
  });
});

test.each([
  ['Our declaration has been pending since yesterday', 'en', 'raise_issue'],
  ['an inspector asked for money', 'en', 'complaint_officer'],
  ['can I speak to a human', 'en', 'talk_to_officer'],
  ['원산지증명서를 늦게 제출해도 되나요?', 'ko', 'raise_issue'],
  ['담당자와 통화하고 싶습니다', 'ko', 'talk_to_officer'],
  ['hang ve cang roi ma chua thong quan', 'vi', 'raise_issue'],
])('"%s" is %s and asks to %s', (text, language, intent) => {
  expect(understand(text)).toMatchObject({ language, intent: { value: intent } });
});

test('chat spelling says the same as full spelling', () => {
  const short = understand('tk 107705060720 nộp ctu rùi mà ch dc duyệt, hq xem giúp e vs');
  const full = understand('tờ khai 107705060720 nộp chứng từ rồi mà chưa được duyệt, hải quan xem giúp em với');

  expect(short.intent.value).toBe(full.intent.value);
  expect(short.category.value).toBe(full.category.value);
  expect(short.entities).toEqual(full.entities);
});

test.each([
  ['hàng tươi sống đang ở cảng', 'perishableGoods'],
  ['tàu cắt máng 17h chiều nay', 'vesselCutOff'],
  ['sắp bị tính phí lưu bãi', 'storageCharges'],
  ['nhà máy sắp dừng chuyền', 'productionStop'],
  ['cần gấp ạ', 'saidSo'],
])('"%s" cannot wait', (text, because) => {
  expect(understand(text).urgent).toEqual({ value: true, because });
});

test.each(['giá gấp đôi lô trước', 'khai sai mã địa điểm lưu kho', 'xin hỏi thủ tục hoàn thuế'])(
  '"%s" can wait its turn',
  (text) => {
    expect(understand(text).urgent).toEqual({ value: false });
  },
);

test('the name trap is handed to the dialogue instead of being guessed', () => {
  const understood = understand('hải quan khu vực 3 duyệt chậm quá');

  expect(understood.entities.officeCode).toBeUndefined();
  expect(understood.ambiguities).toContainEqual({ about: 'office', candidates: ['03TG', 'region'] });
});

test('an issue comes with other categories to choose from, anything else with none', () => {
  expect(understand('khai sai xuất xứ thì phạt bao nhiêu').category.alternatives).toHaveLength(3);
  expect(understand('xin chào').category).toEqual({ value: null, confidence: 0, alternatives: [] });
});

test('where the classifier cannot tell the categories apart, the person is asked', () => {
  const { intent, category, ambiguities } = understandBy(knowingNothing, 'hàng về');

  expect(ambiguities).toEqual([{ about: 'category', candidates: [category.value, ...category.alternatives] }]);
  expect(category.alternatives).toHaveLength(3);
  expect(intent.alternatives).toHaveLength(2);
});

test('where several wishes are about as likely, the person is asked', () => {
  const vague = ['sao vậy anh', 'giúp', 'tờ khai', 'cái đó', 'hôm qua', 'em gửi', 'được không', 'mấy hôm rồi'];

  const asked = vague.filter((text) => understand(text).ambiguities.length > 0);

  expect(asked.length).toBeGreaterThanOrEqual(4);
});

test.each(['xin chào', 'vụ VM-2026-000777 tới đâu rồi', 'khai sai số lượng, muốn sửa tờ khai'])(
  '"%s" is clear and nobody is asked',
  (text) => {
    expect(understand(text).ambiguities).toEqual([]);
  },
);

test('an accusation in plain words wins even over a classifier that knows nothing', () => {
  expect(understandBy(knowingNothing, 'cán bộ đòi tiền mới ký').intent.value).toBe('complaint_officer');
  expect(understandBy(knowingNothing, 'cán bộ ký rồi').intent.value).toBe('raise_issue');
});

test('any text whatever is understood as something, with a confidence between 0 and 1', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
      const { intent, category } = understand(text);

      expect(intents).toContain(intent.value);
      expect(intent.confidence).toBeGreaterThan(0);
      expect(intent.confidence).toBeLessThanOrEqual(1);
      expect(category.confidence).toBeLessThanOrEqual(1);
    }),
  );
}, 30_000);

test('the same text is always understood in the same way', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(understand(text)).toEqual(understand(text));
    }),
  );
}, 30_000);

test.each([
  'đòi ',
  '1',
  '1 ',
  '0.',
  'a',
  'anh Anh ',
  'c o ',
  'hải quan ',
  'cang ',
  '⭐',
  '\u0301',
  '한국 ',
  'không hài lòng, ',
  '+84 ',
  'tờ khai 107701020310 ',
])('twenty thousand characters of %j are read within fifty milliseconds', (unit) => {
  const text = unit.repeat(Math.ceil(20_000 / unit.length)).slice(0, 20_000);

  // The best of five, so that a busy machine does not fail the rule.
  const milliseconds = [1, 2, 3, 4, 5].map(() => {
    const began = performance.now();
    understand(text);
    return performance.now() - began;
  });

  expect(Math.min(...milliseconds)).toBeLessThan(50);
});
