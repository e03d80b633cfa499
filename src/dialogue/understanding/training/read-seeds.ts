import { readFileSync } from 'node:fs';
import { type Label, labels } from '../classifier/labels.ts';
import type { Language } from '../language.ts';

/** A sentence written by hand, with `<slots>` for what changes. All its variants are one family. */
export type Seed = { label: Label; language: Language; text: string };

/** The seeds kept beside this file, in the order of the labels: one file a label, `# vi`, `# en` and `# ko` above their sentences. */
export function readSeeds(): readonly Seed[] {
  return labels.flatMap((label) =>
    seedsIn(readFileSync(new URL(`seeds/${label}.txt`, import.meta.url), 'utf8'), label),
  );
}

export function seedsIn(file: string, label: Label): readonly Seed[] {
  const seeds: Seed[] = [];
  let language: Language | null = null;
  for (const line of file.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const heading = /^# (vi|en|ko)$/.exec(line)?.[1];
    if (heading !== undefined) {
      language = heading === 'vi' || heading === 'en' ? heading : 'ko';
    } else if (language === null) {
      throw new Error(`The seeds for ${label} begin without a language: ${line}`);
    } else {
      seeds.push({ label, language, text: line });
    }
  }
  return seeds;
}
