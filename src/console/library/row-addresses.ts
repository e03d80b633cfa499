import type { DraftRow } from './data.ts';

/** The address of each row as it would be printed: `PL01 Điều 4 khoản 2 điểm a`. */
export function addressesOf(code: string, rows: readonly DraftRow[]): readonly string[] {
  let article = '';
  let clause = '';
  return rows.map(({ level, number }) => {
    if (level === 'article') {
      article = ` Điều ${number}`;
      clause = '';
    }
    if (level === 'clause') clause = ` khoản ${number}`;
    return `${code}${article}${clause}${level === 'point' ? ` điểm ${number}` : ''}`;
  });
}
