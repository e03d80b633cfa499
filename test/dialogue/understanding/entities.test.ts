import { expect, test } from 'vitest';
import { findContainers } from '../../../src/dialogue/understanding/entities/container.ts';
import { understand } from '../../../src/dialogue/understanding/understand.ts';

test.each([
  ['tk 1077 0102 0310 mst 0201975599-001', { declarationNo: '107701020310', taxCode: '0201975599-001' }],
  [
    'hai tờ khai 104722599000 và 104722620700',
    { declarationNo: '104722599000', declarationNos: ['104722599000', '104722620700'] },
  ],
  ['gọi em số +84 912 345 678', { phone: '0912345678' }],
  ['sđt 0912.345.678 nhé', { phone: '0912345678' }],
  ['mst 0912345678', { taxCode: '0912345678' }],
  ['vm 2026 12 tới đâu rồi', { caseCode: 'VM-2026-000012' }],
  ['ĐG-2026-000007', { caseCode: 'DG-2026-000007' }],
  ['cont tghu 123456-7 bị giữ', { containerNo: 'TGHU1234567' }],
  ['loại hình e31', { typeCode: 'E31' }],
  ['C/O form AK bị bác', { coForm: 'AK' }],
  ['chưa có eur1', { coForm: 'EUR.1' }],
  ['em co a the khong', {}],
  ['công chức Nguyễn Văn An làm khó', { officerName: 'Nguyễn Văn An' }],
  ['Cán bộ Hùng đòi tiền', { officerName: 'Hùng' }],
  ['Mr. Tuan at KV1 was rude', { officerName: 'Tuan', officeCode: '03CC' }],
  ['em là Lan, công ty ABC', {}],
  ['anh chị ơi cho em hỏi', {}],
  ['tờ khai bị chuyển từ vàng sang đỏ', { channel: 'red' }],
  ['tk luong vang', { channel: 'yellow' }],
  ['tờ khai bị chuyển từ luồng xanh sang luồng đỏ', { channel: 'red' }],
  ['đang luồng xanh bị đổi thành luồng đỏ', { channel: 'red' }],
  ['từ luồng đỏ về luồng vàng', { channel: 'yellow' }],
  ['moved from the green to the red lane', { channel: 'red' }],
  ['옐로우에서 레드로 바뀌었어요', { channel: 'red' }],
  ['được chuyển do hàng hỏng', {}],
  ['lên đó xuống đó qua đó', {}],
  ['len do roi qua do', {}],
  ['hàng màu đỏ', {}],
  ['lô hàng 150.000.000.000 đồng', {}],
  ['tổng trị giá 312345678901 VND', {}],
  ['số tiền 100 000 000 000 bị treo', {}],
  ['tk 107701020310 trị giá 312345678901 đồng', { declarationNo: '107701020310' }],
  ['tk 107701020310 k thông quan', { declarationNo: '107701020310' }],
  ['nộp c/o e nhé', {}],
  ['c/o ai duyệt vậy', {}],
  ['vận chuyển từ Đình Vũ về Hải Dương', {}],
  ['cán bộ Đình Vũ giữ hồ sơ', { officeCode: '03EE' }],
])('in "%s" there are %j', (text, entities) => {
  expect(understand(text).entities).toEqual(entities);
});

test.each([
  ['rất hài lòng', 5],
  ['hai long', 4],
  ['bình thường', 3],
  ['ko hài lòng', 2],
  ['rất không hài lòng', 1],
  ['5 sao', 5],
  ['4/5', 4],
  ['⭐⭐⭐', 3],
  ['2* thôi', 2],
  ['one star', 1],
  ['three out of five', 3],
  ['chưa hài lòng lắm', 2],
  ['만족합니다', 4],
  ['매우 만족합니다', 5],
  ['불만족입니다', 2],
  ['매우 불만족합니다', 1],
])('the rating "%s" is level %i', (text, rating) => {
  expect(understand(`đánh giá: ${text}`).entities.rating).toBe(rating);
});

test('a rating of several steps keeps each step with its level', () => {
  expect(understand('tiếp nhận 5 sao, kiểm hóa rất không hài lòng').entities).toEqual({
    ratings: [
      { target: 'registration', rating: 5 },
      { target: 'physical_inspection', rating: 1 },
    ],
  });
});

test('a company that runs as usual has not rated anything', () => {
  expect(understand('báo ngừng hoạt động dù công ty vẫn chạy bình thường').entities.rating).toBeUndefined();
});

test.each(['địa điểm 3 sai', 'cho 3 cont ra cảng', 'làm sao 2 tờ khai', '컨테이너 3개'])(
  'a number beside a word that is not a level rates nothing: "%s"',
  (text) => {
    expect(understand(text).entities.rating).toBeUndefined();
  },
);

test('a question about an appendix carries neither stars nor a channel', () => {
  expect(understand('phụ lục 8: đánh giá 1 sao thì xử lý sao, luồng đỏ nữa').entities).toEqual({});
});

test('a wrong check digit is kept and pointed out', () => {
  const understood = understand('mst 0201975598');

  expect(understood.entities.taxCode).toBe('0201975598');
  expect(understood.ambiguities).toContainEqual({
    about: 'taxCode',
    written: '0201975598',
    because: 'wrongCheckDigit',
  });
});

test('the check digit of a container tells a slip from a true number', () => {
  expect(findContainers('CSQU3054383, CSQU3054384')).toEqual([
    { containerNo: 'CSQU3054383', hasValidCheckDigit: true },
    { containerNo: 'CSQU3054384', hasValidCheckDigit: false },
  ]);
});
