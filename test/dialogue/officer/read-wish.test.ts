import { expect, test } from 'vitest';
import { caseCodeIn, readWish } from '../../../src/dialogue/flows/officer/read-wish.ts';

test.each([
  ['/vuviec', { kind: 'list' }],
  ['/vụviệc', { kind: 'list' }],
  ['Vụ việc của tôi', { kind: 'list' }],
  ['/vuviec VM-2026-000123', { kind: 'view', reference: 'VM-2026-000123' }],
  ['/vuviec vm 2026 123', { kind: 'view', reference: 'VM-2026-000123' }],
  ['VM-2026-000123', { kind: 'view', reference: 'VM-2026-000123' }],
  ['/nhan hd-2026-7', { kind: 'take', reference: 'HD-2026-000007' }],
  ['/chuyen', { kind: 'pass', reference: null }],
  ['/huy', { kind: 'leave' }],
  ['Hủy.', { kind: 'leave' }],
  ['/huylienket', { kind: 'unlink' }],
  ['/trogiup@dong_hanh_bot', { kind: 'help' }],
  ['/ghichu VM-2026-000123 đã gọi cảng', { kind: 'note', reference: 'VM-2026-000123', text: 'đã gọi cảng' }],
  ['/ghichu đã gọi cảng', { kind: 'note', reference: null, text: 'đã gọi cảng' }],
])('an officer who writes “%s” asks for just that', (text, wish) => {
  expect(readWish(text)).toEqual(wish);
});

test.each([
  ['VM-2026-000123: Đã thông quan', 'VM-2026-000123', 'Đã thông quan', 'nothing'],
  ['pa-2026-000004 : Xin cảm ơn\nphản ánh', 'PA-2026-000004', 'Xin cảm ơn\nphản ánh', 'nothing'],
  ['/traloi VM-2026-000123 Đã thông quan', 'VM-2026-000123', 'Đã thông quan', 'nothing'],
  ['/traloi VM-2026-000123: Đã thông quan', 'VM-2026-000123', 'Đã thông quan', 'nothing'],
  ['/hoithem VM-2026-000123, cho xin C/O', 'VM-2026-000123', 'cho xin C/O', 'awaitEnterprise'],
  ['/giaiquyet VM-2026-000123', 'VM-2026-000123', '', 'resolve'],
  ['/giảiquyết Đã xong', null, 'Đã xong', 'resolve'],
] as const)('“%s” is an answer', (typed, reference, text, next) => {
  expect(readWish(typed)).toEqual({ kind: 'answer', reference, text, next });
});

test.each([
  ['1 VM-2026-000123', 1],
  ['2. vm-2026-123', 2],
])('“%s” picks from the alert about that case', (text, number) => {
  expect(readWish(text)).toEqual({ kind: 'pick', number, reference: 'VM-2026-000123' });
});

test.each([
  'VM-2026-000123 là vụ gì vậy?',
  'Đã xong, xem VM-2026-000123: giống hệt',
  'Hàng đã ra cảng lúc 10:30',
  '/khongcolenhnay VM-2026-000123: gì đó',
  '',
])('“%s” is no answer to any case: nothing of it goes out unasked', (text) => {
  expect(readWish(text)).toEqual({ kind: 'words', text });
});

test('a case number is found as we print it and as people type it, and nothing else is taken for one', () => {
  expect(caseCodeIn('*Vụ việc mới* VM-2026-000123')).toBe('VM-2026-000123');
  expect(caseCodeIn('đg2026-12')).toBe('DG-2026-000012');
  expect(caseCodeIn('tờ khai 107705060720')).toBeNull();
  expect(caseCodeIn('KVM-2026-000123')).toBeNull();
});
