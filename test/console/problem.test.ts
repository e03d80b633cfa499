import { expect, test } from 'vitest';
import { Problem, sentenceFor } from '../../src/console/data/problem.ts';
import { english } from '../../src/console/language/phrases.en.ts';
import { vietnamese } from '../../src/console/language/phrases.vi.ts';

test('an officer reads a refusal in their own language, and as it is where the server said it in one', () => {
  const refused = (detail: string | null) => new Problem(422, 'refused', detail);
  const inBoth = refused('Tệp quá lớn (tối đa 10 MB). (The file is too large.)');
  const inOne = refused('Chưa chọn được người xử lý (đang nghỉ).');

  const said = [inBoth, inOne, refused(null), new TypeError('fetch failed')].map((error) => [
    sentenceFor(error, vietnamese),
    sentenceFor(error, english),
  ]);

  expect(said).toEqual([
    ['Tệp quá lớn (tối đa 10 MB).', 'The file is too large.'],
    ['Chưa chọn được người xử lý (đang nghỉ).', 'Chưa chọn được người xử lý (đang nghỉ).'],
    [vietnamese.unexpected, english.unexpected],
    [vietnamese.noConnection, english.noConnection],
  ]);
});
