import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { questionsIn } from '../../../src/commands/evaluation/answer.ts';
import { isCategory, labels } from '../../../src/dialogue/understanding/classifier/labels.ts';
import { variantsOf } from '../../../src/dialogue/understanding/training/augment.ts';
import {
  asTelexKeys,
  inChatSpelling,
  withoutMarks,
} from '../../../src/dialogue/understanding/training/chat-spelling.ts';
import { fingerprintOf } from '../../../src/dialogue/understanding/training/fingerprint.ts';
import { randomFrom } from '../../../src/dialogue/understanding/training/random.ts';
import { readSeeds, seedsIn } from '../../../src/dialogue/understanding/training/read-seeds.ts';
import { shippedModel } from '../../../src/dialogue/understanding/understand.ts';
import { fold } from '../../../src/rules/identity/fold.ts';

const seeds = readSeeds();

test('the shipped model was trained on the seeds and the rules that are here', () => {
  const fingerprint = fingerprintOf(seeds);

  expect(fingerprint, 'run: npm run cli -- train-understanding').toBe(shippedModel.fingerprint);
}, 30_000);

test.each(labels)('%s is taught in all three languages, Vietnamese most', (label) => {
  const own = seeds.filter((seed) => seed.label === label);
  const count = (language: string) => own.filter((seed) => seed.language === language).length;

  expect(count('vi')).toBeGreaterThanOrEqual(isCategory(label) ? 60 : 100);
  expect(count('en')).toBeGreaterThanOrEqual(15);
  expect(count('ko')).toBeGreaterThanOrEqual(15);
});

test.each(['questions.dev.jsonl', 'unseen.jsonl', 'hard.jsonl'])(
  'no seed is taken from %s',
  (file) => {
    const asked = questionsIn(readFileSync(new URL(file, import.meta.url), 'utf8')).map(({ text }) => tokens(text));
    const taught = seeds.map((seed) => ({ text: seed.text, words: tokens(variantsOf(seed)[0]?.text ?? seed.text) }));

    const copied = taught.filter(({ words }) => asked.some((question) => overlap(question, words) >= 0.8));

    expect(copied.map(({ text }) => text)).toEqual([]);
  },
  30_000,
);

test('a seed is not written down twice', () => {
  const texts = seeds.map(({ label, language, text }) => `${label} ${language} ${fold(text)}`);

  expect(texts.filter((text, place) => texts.indexOf(text) !== place)).toEqual([]);
});

test('the same seed always grows into the same variants, none with an open slot', () => {
  const [seed] = seedsIn('# vi\nTờ khai <decl> ở <place> chưa được duyệt', 'processing_delay');
  if (seed === undefined) throw new Error('no seed');

  const variants = variantsOf(seed);

  expect(variantsOf(seed)).toEqual(variants);
  expect(variants.every(({ text }) => !text.includes('<'))).toBe(true);
  expect(new Set(variants.map(({ style }) => style))).toEqual(new Set(['standard', 'no_diacritics', 'teencode']));
});

test('a seed with an unknown slot or without a language is refused', () => {
  const [seed] = seedsIn('# vi\nhàng <nothing>', 'penalty');
  if (seed === undefined) throw new Error('no seed');

  expect(() => variantsOf(seed)).toThrow('No such slot: <nothing>');
  expect(() => seedsIn('tờ khai', 'penalty')).toThrow('without a language');
});

test.each([
  ['hải', 'hair'],
  ['được', 'dduwowcj'],
  ['đỏ', 'ddor'],
  ['quân', 'quaan'],
])('the telex keys of "%s" are "%s"', (word, keys) => {
  expect(asTelexKeys(word)).toBe(keys);
});

test('chat spelling shortens words and leaves no marks where marks are dropped', () => {
  const text = inChatSpelling('Tờ khai hải quan của công ty chưa được thông quan', randomFrom('a test'));

  expect(text.length).toBeLessThan('Tờ khai hải quan của công ty chưa được thông quan'.length);
  expect(withoutMarks('Đình Vũ, C/O form E')).toBe('Dinh Vu, C/O form E');
});

// Greetings of three words are nobody's property.
function tokens(text: string): ReadonlySet<string> {
  return new Set(fold(text).match(/[\p{L}\d]+/gu) ?? []);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size < 4) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}
