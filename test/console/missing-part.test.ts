import { expect, test } from 'vitest';
import { isPartMissing } from '../../src/console/components/missing-part.ts';
import { Problem } from '../../src/console/data/problem.ts';

test('a part that went with an update is told from every other failure', () => {
  const missing = [
    'Failed to fetch dynamically imported module: http://localhost:3000/assets/wall-page-B2Sp.js',
    'error loading dynamically imported module: http://localhost:3000/assets/wall-page-B2Sp.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/wall-Dx1.css',
  ].map((words) => isPartMissing(new TypeError(words)));
  const others = [
    new TypeError('Failed to fetch'),
    new Problem(404, 'notFound', null),
    'dynamically imported module',
  ].map(isPartMissing);

  expect(missing).toEqual([true, true, true, true]);
  expect(others).toEqual([false, false, false]);
});
