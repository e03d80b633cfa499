import type { CaseKind } from '../../rules/case/words.ts';
import type { ViewedPart } from '../../rules/visibility/case-view.ts';
import type { ExportTable } from './table.ts';

const kinds: Record<CaseKind, string> = {
  issue: 'Vướng mắc',
  question: 'Câu hỏi',
  report: 'Phản ánh',
  verification: 'Xác minh đánh giá',
};

const parts: Record<ViewedPart, string> = {
  detail: 'Mở vụ việc',
  file: 'Mở tệp',
  export: 'Xuất danh sách',
};

export interface ViewLine {
  at: Date;
  part: ViewedPart;
  reference: string;
  kind: CaseKind;
  officer: { name: string; title: string } | null;
  unitName: string | null;
  keyName: string | null;
}

/** Who looked at which case. */
export function viewTable(lines: readonly ViewLine[]): ExportTable {
  return {
    name: 'Ai đã xem',
    headings: ['Lúc', 'Mã vụ việc', 'Loại', 'Đã xem', 'Người xem', 'Chức danh', 'Đơn vị', 'Từ đâu'],
    rows: lines.map(({ at, reference, kind, part, officer, unitName, keyName }) => [
      ...[at, reference, kinds[kind], parts[part]],
      ...[officer?.name ?? null, officer?.title ?? null, unitName],
      keyName === null ? 'Trang làm việc' : `Khóa API ${keyName}`,
    ]),
  };
}
