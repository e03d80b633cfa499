import { writeFile } from 'node:fs/promises';
import { readConfig } from '../config.ts';
import { openStore } from '../store/open-store.ts';
import { allCorrections } from '../store/understanding-corrections.ts';

type Corrections = Awaited<ReturnType<typeof allCorrections>>;

/** Writes what people put right as seeds: a block for each label, in each the languages as the files of seeds have them. */
export async function exportCorrections(file: string): Promise<void> {
  const config = readConfig(process.env);
  const store = await openStore({ ...config, connections: 2, say: (sentence) => console.error(sentence) });
  try {
    const corrections = await allCorrections(store.database.db);
    await writeFile(file, asSeeds(corrections));
    console.log(
      `Đã ghi ${corrections.length} câu người dùng đã sửa vào ${file}. Đọc lại từng câu trước khi đưa vào thư mục seeds.`,
    );
  } finally {
    await store.close();
  }
}

/** The candidates as text. Somebody reads them before they are moved below `seeds/`; the same words stand there once. */
export function asSeeds(corrections: Corrections): string {
  // An intent that is an issue says nothing of its category, so it has no file of seeds to go to.
  const named = corrections.filter(({ chosen }) => chosen !== 'raise_issue');
  const blocks = [...Map.groupBy(named, ({ chosen }) => chosen)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return blocks.map(([label, own]) => `## ${label}\n${byLanguage(own)}`).join('\n');
}

function byLanguage(corrections: Corrections): string {
  return (['vi', 'en', 'ko'] as const)
    .map((language) => corrections.filter((each) => each.language === language).map(({ text }) => text))
    .map((texts, at) => (texts.length === 0 ? '' : `# ${['vi', 'en', 'ko'][at]}\n${[...new Set(texts)].join('\n')}\n`))
    .join('');
}
