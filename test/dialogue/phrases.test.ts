import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataRightsIn } from '../../src/dialogue/phrases/data-rights.ts';
import { declarationsIn } from '../../src/dialogue/phrases/declarations.ts';
import { phrasesIn } from '../../src/dialogue/phrases/in-language.ts';
import { linkingIn } from '../../src/dialogue/phrases/linking.ts';
import { lookUpIn } from '../../src/dialogue/phrases/look-up.ts';
import { meaningIn } from '../../src/dialogue/phrases/meaning.ts';
import { ratingsIn } from '../../src/dialogue/phrases/ratings.ts';
import { verificationIn } from '../../src/dialogue/phrases/verification.ts';

const languages = ['vi', 'en', 'ko'] as const;
const books = [
  { name: 'main', book: phrasesIn, files: /phrases\/(vi|en|ko)\.ts$/u },
  { name: 'linking', book: linkingIn, files: /phrases\/linking\.(vi|en|ko)\.ts$/u },
  { name: 'declarations', book: declarationsIn, files: /phrases\/declarations\.(vi|en|ko)\.ts$/u },
  { name: 'meaning', book: meaningIn, files: /phrases\/meaning\.(vi|en|ko)\.ts$/u },
  { name: 'ratings', book: ratingsIn, files: /phrases\/ratings\.(vi|en|ko)\.ts$/u },
  { name: 'look-up', book: lookUpIn, files: /phrases\/look-up\.(vi|en|ko)\.ts$/u },
  { name: 'verification', book: verificationIn, files: /phrases\/verification\.(vi|en|ko)\.ts$/u },
  { name: 'data rights', book: dataRightsIn, files: /phrases\/data-rights\.(vi|en|ko)\.ts$/u },
];
const hangul = /\p{Script=Hangul}/u;
const inAllLanguages = new Set(['chooseLanguage', 'menuLanguage', 'page']);

describe.each(books)('what the bot says ($name)', ({ book, files }) => {
  test.each(languages)('exists in %s, sentence for sentence', (language) => {
    expect(pathsOf(book(language))).toEqual(pathsOf(book('vi')));
  });

  test('is Korean in Korean and nowhere else', () => {
    // A number in brackets is written alike everywhere.
    const inVietnamese = new Map(leavesOf(book('vi')));
    const withoutHangul = leavesOf(book('ko')).filter(
      ([path, words]) => !isSaidAlike(path) && !hangul.test(words) && inVietnamese.get(path) !== words,
    );
    const strayed = (['vi', 'en'] as const).flatMap((language) =>
      leavesOf(book(language)).filter(([path, words]) => !isSaidAlike(path) && hangul.test(words)),
    );

    expect(withoutHangul).toEqual([]);
    expect(strayed).toEqual([]);
  });

  test('is all said somewhere', () => {
    const elsewhere = sources
      .filter(({ name }) => !files.test(name))
      .map(({ text }) => text)
      .join('\n');
    const unsaid = pathsOf(book('vi')).filter(
      (path) => !path.split('.').some((word) => new RegExp(`\\b${word}\\b`, 'u').test(elsewhere)),
    );

    expect(unsaid).toEqual([]);
  });
});

/** Every sentence by its path; one that is made from facts stands for its own source. What only officers read is left out. */
function leavesOf(value: unknown, path = ''): [string, string][] {
  if (path === 'officer') return [];
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`));
}

function pathsOf(book: unknown): string[] {
  return leavesOf(book).map(([path]) => path);
}

function isSaidAlike(path: string): boolean {
  return path === 'language' || path === 'consentVersion' || inAllLanguages.has(path);
}

const sources = readdirSync('src/dialogue', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join('src/dialogue', name), 'utf8') }));
