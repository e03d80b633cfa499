import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { verifyLedgers } from '../desk/audit/verify-ledgers.ts';
import { breakInWords } from '../rules/audit/breaks.ts';
import { checkBackup, sizeOfBackup } from '../store/backup/check-backup.ts';
import { openServer } from '../store/backup/open-server.ts';
import { restoreBackup } from '../store/backup/restore-backup.ts';
import { openDatabase } from '../store/database.ts';
import { readRootFiles } from '../store/root-files.ts';
import { inWords } from './backup/in-words.ts';
import { interruptible } from './backup/interruptible.ts';
import { openProgress } from './backup/progress.ts';

/** Brings a backup into an installation that nobody has used yet, and verifies its ledgers. */
export async function restore(directory: string): Promise<void> {
  const config = readConfig(process.env);
  const auditDirectory = join(config.dataDirectory, 'audit');
  const progress = openProgress();
  const check = interruptible();
  const watch = (bytes: number) => {
    check();
    progress.add(bytes);
  };
  try {
    // Everything is read twice: looked at first, then brought in.
    progress.start(2 * (await sizeOfBackup(directory)));
    const checked = await checkBackup(directory, watch);
    const server = await openServer({ ...config, say: (sentence) => console.error(sentence) });
    try {
      const places = { filesDirectory: config.filesDirectory, auditDirectory };
      const restored = await restoreBackup(server.url, places, checked, watch);
      progress.stop();
      const number = (amount: number) => amount.toLocaleString('vi-VN');
      const newer = restored.migrations > 0 ? `, nâng cấp lên phiên bản này (${restored.migrations} bước)` : '';
      console.log(
        `Đã khôi phục ${number(restored.rows)} dòng của ${restored.tables} bảng, ${number(restored.files)} tệp, ${number(restored.pendingJobs)} việc đang chờ${newer}.`,
      );
      await reportLedgers(server.url, auditDirectory);
      console.log(
        `Tin nhắn đang chờ gửi lúc sao lưu (${moment(checked.manifest.madeAt, config.timeZone)}) sẽ được gửi khi khởi động. Hãy tắt hẳn máy cũ trước đó, và đặt lại các cài đặt trong tệp .env.`,
      );
    } finally {
      await server.stop();
    }
  } catch (fault) {
    throw inWords(fault);
  } finally {
    progress.stop();
  }
}

async function reportLedgers(url: string, auditDirectory: string): Promise<void> {
  const database = openDatabase(url, { max: 1 });
  try {
    const files = await readRootFiles(auditDirectory).catch(() => []);
    const { rows, ledgers, breaks } = await verifyLedgers(database.db, files, () => undefined);
    const [first] = breaks;
    if (first === undefined) {
      console.log(
        `Sổ kiểm toán nguyên vẹn: ${rows.toLocaleString('vi-VN')} dòng trong ${ledgers.toLocaleString('vi-VN')} sổ, ${files.length} tệp gốc.`,
      );
      return;
    }
    console.log(
      `SỔ KIỂM TOÁN TRONG BẢN SAO LƯU ĐÃ BỊ SỬA (${breaks.length} chỗ). Chỗ hỏng đầu tiên: ${breakInWords(first)}. Dữ liệu vẫn được khôi phục; chạy verify-audit để xem mọi chỗ.`,
    );
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}

function moment(instant: string, timeZone: string): string {
  return new Date(instant).toLocaleString('vi-VN', { timeZone, dateStyle: 'short', timeStyle: 'short' });
}
