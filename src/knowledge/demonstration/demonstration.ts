import { readFile } from 'node:fs/promises';
import type { AppendixDocument } from '../document.ts';
import { judgeDescription } from '../import/description.ts';
import { type ReadSource, readSource } from '../import/read-source.ts';

/** The ten texts that ship with the product: written for demonstration, never signed, each saying so of itself. */
export const demonstrationCodes = [
  'PL01',
  'PL02',
  'PL03',
  'PL04',
  'PL05',
  'PL06',
  'PL07',
  'PL08',
  'PL09',
  'PL10',
] as const;

export interface DemonstrationText {
  document: AppendixDocument;
  sourceName: string;
  source: ReadSource;
  bytes: Buffer;
}

/** The shipped texts, each wholly understood: a leftover in one of them is a fault of ours. */
export async function demonstrationTexts(): Promise<readonly DemonstrationText[]> {
  return Promise.all(
    demonstrationCodes.map(async (code) => {
      const sourceName = `${code}.md`;
      const bytes = await readFile(new URL(sourceName, import.meta.url));
      const source = await readSource(bytes);
      const { articles, preamble, leftovers, warnings, description: draft } = source;
      const { description, problems } = judgeDescription(draft);
      if (description === null || leftovers.length > 0 || warnings.length > 0)
        throw new Error(
          `${sourceName} is not understood: ${[...problems, ...warnings, ...leftovers.map(({ text }) => text)].join(' ')}`,
        );
      return { document: { ...description, preamble, articles }, source, sourceName, bytes };
    }),
  );
}
