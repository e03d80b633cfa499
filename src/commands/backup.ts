import { join, resolve } from 'node:path';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { makeBackup } from '../store/backup/make-backup.ts';
import { openServer, requireServer } from '../store/backup/open-server.ts';
import { openDatabase } from '../store/database.ts';
import { inWords } from './backup/in-words.ts';
import { interruptible } from './backup/interruptible.ts';
import { openProgress } from './backup/progress.ts';

/** Writes all rows and files of this installation to a new directory, while the desk runs or not. */
export async function backup(directory: string): Promise<void> {
  const config = readConfig(process.env);
  await requireServer(config);
  const server = await openServer({ ...config, say: (sentence) => console.error(sentence) });
  const database = openDatabase(server.url, { max: 1 });
  const progress = openProgress();
  const check = interruptible();
  try {
    const places = { filesDirectory: config.filesDirectory, auditDirectory: join(config.dataDirectory, 'audit') };
    const made = await makeBackup(database.db, places, directory, {
      at: systemClock.now(),
      onSize: progress.start,
      watch(bytes) {
        check();
        progress.add(bytes);
      },
    });
    progress.stop();
    const number = (amount: number) => amount.toLocaleString('vi-VN');
    console.log(
      `Đã sao lưu vào ${resolve(directory)}: ${number(made.rows)} dòng của ${made.tables} bảng, ${number(made.files.count)} tệp (${megabytes(made.files.bytes)}), ${number(made.pendingJobs)} việc đang chờ.`,
    );
    if (made.missingFiles > 0)
      console.log(
        `Lưu ý: ${number(made.missingFiles)} tệp mà dữ liệu nhắc đến không còn trong ${config.filesDirectory}.`,
      );
    console.log(
      'Bản sao lưu chứa dữ liệu cá nhân và bí mật đăng nhập: hãy cất ở nơi chỉ người có trách nhiệm đọc được, tốt nhất là trên một máy khác. Các cài đặt trong tệp .env không nằm trong bản sao lưu, hãy giữ riêng.',
    );
  } catch (fault) {
    throw inWords(fault);
  } finally {
    progress.stop();
    await database.close();
    await server.stop();
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
}
