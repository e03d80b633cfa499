import { expect, test } from 'vitest';
import { questionsIn } from '../../../src/commands/evaluation/answer.ts';
import { accusationsHeard, confusionsOf } from '../../../src/commands/evaluation/confusion.ts';
import type { Answered } from '../../../src/commands/evaluation/figures.ts';
import {
  calibrationError,
  categoryReliability,
  intentReliability,
} from '../../../src/commands/evaluation/reliability.ts';
import { type Understanding, understand } from '../../../src/dialogue/understanding/understand.ts';

test('confidence that is right as often as it says has no error', () => {
  const nineOfTen = Array.from({ length: 10 }, (_, n) => anAnswer({ confidence: 0.9, isRight: n > 0 }));

  const bins = intentReliability(nineOfTen);

  expect(bins).toHaveLength(1);
  expect(calibrationError(bins)).toBeCloseTo(0);
});

test('certainty that is wrong every time is off by one', () => {
  const bins = intentReliability([anAnswer({ confidence: 1, isRight: false })]);

  expect(bins).toMatchObject([{ from: 0.95, until: 1, answers: 1, right: 0 }]);
  expect(calibrationError(bins)).toBe(1);
});

test('the category is judged only where an issue was asked and understood', () => {
  expect(categoryReliability([anAnswer({ confidence: 0.9, isRight: true })])).toEqual([]);
});

test('nothing answered is nothing wrong', () => {
  expect(calibrationError(intentReliability([]))).toBe(0);
});

test('the pair that is mixed up most often comes first', () => {
  const wrong = anAnswer({ confidence: 0.9, isRight: false });

  expect(confusionsOf([wrong, anAnswer({ confidence: 0.9, isRight: true }), wrong])).toEqual([
    { wanted: 'smalltalk', got: 'complaint_officer', times: 2 },
  ]);
});

test('accusations are counted as made, heard and imagined', () => {
  const imagined = anAnswer({ confidence: 0.9, isRight: false });

  expect(accusationsHeard([imagined])).toEqual({ made: 0, heard: 0, imagined: 1 });
});

test('a question without a text is refused', () => {
  expect(() => questionsIn('{"id":"1"}')).toThrow();
});

function anAnswer({ confidence, isRight }: { confidence: number; isRight: boolean }): Answered {
  const understood: Understanding = {
    ...understand('xin chào'),
    intent: { value: isRight ? 'smalltalk' : 'complaint_officer', confidence, alternatives: [] },
  };
  return {
    expected: {
      id: '1',
      text: 'xin chào',
      intent: 'smalltalk',
      category: null,
      entities: {},
      style: 'standard',
      article: null,
      part: null,
    },
    lookedUp: null,
    understood,
    milliseconds: 1,
  };
}
