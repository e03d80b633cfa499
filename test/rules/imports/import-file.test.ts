import { expect, test } from 'vitest';
import { overAttempts, percentOf } from '../../../src/rules/imports/attempts.ts';
import { sampleOf } from '../../../src/rules/imports/import-file.ts';

const none = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0, duplicates: 0 };

test('a changed record shows only what changes, old beside new', () => {
  const before = { name: 'Công ty A', address: 'Số 1', email: null };
  const after = { name: 'Công ty A', address: 'Số 2', email: 'a@vidu.vn' };

  expect(sampleOf('0100109106', before, after)).toEqual({
    name: '0100109106',
    fields: [
      { field: 'address', before: 'Số 1', after: 'Số 2' },
      { field: 'email', before: null, after: 'a@vidu.vn' },
    ],
  });
});

test('a new record shows all that is said of it, and so does one that stays as it is', () => {
  const record = { name: 'Công ty A', address: null };

  expect(sampleOf('A', null, record).fields).toEqual([{ field: 'name', before: null, after: 'Công ty A' }]);
  expect(sampleOf('A', record, record).fields).toEqual([{ field: 'name', before: 'Công ty A', after: 'Công ty A' }]);
});

test('what a cut-off attempt took counts once, however often the file is begun again', () => {
  const whole = { ...none, read: 10, added: 6, changed: 2, unchanged: 1, rejected: 1 };
  const again = { ...none, read: 10, added: 2, changed: 1, unchanged: 6, rejected: 1 };

  expect(overAttempts(whole, { added: 0, changed: 0 })).toEqual(whole);
  expect(overAttempts(again, { added: 4, changed: 1 })).toEqual(whole);
});

test('while an attempt passes over what was taken before, nothing of that is called unchanged', () => {
  const early = { ...none, read: 3, unchanged: 3 };

  expect(overAttempts(early, { added: 4, changed: 1 })).toEqual({ ...early, added: 4, changed: 1, unchanged: 0 });
});

test('a file is only done when it is done, and one of unknown length has no share', () => {
  expect([percentOf(0, 200), percentOf(100, 200), percentOf(200, 200)]).toEqual([0, 50, 99]);
  expect(percentOf(100, null)).toBeNull();
});
