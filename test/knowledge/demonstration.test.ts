import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress, printAddress } from '../../src/knowledge/address.ts';
import { compareVersions, spansBetween } from '../../src/knowledge/compare.ts';
import { demonstrationTexts } from '../../src/knowledge/demonstration/demonstration.ts';
import { type AppendixDocument, partsOf } from '../../src/knowledge/document.ts';
import { doubtsOf } from '../../src/knowledge/import/doubts.ts';
import { illustrationNotice } from '../../src/knowledge/notice.ts';

const documents = (await demonstrationTexts()).map(({ document }) => document);

test('each of the ten shipped texts is understood whole, and says what it is', () => {
  expect(documents.map(({ code, articles }) => `${code}:${articles.length}`).join(' ')).toBe(
    'PL01:9 PL02:9 PL03:7 PL04:7 PL05:7 PL06:7 PL07:8 PL08:8 PL09:6 PL10:7',
  );
  for (const { code, articles, status } of documents) {
    expect([doubtsOf(code, articles), illustrationNotice(status, 'vi')]).toEqual([
      [],
      expect.stringContaining('chưa được ký'),
    ]);
  }
});

test('every part of the shipped texts has an address of its own that reads back', () => {
  for (const document of documents) {
    const parts = partsOf(document);
    expect(new Set(parts.map(({ address }) => printAddress(address))).size).toBe(parts.length);
    for (const { address } of parts) expect(parseAddress(printAddress(address))).toEqual(address);
  }
});

test('versions are compared by address and then by words; what only moved is told so', () => {
  const [before] = documents;
  if (before === undefined) throw new Error('no documents');
  const [first, second, third, fourth, ...others] = before.articles;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    throw new Error('too short');
  const [receipt, , ...rest] = fourth.clauses;
  if (receipt === undefined) throw new Error('no clause');
  const after: AppendixDocument = {
    ...before,
    articles: [
      first,
      second,
      third,
      { ...fourth, clauses: [{ ...receipt, text: receipt.text.replace('ngay khi', 'trong 05 phút khi') }, ...rest] },
      ...others,
      { ...third, number: '10', clauses: [] },
      { number: '11', heading: '', chapter: null, text: third.clauses[1]?.text ?? '', clauses: [] },
    ],
  };

  const changes = compareVersions(before, after);

  expect(changes.map(({ address, kind, movedFrom }) => [address, kind, movedFrom])).toEqual([
    ['PL01 Điều 4 khoản 1', 'changed', null],
    ['PL01 Điều 4 khoản 2', 'removed', null],
    ['PL01 Điều 10', 'added', null],
    ['PL01 Điều 11', 'added', 'PL01 Điều 3 khoản 2'],
  ]);
  expect(changes[0]?.spans).toEqual([
    { text: 'Kênh nhắn tin: cấp mã vụ việc ', change: 'same' },
    { text: 'ngay ', change: 'removed' },
    { text: 'trong 05 phút ', change: 'added' },
    { text: 'khi nhận đủ thông tin tối thiểu.', change: 'same' },
  ]);
  expect(compareVersions(before, before)).toEqual([]);
});

test('the words that two versions share and the later one adds are the later version, letter for letter', () => {
  const text = fc
    .array(fc.constantFrom('giờ', 'làm', 'việc', '02', ' ', '\n', '  ', '.'), { maxLength: 20 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const spans = spansBetween(before, after);
      const without = (change: string) =>
        spans
          .filter((span) => span.change !== change)
          .map((span) => span.text)
          .join('');
      expect([without('removed'), without('added')]).toEqual([after, before]);
    }),
  );
});
