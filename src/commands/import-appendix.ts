import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { act, type Desk } from '../desk/act.ts';
import { proposeVersion } from '../desk/library/propose-version.ts';
import { publishFirstVersion } from '../desk/library/publish-version.ts';
import { openRuleBook } from '../desk/rule-book.ts';
import { openPhrasing } from '../dialogue/notices.ts';
import { DeskError } from '../errors.ts';
import { printAddress } from '../knowledge/address.ts';
import { partsOf } from '../knowledge/document.ts';
import type { DescriptionDraft } from '../knowledge/import/description.ts';
import { type Doubt, doubtsOf } from '../knowledge/import/doubts.ts';
import { guessDescription } from '../knowledge/import/guess.ts';
import { type ReadSource, readSource } from '../knowledge/import/read-source.ts';
import { openAnnouncements } from '../store/announcements.ts';
import { openStore } from '../store/open-store.ts';

export interface AppendixOptions {
  dryRun?: true;
  publish?: true;
  code?: string;
  title?: string;
  /** The name of the version. */
  label?: string;
  from?: string;
  signed?: true;
}

/**
 * Reads an appendix and keeps it as a draft; says what was understood and what was not. `publish` puts it in force where
 * nothing of that appendix is published yet; later versions need a second person, in the console.
 */
export async function importAppendix(path: string, options: AppendixOptions): Promise<void> {
  const bytes = await readFile(path);
  const source = await readSource(bytes);
  const description: DescriptionDraft = { ...guessDescription(source), ...source.description, ...saidIn(options) };
  const code = typeof description.code === 'string' ? description.code : '';
  for (const line of reportOf(code, source)) console.log(line);
  if (options.dryRun === true) return;

  const config = readConfig(process.env);
  const store = await openStore({ ...config, connections: 3, say: (sentence) => console.error(sentence) });
  try {
    const announcements = await openAnnouncements(store.database.sql);
    const desk: Desk = {
      database: store.database,
      clock: systemClock,
      announcements,
      phrasing: openPhrasing(config.timeZone),
      jobs: { send: async () => undefined },
      ruleBook: openRuleBook(config.timeZone),
      zone: config.timeZone,
    };
    const by = { kind: 'schedule', name: 'import' } as const;
    const sourceSha256 = createHash('sha256').update(bytes).digest('hex');
    try {
      const draft = await act(desk, by, (current) =>
        proposeVersion(current, { source, sourceName: basename(path), sourceSha256, description, note: null }),
      );
      console.log(`Đã lưu bản thảo ${draft.code}, có hiệu lực từ ${draft.validFrom}.`);
      if (options.publish !== true) return;
      // The draft stays when it cannot be published.
      await act(desk, by, (current) => publishFirstVersion(current, draft.id));
      console.log(`Đã ban hành ${draft.code}.`);
    } catch (error) {
      if (error instanceof DeskError) throw new Error(error.message, { cause: error });
      throw error;
    } finally {
      await announcements.close();
    }
  } finally {
    await store.close();
  }
}

function saidIn({ code, title, label, from, signed }: AppendixOptions): DescriptionDraft {
  return {
    ...(code === undefined ? {} : { code }),
    ...(title === undefined ? {} : { title }),
    ...(label === undefined ? {} : { version: label }),
    ...(from === undefined ? {} : { effectiveFrom: from }),
    ...(signed === undefined ? {} : { status: 'signed' }),
  };
}

const doubtful: Record<Doubt['because'], string> = {
  repeatedNumber: 'số lặp lại',
  missingNumber: 'thiếu số phía trước',
  noNumber: 'không có số',
  empty: 'không có nội dung',
  wrongOrder: 'sai thứ tự',
};

function reportOf(code: string, { articles, leftovers, warnings }: ReadSource): string[] {
  const parts = partsOf({ code, articles });
  const count = (level: string) => parts.filter((part) => part.level === level).length;
  return [
    `Nhận ra ${count('article')} điều, ${count('clause')} khoản, ${count('point')} điểm.`,
    ...articles.map(
      ({ number, heading }) => `  ${printAddress({ code, article: number, clause: null, point: null })}. ${heading}`,
    ),
    ...warnings.map((warning) => `Lưu ý: ${warning}`),
    ...doubtsOf(code, articles).map(({ address, because }) => `Cần xem: ${address} – ${doubtful[because]}.`),
    ...leftovers.map(({ line, text }) => `Chưa xếp được (dòng ${line}): ${text}`),
  ];
}
