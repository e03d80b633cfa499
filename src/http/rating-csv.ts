import type { Figures } from '../rules/rating/figures.ts';

const columns = [
  'Đơn vị',
  'Số đánh giá',
  'Số tờ khai',
  'Tỷ lệ đánh giá (%)',
  'Tỷ lệ mức 4 và 5 (%)',
  'Điểm trung bình',
  'Mức 1',
  'Mức 2',
  'Mức 3',
  'Mức 4',
  'Mức 5',
];

// Spreadsheets take a file without it for an old encoding.
const byteOrderMark = '\uFEFF';

/** Figures as a table that spreadsheets open: a row a name. */
export function ratingCsv(rows: readonly { name: string; figures: Omit<Figures, 'satisfied'> }[]): string {
  const lines = rows.map(({ name, figures }) =>
    [
      name,
      figures.ratings,
      figures.declarations ?? '',
      percent(figures.responseRate),
      percent(figures.satisfiedShare),
      figures.mean === null ? '' : figures.mean.toFixed(2),
      ...figures.distribution,
    ]
      .map(cell)
      .join(','),
  );
  return `${byteOrderMark}${[columns.map(cell).join(','), ...lines].join('\r\n')}\r\n`;
}

function percent(share: number | null): string {
  return share === null ? '' : (share * 100).toFixed(2);
}

function cell(value: string | number): string {
  const text = String(value);
  // What begins so would be taken for a formula.
  const safe = typeof value === 'string' && /^[=+\-@\t]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
