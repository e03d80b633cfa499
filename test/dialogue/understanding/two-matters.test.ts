import { expect, test } from 'vitest';
import { twoMattersIn } from '../../../src/dialogue/understanding/two-matters.ts';
import { partAccusing, understandMessage } from '../../../src/dialogue/understanding/understand-message.ts';

test.each([
  [
    '1. Tờ khai 107705060720 luồng vàng nộp chứng từ từ sáng chưa ai duyệt. 2. Em muốn hỏi C/O form E ghi sai tên người nhận thì sửa thế nào',
    'Em muốn hỏi C/O form E',
  ],
  [
    'Tờ khai 107705060720 luồng đỏ chờ kiểm hóa 3 ngày. Ngoài ra nộp báo cáo quyết toán trễ thì phạt bao nhiêu?',
    'nộp báo cáo quyết toán trễ',
  ],
  [
    'he thong bao loi A0084 khong lay duoc so to khai. tien the cho em hoi hang kho ngoai quan qua 12 thang gia han the nao',
    'cho em hoi hang kho ngoai quan',
  ],
  [
    'C/O form D sai số hóa đơn, hải quan chưa nhận. Theo phụ lục 10 điều 4 thì thời hạn bổ sung là bao lâu?',
    'Theo phụ lục 10 điều 4',
  ],
  [
    'Declaration 107705060720 was filed this morning and nobody has checked the documents. By the way, what is the penalty for a late settlement report?',
    'what is the penalty',
  ],
])('two matters are noticed: %s', (text, second) => {
  expect(twoMattersIn(text)?.second).toContain(second);
});

test.each([
  ['Tờ khai 107705060720 nộp chứng từ từ 8h sáng chưa ai duyệt. Hàng tươi sống sắp hỏng. Nhờ anh chị xem giúp.'],
  ['Hệ thống báo lỗi A0084 từ sáng. Em đã thử đổi trình duyệt, cắm lại token. Vẫn không lấy được số tờ khai.'],
  ['Xin chào anh chị. Em cần hỏi về C/O form E bị trùng số tham chiếu.'],
  ['Tờ khai 107705060720 bị vào luồng đỏ. Kiểm hóa hẹn 3 hôm rồi chưa tới lượt. Ngoài ra cảm ơn anh chị.'],
  ['hàng của em'],
])('one matter told at length stays one: %s', (text) => {
  expect(twoMattersIn(text)).toBeNull();
});

test('a letter of pages is read as one matter, at once', () => {
  const letter = 'Tờ khai 107705060720 luồng đỏ chờ kiểm hóa. Ngoài ra nộp báo cáo trễ phạt bao nhiêu? '.repeat(250);

  expect(twoMattersIn(letter)).toBeNull();
  expect(partAccusing(letter)).toBeNull();
});

test('one sentence that accuses somebody makes the whole message an accusation', () => {
  const text =
    'C/O form E ghi sai tên người nhận thì sửa thế nào? Hôm qua chị tiếp nhận đòi bồi dưỡng 500 nghìn mới nhận hồ sơ.';

  expect(understandMessage(text).intent.value).toBe('complaint_officer');
  expect(partAccusing(text)).toEqual({
    accusing: 'Hôm qua chị tiếp nhận đòi bồi dưỡng 500 nghìn mới nhận hồ sơ.',
    others: 'C/O form E ghi sai tên người nhận thì sửa thế nào?',
  });
});
