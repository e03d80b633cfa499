import { expect, test } from 'vitest';
import { consultationWindow, consultationWindowChangesAt } from '../src/window.ts';
import { after, day, hour, noon } from './support/clock.ts';

test.each([
  ['free at once', 0, 'free'],
  ['free until 48 hours have passed', 48 * hour - 1, 'free'],
  ['charged from 48 hours on', 48 * hour, 'charged'],
  ['charged until seven days have passed', 7 * day - 1, 'charged'],
  ['closed from seven days on', 7 * day, 'closed'],
])('after an interaction the window is %s', (_, elapsed, window) => {
  expect(consultationWindow(noon, after(noon, elapsed))).toBe(window);
});

test('nobody who never interacted can be written to', () => {
  expect(consultationWindow(undefined, noon)).toBe('closed');
});

test.each([
  ['is free for 48 hours', 0, 48 * hour],
  ['still changes at the 48th hour a moment before it', 48 * hour - 1, 48 * hour],
  ['is charged until the seventh day', 48 * hour, 7 * 24 * hour],
])('the window %s', (_, elapsed, changes) => {
  expect(consultationWindowChangesAt(noon, after(noon, elapsed))).toEqual(after(noon, changes));
});

test('a closed window opens by no time that passes', () => {
  expect(consultationWindowChangesAt(noon, after(noon, 7 * 24 * hour))).toBeUndefined();
  expect(consultationWindowChangesAt(undefined, noon)).toBeUndefined();
});
