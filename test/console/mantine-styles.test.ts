import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const library = join(root, 'node_modules/@mantine/core');
const components = join(library, 'esm/components');
const importing = /import \{([^}]*)\} from ['"]@mantine\/core['"]/gu;

test('every component that the console uses has its styles, in the order of the library', async () => {
  const listed = [
    ...(await readFile(join(root, 'src/console/mantine-styles.ts'), 'utf8')).matchAll(/styles\/([A-Z]\w*)\.css/gu),
  ].map(([, name = '']) => name);
  const whole = await readFile(join(library, 'styles.css'), 'utf8');

  const used = await usedComponents();
  const needed = await styledBy(used);

  expect(used).toContain('Button');
  expect(listed.toSorted()).toEqual([...needed].toSorted());
  const places = await Promise.all(listed.map(async (name) => whole.indexOf(await firstClass(name))));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

/** Also what the parts of the library that stand beside its core draw with. */
async function usedComponents(): Promise<string[]> {
  const files = await Array.fromAsync(
    glob(['src/console/**/*.tsx', 'node_modules/@mantine/{charts,notifications,spotlight}/esm/**/*.mjs'], {
      cwd: root,
    }),
  );
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  const names = texts.flatMap((text) => [...text.matchAll(importing)]).flatMap(([, list = '']) => list.split(','));
  return [...new Set(names.map((name) => name.trim()))].filter((name) => existsSync(fileOf(name)));
}

/** The style sheets of these components and of all that they are made of. */
async function styledBy(names: readonly string[]): Promise<Set<string>> {
  const styles = new Set<string>();
  const seen = new Set<string>();
  const waiting = names.map(fileOf);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    for (const [, path = ''] of (await readFile(file, 'utf8')).matchAll(/from ["'](\.[^"']+)["']/gu)) {
      const style = /\/(\w+)\.module\.mjs$/u.exec(path)?.[1];
      if (style !== undefined) styles.add(style);
      else waiting.push(join(dirname(file), path));
    }
  }
  return styles;
}

async function firstClass(name: string): Promise<string> {
  const text = await readFile(join(library, `styles/${name}.css`), 'utf8');
  return /\.m_[0-9a-f]+/u.exec(text)?.[0] ?? name;
}

function fileOf(name: string): string {
  return join(components, name, `${name}.mjs`);
}
