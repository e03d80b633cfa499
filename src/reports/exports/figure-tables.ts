import type { ClockKind } from '../../rules/case/words.ts';
import type { Kept } from '../../store/compliance-figures.ts';
import type { Compared, Compliance } from '../compliance/compliance.ts';
import type { RatingBreakdown } from '../ratings/breakdown.ts';
import type { ExportCell, ExportTable } from './table.ts';

const clocks: Record<ClockKind, string> = {
  acknowledge: 'Tiếp nhận',
  firstResponse: 'Phản hồi đầu',
  resolution: 'Giải quyết',
};

const kept = ['Đúng hạn', 'Trễ hạn', 'Tỷ lệ đúng hạn (%)', 'Kỳ trước: đúng hạn', 'Kỳ trước: trễ hạn'];

/** The promises of a period, a sheet for each way they are put together. */
export function complianceTables({ from, to, compared, ...parts }: Compliance): ExportTable[] {
  return [
    {
      name: 'Theo thời hạn',
      headings: ['Loại thời hạn', ...kept, 'Từ ngày', 'Đến ngày', 'So với từ ngày', 'So với đến ngày'],
      rows: [
        ...parts.byClock.map((row) => [clocks[row.clock], ...figuresOf(row)]),
        ['Tất cả', ...figuresOf(parts.total)],
      ].map((row) => [...row, from, to, compared.from, compared.to]),
    },
    {
      name: 'Theo đơn vị',
      headings: ['Đơn vị', ...kept],
      rows: parts.byUnit.map((row) => [row.name, ...figuresOf(row)]),
    },
    {
      name: 'Theo cán bộ',
      headings: ['Cán bộ', 'Đơn vị', ...kept],
      rows: parts.byOfficer.map((row) => [row.id === null ? 'Chưa giao' : row.name, row.unitName, ...figuresOf(row)]),
    },
    {
      name: 'Theo thỏa thuận',
      headings: ['Doanh nghiệp', 'Số thỏa thuận', ...kept],
      rows: parts.byAgreement.map((row) => [
        row.id === null ? 'Chưa xác định' : row.name,
        row.agreement,
        ...figuresOf(row),
      ]),
    },
    {
      name: 'Diễn biến',
      headings: ['Từ ngày', 'Đến ngày', 'Đúng hạn', 'Trễ hạn', 'Tỷ lệ đúng hạn (%)'],
      rows: parts.series.map((row) => [row.from, row.to, row.met, row.missed, percent(row)]),
    },
  ];
}

function figuresOf(row: Compared): ExportCell[] {
  return [row.met, row.missed, percent(row), row.before.met, row.before.missed];
}

function percent({ met, missed }: Kept): number | null {
  return met + missed === 0 ? null : Math.round((met / (met + missed)) * 1000) / 10;
}

/** The ratings by their parts, as the page shows them: figures only, never who rated. */
export function ratingsTable({ rows }: RatingBreakdown): ExportTable {
  const share = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 10);
  return {
    name: 'Đánh giá',
    headings: [
      ...['Tên', 'Số đánh giá', 'Số tờ khai', 'Tỷ lệ đánh giá (%)', 'Tỷ lệ mức 4 và 5 (%)', 'Sau hiệu chỉnh (%)'],
      ...['Điểm trung bình', 'Mức 1', 'Mức 2', 'Mức 3', 'Mức 4', 'Mức 5'],
    ],
    rows: rows.map((row) => [
      ...[row.name, row.ratings, row.declarations, share(row.responseRate), share(row.satisfiedShare)],
      ...[share(row.shrunkShare), row.mean === null ? null : Math.round(row.mean * 100) / 100, ...row.distribution],
    ]),
  };
}
