/** What can be wrong with a ledger, a root or a file of one. Stable codes; the sentences are below. */
export type Problem =
  | 'contentChanged'
  | 'notFollowing'
  | 'rowMissing'
  | 'outOfOrder'
  | 'cutShort'
  | 'headDiffers'
  | 'beyondHead'
  | 'withoutCase'
  | 'caseMissing'
  | 'sealedRowMissing'
  | 'sealedRowChanged'
  | 'rootChanged'
  | 'rootNotFollowing'
  | 'rootMissing'
  | 'fileUnreadable'
  | 'fileChanged'
  | 'fileDiffers';

/** One place where what is stored contradicts what was written. */
export interface Break {
  /** `case/VM-2026-000123`, the name of a stream, `root/2026-11-22` or `file/root-2026-11-22.json`. */
  ledger: string;
  /** The row, where one can be named. */
  ordinal: number | null;
  problem: Problem;
}

/** The ledger of a case, by the number that people say. */
export function caseLedger(reference: string): string {
  return `case/${reference}`;
}

/** Names the place and what is wrong there, in Vietnamese. */
export function breakInWords({ ledger, ordinal, problem }: Break): string {
  const row = ordinal === null ? '' : `, dòng ${ordinal}`;
  return `${placeInWords(ledger)}${row}: ${problems[problem]}`;
}

/** The same for somebody who may know that there are matters about conduct, and not which. */
export function breakUnnamed({ problem }: Break): string {
  return `Sổ của một vụ việc về hành vi công vụ: ${problems[problem]}`;
}

function placeInWords(ledger: string): string {
  const [kind, name] = ledger.split('/');
  if (name === undefined) return `Sổ "${ledger}"`;
  if (kind === 'case') return `Sổ của vụ việc ${name}`;
  return kind === 'root' ? `Gốc ngày ${name}` : `Tệp ${name}`;
}

const problems: Record<Problem, string> = {
  contentChanged: 'nội dung đã bị sửa, không còn khớp với mã băm của dòng',
  notFollowing: 'không nối tiếp dòng đứng trước; dòng trước hoặc dòng này đã bị viết lại',
  rowMissing: 'dòng này đã bị xóa',
  outOfOrder: 'dòng đứng sai thứ tự hoặc bị lặp',
  cutShort: 'sổ bị cắt, từ dòng này trở đi không còn',
  headDiffers: 'dòng cuối không khớp với mã băm cuối sổ đã ghi riêng',
  beyondHead: 'dòng này nằm ngoài điểm cuối của sổ đã ghi riêng',
  withoutCase: 'dòng không thuộc vụ việc nào; vụ việc đã bị xóa',
  caseMissing: 'số này đã được cấp nhưng vụ việc không còn',
  sealedRowMissing: 'dòng đã được niêm phong trong gốc hằng ngày nhưng không còn',
  sealedRowChanged: 'dòng khác với dòng đã được niêm phong trong gốc hằng ngày; sổ đã bị viết lại',
  rootChanged: 'gốc không khớp với mã băm của chính nó',
  rootNotFollowing: 'gốc không nối tiếp gốc đứng trước; một gốc đã bị xóa hoặc viết lại',
  rootMissing: 'gốc đã được niêm phong nhưng không còn trong cơ sở dữ liệu',
  fileUnreadable: 'tệp gốc không đọc được',
  fileChanged: 'tệp gốc đã bị sửa, không khớp với mã băm của chính nó',
  fileDiffers: 'gốc trong cơ sở dữ liệu khác với tệp gốc đã xuất',
};
