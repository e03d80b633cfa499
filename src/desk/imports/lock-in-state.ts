import { Conflict, NotFound } from '../../errors.ts';
import type { ImportState } from '../../rules/imports/import-file.ts';
import type { Tx } from '../../store/database.ts';
import { type ImportFileRow, lockImportFile } from '../../store/import-files.ts';

const sentences: Record<ImportState, string> = {
  reading: 'Tệp đang được đọc. Anh/chị vui lòng chờ giây lát.',
  read: 'Tệp chưa được nhập.',
  refused: 'Tệp này không đọc được nên không nhập được.',
  importing: 'Tệp đang được nhập.',
  imported: 'Tệp này đã nhập xong.',
  stopped: 'Lần nhập này đã dừng giữa chừng.',
  discarded: 'Tệp này đã bỏ.',
};

/** The file, locked. Refuses one that somebody else has brought further meanwhile. */
export async function lockInState(tx: Tx, id: number, allowed: readonly ImportState[]): Promise<ImportFileRow> {
  const row = await lockImportFile(tx, id);
  if (row === null) throw new NotFound('tệp nhập');
  if (!allowed.includes(row.state)) throw new Conflict('importElsewhere', sentences[row.state]);
  if (row.path === null) throw new Conflict('fileGone', 'Tệp đã hết thời hạn lưu. Anh/chị vui lòng tải lên lại.');
  return row;
}
