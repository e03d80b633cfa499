import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printAddress } from '../../../src/knowledge/address.ts';
import { choosePassages } from '../../../src/knowledge/answers/choose-passages.ts';
import { quoteArticle, quoteClause, quoteHit } from '../../../src/knowledge/answers/quote.ts';
import { demonstrationTexts } from '../../../src/knowledge/demonstration/demonstration.ts';
import { type AppendixDocument, partsOf } from '../../../src/knowledge/document.ts';
import { buildIndex } from '../../../src/knowledge/search/build-index.ts';
import { lookUp } from '../../../src/knowledge/search/look-up.ts';

const shipped = (await demonstrationTexts()).map(({ document }) => document);
const shippedIndex = buildIndex(shipped);
const words = [
  ...new Set(shipped.flatMap((text) => partsOf(text)).flatMap(({ text, heading }) => `${text} ${heading}`.split(' '))),
];

test('whatever is asked, each quoted span stands letter for letter at its address in the stored version', () => {
  const question = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((parts) => parts.join(' '));

  fc.assert(
    fc.property(question, (asked) => {
      const found = lookUp(shippedIndex, asked);
      const hits = found.kind === 'passages' ? found.hits : [];
      const wanted = found.kind === 'passages' ? found.wanted : new Map<string, number>();
      for (const hit of hits) {
        for (const { address, text } of quoteHit(hit, wanted)) expect(wordsAt(hit.document, address)).toContain(text);
      }
      expect(choosePassages(hits).length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 300 },
  );
});

test('a clause that is too long for a bubble is cut between sentences, around what was asked for', () => {
  const filler = Array.from({ length: 12 }, (_, at) => `Câu thứ ${at} nói về việc khác và không quan trọng ở đây.`);
  const sentence = 'Hải quan báo cho doanh nghiệp trong 02 giờ làm việc kể từ khi dừng hàng.';
  const text = [...filler, sentence, ...filler].join(' ');
  const document = { ...oneClause(text), title: 'Dừng hàng' };
  const found = lookUp(buildIndex([...shipped, document]), 'dừng hàng thì bao lâu báo cho doanh nghiệp');
  const hit = found.kind === 'passages' ? found.hits.find((each) => each.document.code === 'PL77') : undefined;

  const [quoted] = hit === undefined || found.kind !== 'passages' ? [] : quoteHit(hit, found.wanted);

  expect(quoted).toMatchObject({ isCutBefore: true, isCutBehind: true, address: 'PL77 Điều 1 khoản 1' });
  expect(quoted?.text).toContain(sentence);
  expect(text).toContain(quoted?.text);
});

test('a whole article is quoted with its points, and a point by itself', () => {
  const [article] = oneClause('Gồm:').articles;
  if (article === undefined) throw new Error('There is one article');

  expect(quoteArticle('PL77', article).map(({ address, label }) => [address, label])).toEqual([
    ['PL77 Điều 1 khoản 1', '1.'],
    ['PL77 Điều 1 khoản 1 điểm a', 'a)'],
  ]);
  expect(quoteClause('PL77', article, '1', 'a')).toMatchObject([{ text: 'hóa đơn;' }]);
});

function wordsAt(document: AppendixDocument, address: string): string {
  return partsOf(document).find((part) => printAddress(part.address) === address)?.text ?? '';
}

function oneClause(text: string): AppendixDocument {
  const [base] = shipped;
  if (base === undefined) throw new Error('Nothing is shipped');
  const clause = { number: '1', text, points: [{ number: 'a', text: 'hóa đơn;' }] };
  return {
    ...base,
    code: 'PL77',
    articles: [{ number: '1', heading: 'Thông báo khi dừng hàng', chapter: null, text: '', clauses: [clause] }],
  };
}
