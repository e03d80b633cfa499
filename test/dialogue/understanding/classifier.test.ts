import { expect, test } from 'vitest';
import { classify, softmax } from '../../../src/dialogue/understanding/classifier/classify.ts';
import { featuresOf, gramPlaces } from '../../../src/dialogue/understanding/classifier/features.ts';
import { labels } from '../../../src/dialogue/understanding/classifier/labels.ts';
import { readModel, writeModel } from '../../../src/dialogue/understanding/classifier/model.ts';
import { readByRules } from '../../../src/dialogue/understanding/read-by-rules.ts';
import { temperatureFor } from '../../../src/dialogue/understanding/training/calibrate.ts';
import { crossValidate } from '../../../src/dialogue/understanding/training/cross-validate.ts';
import { type Example, examplesOf } from '../../../src/dialogue/understanding/training/examples.ts';
import { learn, usualSettings } from '../../../src/dialogue/understanding/training/learn.ts';
import { pack } from '../../../src/dialogue/understanding/training/pack.ts';
import type { Seed } from '../../../src/dialogue/understanding/training/read-seeds.ts';

test('a model says the same after it was written and read', () => {
  const model = aModel();
  const features = featuresOf(readByRules('nộp phạt ở đâu'));

  const again = readModel(writeModel(model));

  expect(classify(again, features)).toEqual(classify(model, features));
  expect(writeModel(again)).toBe(writeModel(model));
});

test('a model that is cut short or made for other labels is refused', () => {
  const written = writeModel(aModel());

  expect(() => readModel(written.replace(/\nsteps [^\n]+\n(?=[^\n]*$)/, '\n'))).toThrow('cut short');
  expect(() => readModel(written.replace('origin_co', 'origin'))).toThrow('other labels');
  expect(() => readModel('')).toThrow('has no labels');
});

test('what was taught is known, and written differently it is known too', () => {
  const model = aModel();

  expect(guess(model, 'bị phạt bao nhiêu tiền')).toBe('penalty');
  expect(guess(model, 'bi phat bn tien z')).toBe('penalty');
  expect(guess(model, 'chúc buổi sáng vui vẻ')).toBe('smalltalk');
});

test('learning twice from the same examples gives the same model', () => {
  expect(writeModel(aModel())).toBe(writeModel(aModel()));
});

test('a model keeps no more places than it is allowed', () => {
  const { rowOf } = learn(theExamples(), { ...usualSettings, fewestFamilies: 1, mostPlaces: 300 });

  expect(rowOf.size).toBe(300);
});

test('no family stands on both sides of a fold, and each example is judged once', () => {
  const examples = theExamples();

  const held = crossValidate(examples, 3);

  expect(held.map(({ example }) => example.text).toSorted()).toEqual(examples.map(({ text }) => text).toSorted());
});

test('the temperature makes an overconfident judge modest', () => {
  const example = theExamples()[0];
  if (example === undefined) throw new Error('no example');
  const sure = (right: boolean) => {
    const sums = new Float64Array(labels.length).fill(-20);
    sums[right ? example.label : (example.label + 1) % labels.length] = 4;
    sums[right ? (example.label + 1) % labels.length : example.label] = 0;
    return { example, sums };
  };

  // At a distance of four the judge claims 98 in 100 and is right three times in four.
  expect(temperatureFor([sure(true), sure(true), sure(true), sure(false)])).toBe(3);
});

test('probabilities add up to one, whatever the sums', () => {
  const sums = Float64Array.from(labels, (_, place) => place * 100 - 1_000);

  expect(softmax(sums, 1).reduce((all, one) => all + one, 0)).toBeCloseTo(1);
});

test('the number in a sentence is not a feature, the sentence is', () => {
  const grams = (text: string) => featuresOf(readByRules(text)).places.filter((place) => place < gramPlaces);

  expect(grams('chờ 3 hôm rồi')).toEqual(grams('chờ 7 hôm rồi'));
  expect(grams('chờ 3 hôm rồi')).not.toEqual(grams('chờ 3 năm rồi'));
});

const taught: readonly Seed[] = [
  ['penalty', 'khai sai bị phạt bao nhiêu tiền'],
  ['penalty', 'nộp chậm thì mức phạt thế nào'],
  ['penalty', 'nộp tiền phạt ở kho bạc nào'],
  ['penalty', 'bị xử phạt vi phạm hành chính'],
  ['smalltalk', 'xin chào buổi sáng'],
  ['smalltalk', 'chúc anh chị vui vẻ'],
  ['smalltalk', 'chào buổi chiều cả nhà'],
  ['smalltalk', 'chúc một ngày vui vẻ'],
].map(([label, text]) => ({ label, language: 'vi', text }) as Seed);

function theExamples(): readonly Example[] {
  return examplesOf(taught);
}

function aModel() {
  const learnt = learn(theExamples(), { ...usualSettings, fewestFamilies: 1 });
  return pack(learnt, { fingerprint: 'a test', temperature: 1 });
}

function guess(model: ReturnType<typeof aModel>, text: string): string | undefined {
  const probabilities = classify(model, featuresOf(readByRules(text)));
  return labels[probabilities.indexOf(Math.max(...probabilities))];
}
