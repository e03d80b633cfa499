import { writeFile } from 'node:fs/promises';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { openers } from '../desk/imports/named-imports.ts';
import type { ImportCounts, OpenImport } from '../desk/imports/open-import.ts';
import { beginRejectedReport } from '../desk/imports/rejected-report.ts';
import { openRuleBook } from '../desk/rule-book.ts';
import { openPhrasing } from '../dialogue/notices.ts';
import type { Noun } from '../import/nouns/form.ts';
import { nouns } from '../import/nouns/nouns.ts';
import type { RejectedRow } from '../import/read-table.ts';
import { reasonIn } from '../import/rejected-file.ts';
import { textTemplate } from '../import/templates/text-template.ts';
import { workbookTemplate } from '../import/templates/workbook-template.ts';
import { openAnnouncements } from '../store/announcements.ts';
import { openStore } from '../store/open-store.ts';
import { progressBar } from './import/progress-bar.ts';

interface Options {
  dryRun?: true;
  rejected?: string;
  template?: string;
}

const mostShown = 10;

/** Takes a file of what the registry or the organisation consists of; or writes a file to fill in. */
export async function importFile(name: string, path: string | undefined, options: Options): Promise<void> {
  if (!isNoun(name)) throw new Error(`Chọn một trong: ${Object.keys(nouns).join(', ')}.`);
  if (options.template !== undefined) return writeTemplate(nouns[name], options.template);
  if (path === undefined) throw new Error('Hãy nêu tệp cần nhập, hoặc --template TỆP để lấy tệp mẫu.');

  const config = readConfig(process.env);
  const store = await openStore({ ...config, connections: 3, say: (sentence) => console.error(sentence) });
  try {
    const announcements = await openAnnouncements(store.database.sql);
    const parts = {
      db: store.database.db,
      clock: systemClock,
      zone: config.timeZone,
      phrasing: openPhrasing(config.timeZone),
      ruleBook: openRuleBook(config.timeZone),
      // No list brings anything that is done later by a job.
      jobs: { send: async () => undefined },
      by: { kind: 'schedule', name: 'import' } as const,
      announce: announcements.announce,
    };
    const file = { path, isDryRun: options.dryRun === true };
    try {
      const opened = await openers[name](parts, file);
      await report(opened, file.isDryRun, options.rejected ?? null).finally(() => opened[Symbol.asyncDispose]());
    } finally {
      await announcements.close();
    }
  } finally {
    await store.close();
  }
}

function isNoun(name: string): name is keyof typeof nouns {
  return Object.hasOwn(nouns, name);
}

async function report(opened: OpenImport, isDryRun: boolean, rejectedPath: string | null): Promise<void> {
  if (opened.ignored.length > 0) console.log(`Các cột không dùng đến: ${opened.ignored.join(', ')}.`);
  const bar = progressBar(opened.totalBytes);
  const shown: RejectedRow[] = [];
  const report = rejectedPath === null ? null : beginRejectedReport(opened.headers, rejectedPath);
  const counts = await opened
    .run(async ({ rejected: rows, counts, bytesRead }) => {
      bar.update(Math.min(bytesRead, bar.getTotal()), { rows: counts.read.toLocaleString('vi-VN') });
      shown.push(...rows.slice(0, mostShown - shown.length));
      await report?.write(rows);
    })
    .finally(() => report?.end())
    .finally(() => bar.stop());
  for (const line of linesOf(counts, isDryRun, shown, rejectedPath)) console.log(line);
}

function linesOf(
  { read, added, changed, unchanged, rejected, duplicates }: ImportCounts,
  isDryRun: boolean,
  shown: readonly RejectedRow[],
  rejectedPath: string | null,
): string[] {
  const number = (amount: number) => amount.toLocaleString('vi-VN');
  const what = isDryRun ? 'Chạy thử, chưa ghi gì. Nếu nhập thật' : 'Đã nhập';
  const more = rejected > shown.length ? [`  … và ${number(rejected - shown.length)} dòng khác.`] : [];
  const where =
    rejectedPath === null ? 'Thêm --rejected TỆP để lấy tệp các dòng này.' : `Các dòng này nằm trong ${rejectedPath}.`;
  return [
    `${what}: ${number(read)} dòng đọc được, ${number(added)} thêm mới, ${number(changed)} thay đổi, ${number(unchanged)} không đổi, ${number(duplicates)} lặp lại trong tệp, ${number(rejected)} bị loại.`,
    ...shown.map(({ line, problems }) => `  Dòng ${line}: ${reasonIn(problems)}`),
    ...more,
    ...(rejected > 0 ? [where] : []),
  ];
}

/** A workbook, or text where the name ends with .csv. */
async function writeTemplate(noun: Noun<unknown>, path: string): Promise<void> {
  const [form] = noun.forms;
  const isText = path.toLowerCase().endsWith('.csv') && form !== undefined;
  await writeFile(path, isText ? textTemplate(form) : await workbookTemplate(noun));
  console.log(`Đã ghi tệp mẫu ${path}.`);
}
