import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openMasking } from '../../src/assistant/masking.ts';

const names = ['Trần Thị Mai', 'Công ty TNHH Điện tử Sao Biển', 'Nguyễn Văn Hùng', 'Mai'];

test('what names somebody does not leave, however it is typed', () => {
  const hidden: [string, string][] = [
    ['Em là Trần Thị Mai bên Sao Biển', 'Trần Thị Mai'],
    ['em la TRAN THI MAI', 'TRAN THI MAI'],
    ['cty dien tu sao bien nop roi', 'dien tu sao bien'],
    ['mst 0299101121', '0299101121'],
    ['mst 0299.101.121-001', '0299.101.121'],
    ['sđt 0912 345 678 hoặc +84 (31) 3842 555', '0912'],
    ['gọi +84 31 3842 5555', '3842'],
    ['tờ khai 107860551690', '107860551690'],
    ['cont TEMU 123456-7', '123456'],
    ['cont temu1234567 bị thiếu', 'temu1234567'],
    ['xe 15C-123.45 chờ cổng', '123.45'],
    ['gửi mai.tran@sao-bien.example.vn giúp', 'mai.tran'],
    ['xem https://sao-bien.example/ho-so?id=7', 'ho-so'],
    ['anh Tuấn ở đội 2 hẹn', 'Tuấn'],
    ['chị Phạm Thu Hằng hẹn', 'Hằng'],
    ['Công ty TNHH Thép Việt Ý gửi', 'Việt Ý'],
    ['ACME TRADING CO., LTD asks', 'ACME'],
    ['kho ở số 12 đường Lê Hồng Phong', 'Lê Hồng Phong'],
    ['vận đơn COSU6123456780', '6123456780'],
    ['Mai gửi hồ sơ', 'Mai'],
    ['Nguyễn Thị Thanh Huyền kiểm tra', 'Huyền'],
  ];

  const left = hidden.filter(([text, secret]) => openMasking(names).mask(text).includes(secret));

  expect(left).toEqual([]);
});

test('what a matter is about stays readable', () => {
  const kept = [
    'ngày mai 23/11/2026 lúc 15:30 mới có kết quả',
    'hạn 2026-11-23, phụ lục PL01 Điều 4 khoản 2',
    'mã HS 8471.30.90, loại hình A11, luồng vàng, cửa khẩu 03EE',
    'vụ VM-2026-000123 ở Chi cục Hải quan Đình Vũ, cán bộ Hải quan hẹn 2 giờ',
    'Quý doanh nghiệp bổ sung C/O form E trong 3 ngày',
  ];

  expect(kept.map(openMasking(names).mask)).toEqual(kept);
});

test('whatever is masked comes back letter for letter, and the same words have the same mark', () => {
  const pieces = fc.constantFrom(
    ...[
      'Trần Thị Mai',
      'tran thi mai',
      '0299101121',
      'anh Tuấn',
      ' và ',
      'tờ khai ',
      'a@b.vn',
      '⟦',
      '⟧',
      'TEMU1234567',
      '5',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const masking = openMasking(names);
      const text = parts.join(' ').replaceAll('⟦', '[').replaceAll('⟧', ']');
      const masked = masking.mask(text);
      expect(masking.unmask(masked)).toBe(text);
      expect(masking.mask(text)).toBe(masked);
    }),
  );
});

test('a mark that nobody gave is noticed, and a text cannot bring one along', () => {
  const masking = openMasking(names);
  const masked = masking.mask('0299101121 và ⟦SO_1⟧');

  expect(masked).toBe('⟦SO_1⟧ và [SO_1]');
  expect(masking.unmask('⟦SO_1⟧')).toBe('0299101121');
  expect(masking.unmask('⟦SO_2⟧')).toBeNull();
  expect(masking.unmask('⟦lạ')).toBeNull();
});
