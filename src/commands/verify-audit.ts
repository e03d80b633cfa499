import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { type Verification, verifyLedgers } from '../desk/audit/verify-ledgers.ts';
import { breakInWords } from '../rules/audit/breaks.ts';
import type { Db } from '../store/database.ts';
import { appendLedger } from '../store/ledger.ts';
import { openStore } from '../store/open-store.ts';
import { type RootFile, readRootFiles } from '../store/root-files.ts';

const mostShown = 20;

/**
 * Verifies every ledger against its chain, its head, the daily roots and the files of roots in `--roots` (or those in
 * the data directory). Ends with code 1 when anything was changed, and names the first broken row.
 */
export async function verifyAudit({ roots }: { roots?: string }): Promise<void> {
  const config = readConfig(process.env);
  const files = await rootFiles(roots, join(config.dataDirectory, 'audit'));
  const store = await openStore({ ...config, connections: 2, say: (sentence) => console.error(sentence) });
  try {
    const { db } = store.database;
    const startedAt = performance.now();
    const verification = await verifyLedgers(db, files, progress());
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    for (const line of reportOf(verification, seconds)) console.log(line);
    await remember(db, verification);
    if (verification.breaks.length > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

async function rootFiles(given: string | undefined, usual: string): Promise<RootFile[]> {
  try {
    return await readRootFiles(given ?? usual);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault;
    if (given !== undefined) throw new Error(`Không có thư mục ${given}.`, { cause: fault });
    return [];
  }
}

function progress(): (done: number, all: number) => void {
  let shown = 0;
  return (done, all) => {
    const tenth = all === 0 ? 10 : Math.floor((done * 10) / all);
    if (tenth === shown || all < 50_000) return;
    shown = tenth;
    console.error(`Đã kiểm tra ${done.toLocaleString('vi-VN')} / ${all.toLocaleString('vi-VN')} dòng …`);
  };
}

function reportOf({ rows, ledgers, roots, files, latestRoot, breaks }: Verification, seconds: string): string[] {
  const [first] = breaks;
  const size = `${rows.toLocaleString('vi-VN')} dòng trong ${ledgers.toLocaleString('vi-VN')} sổ, ${roots} gốc hằng ngày, ${files} tệp gốc (${seconds} giây)`;
  const root = latestRoot === null ? 'Chưa có gốc nào.' : `Gốc mới nhất: ${latestRoot.date}  ${latestRoot.hash}`;
  if (first === undefined) return [`Sổ kiểm toán nguyên vẹn: ${size}.`, root];
  const more = breaks.length > mostShown ? [`… và ${breaks.length - mostShown} chỗ khác.`] : [];
  return [
    `SỔ KIỂM TOÁN ĐÃ BỊ SỬA. Chỗ hỏng đầu tiên: ${breakInWords(first)}.`,
    ...breaks.slice(1, mostShown).map((each) => `  ${breakInWords(each)}`),
    ...more,
    `Đã kiểm tra ${size}.`,
    root,
  ];
}

/** The console shows when the ledgers were last verified and what was found. */
async function remember(db: Db, { rows, ledgers, roots, files, breaks }: Verification): Promise<void> {
  const detail = { rows, ledgers, roots, files, breaks: breaks.length };
  try {
    await db.transaction((tx) =>
      appendLedger(
        tx,
        'audit',
        [{ type: 'verified', detail }],
        { kind: 'schedule', name: 'verify-audit' },
        systemClock.now(),
      ),
    );
  } catch (fault) {
    // A copy that can only be read, or a ledger too broken to go on: the report above is what matters.
    console.error(`Không ghi lại được lần kiểm tra này: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
