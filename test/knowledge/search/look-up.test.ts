import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answer, questionsIn } from '../../../src/commands/evaluation/answer.ts';
import { measure } from '../../../src/commands/evaluation/figures.ts';
import { openLookUp } from '../../../src/commands/evaluation/look-up.ts';
import { understand } from '../../../src/dialogue/understanding/understand.ts';
import { demonstrationTexts } from '../../../src/knowledge/demonstration/demonstration.ts';
import { buildIndex } from '../../../src/knowledge/search/build-index.ts';
import { lookUp } from '../../../src/knowledge/search/look-up.ts';

const index = buildIndex((await demonstrationTexts()).map(({ document }) => document));

// The floors stand a little below what was reached, to show a fall and not a wobble.
test.each([
  ['own-questions.jsonl', 'heldOut', 0.88, 0.95],
  ['own-questions.jsonl', 'tuning', 0.89, 0.96],
])(
  'the right article is found first, or among three, and more often than by the reference: %s %s',
  async (file, part, atOne, atThree) => {
    const path = new URL(`../../payloads/lookup/${file}`, import.meta.url);
    const asked = questionsIn(readFileSync(path, 'utf8')).filter((question) => question.part === part);

    const figures = measure(answer(asked, understand, await openLookUp()));

    expect(figures.appendixRecallAt1).toBeGreaterThanOrEqual(atOne);
    expect(figures.appendixRecallAt3).toBeGreaterThanOrEqual(atThree);
    expect(figures.appendixRecallAt1).toBeGreaterThan(figures.referenceRecallAt1 ?? 1);
    expect(figures.appendixRecallAt3).toBeGreaterThan(figures.referenceRecallAt3 ?? 1);
    expect(figures.wronglyRefused).toBeLessThanOrEqual(0.06);
    expect(figures.wronglyAnswered).toBeLessThanOrEqual(0.08);
  },
);

test.each([
  ['phụ lục 6 điều 3', 'PL06', '3', null],
  ['PL06 đ3 k2', 'PL06', '3', '2'],
  ['điều 5 phụ lục 6 ghi gì', 'PL06', '5', null],
])('an address opens what stands there: %s', (question, code, article, clause) => {
  const found = lookUp(index, question);

  expect(found.kind).toBe('place');
  const at = found.kind === 'place' ? found.at : null;
  expect([at?.document.code, at?.article.number, at?.clause]).toEqual([code, article, clause]);
});

test.each([
  ['tow khai khong duoc chap nhan ddang ky khi naof', 'PL05/2'],
  ['vuongmac khan thi may gio tra loi', 'PL01/6'],
  ['ktstq hop online duoc ko', 'PL02/7'],
])('slips of the keyboard, glued words and short forms are read: %s', (question, article) => {
  const found = lookUp(index, question);

  const hits = found.kind === 'passages' ? found.hits : [];
  expect(hits.slice(0, 3).map((hit) => `${hit.document.code}/${hit.article.number}`)).toContain(article);
});

test('a question that names an appendix and asks for what it lacks gets its list of articles, not a guess', () => {
  expect(lookUp(index, 'phụ lục 9 có quy định học phí đại học không')).toMatchObject({ kind: 'appendix' });
});

test.each(['', '???', 'abc', '가'.repeat(500), 'ạ'.repeat(3000), '\u0000\ud800'])(
  'nothing to look up is not found: %j',
  (text) => {
    expect(lookUp(index, text).kind).toBe('notFound');
  },
);
