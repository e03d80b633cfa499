import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { counted } from '../../src/console/language/counted.ts';

const sources = join(import.meta.dirname, '..', '..', 'src', 'console');
const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;

// Names, what is typed as it is written in the texts, and the name of the other language in itself.
const allowed = ['Đồng Hành', 'Tiếng Việt', 'Sao Biển Co., Ltd.', 'pl6 đ4 k1'];

test('no Vietnamese is left in the English of the console', () => {
  const books = globSync('**/*.{ts,tsx}', { cwd: sources }).flatMap((file) =>
    englishOf(file, readFileSync(join(sources, file), 'utf8')).map((text) => ({ file, text })),
  );

  const left = books.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line) => {
      const rest = allowed.reduce((words, name) => words.replace(name, ''), line);
      return vietnamese.test(rest) ? [`${file}: ${line.trim()}`] : [];
    }),
  );

  expect(books.length).toBeGreaterThan(40);
  expect(left).toEqual([]);
});

test('English says one thing and several things differently', () => {
  const said = [0, 1, 2].map((count) => [counted(count, 'case'), counted(count, 'reply', 'replies')]);

  expect(said).toEqual([
    ['0 cases', '0 replies'],
    ['1 case', '1 reply'],
    ['2 cases', '2 replies'],
  ]);
});

function englishOf(file: string, text: string): string[] {
  if (file.endsWith('.en.ts')) return [text];
  return [...text.matchAll(/^(?:export )?const english\b[\s\S]*?^\};/gmu)].map(([book]) => book);
}
