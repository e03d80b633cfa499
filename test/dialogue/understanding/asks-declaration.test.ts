import { expect, test } from 'vitest';
import { asksOwnDeclarations, declarationAskedFor } from '../../../src/dialogue/understanding/asks-declaration.ts';

test.each([
  'tờ khai 107861377820 đến đâu rồi?',
  'Tờ khai 107861377820 của tôi đang ở bước nào',
  'to khai 107861377820 thong quan chua',
  'tình trạng tờ khai 107861377820',
  'Cho hỏi tk 107861377820 tới đâu rồi ạ',
  'kiểm tra giúp tờ khai số 107861377820 với',
  'Where is declaration 107861377820 now?',
  "What's the status of our declaration 107861377820?",
  'Has declaration 107861377820 been cleared yet?',
])('“%s” asks where a declaration stands', (text) => {
  expect(declarationAskedFor(text)).toBe('107861377820');
});

test.each([
  ['tờ khai 107 861 377 820 đến đâu rồi', '107 861 377 820'],
  ['tờ khai 10786137782 đến đâu rồi', '10786137782'],
])('the number in “%s” is taken as it was written', (text, written) => {
  expect(declarationAskedFor(text)).toBe(written);
});

test.each([
  'Tờ khai 107705060720 luồng vàng nộp hồ sơ từ sáng chưa ai duyệt',
  'Tờ khai 107861377820 đến đâu rồi, hàng nằm cảng ba ngày chưa ai kiểm tra',
  'Sửa tờ khai 107861377820 thế nào',
  'các tờ khai của tôi đến đâu rồi',
  '107861377820',
])('“%s” is something else', (text) => {
  expect(declarationAskedFor(text)).toBeNull();
});

test.each([
  'tờ khai của em đến đâu rồi',
  'các tờ khai của tôi đến đâu rồi',
  'Cho hỏi tk bên em tới đâu rồi ạ?',
  'kiểm tra giúp các tờ khai của công ty',
  'Where are our declarations?',
])('“%s” asks for the person’s own declarations', (text) => {
  expect(asksOwnDeclarations(text)).toBe(true);
});

test.each([
  'tờ khai 107861377820 của em đến đâu rồi',
  'tờ khai của em bị giữ từ sáng chưa ai duyệt',
  'sửa tờ khai của tôi thế nào',
])('“%s” asks for no list', (text) => {
  expect(asksOwnDeclarations(text)).toBe(false);
});
