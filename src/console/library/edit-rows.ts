import type { DraftRow } from './data.ts';

/** Corrections of a draft's rows, each a new list. Words only move: none is lost but by `removeRow`. */

const levels: readonly DraftRow['level'][] = ['article', 'clause', 'point'];
const letters = [...'abcdđeghiklmnopqrstuvxy'];

export function changeRow(rows: readonly DraftRow[], index: number, change: Partial<DraftRow>): readonly DraftRow[] {
  return rows.map((row, at) => (at === index ? { ...row, ...change } : row));
}

/** What stands behind `at` in the row's text becomes the next row, of the same height and with the next number. */
export function splitRow(rows: readonly DraftRow[], index: number, at: number): readonly DraftRow[] {
  const row = rows[index];
  if (row === undefined) return rows;
  const next = { ...row, heading: '', chapter: null, number: followingNumber(row), text: row.text.slice(at).trim() };
  return [...rows.slice(0, index), { ...row, text: row.text.slice(0, at).trim() }, next, ...rows.slice(index + 1)];
}

/** The row's words become the last lines of the row above; what hung on it hangs on that one. */
export function joinRow(rows: readonly DraftRow[], index: number): readonly DraftRow[] {
  const [above, row] = [rows[index - 1], rows[index]];
  if (above === undefined || row === undefined) return rows;
  const words = [row.chapter ?? '', row.heading, row.text].filter((piece) => piece !== '');
  const joined = { ...above, text: [above.text, ...words].filter((piece) => piece !== '').join('\n') };
  return [...rows.slice(0, index - 1), joined, ...rows.slice(index + 1)];
}

/** One height up or down. The first line of what becomes an article is its heading, and the other way round. */
export function moveRow(rows: readonly DraftRow[], index: number, by: 1 | -1): readonly DraftRow[] {
  const row = rows[index];
  if (row === undefined) return rows;
  const level = levels[levels.indexOf(row.level) + by];
  if (level === undefined || (index === 0 && level !== 'article')) return rows;
  const [first = '', ...others] = row.text.split('\n');
  const moved: DraftRow =
    level === 'article'
      ? { ...row, level, heading: first, text: others.join('\n') }
      : {
          ...row,
          level,
          heading: '',
          chapter: null,
          text: [row.chapter ?? '', row.heading, row.text].filter((piece) => piece !== '').join('\n'),
        };
  return changeRow(rows, index, { ...moved, number: numberAfter(rows, index, level) });
}

/** Counts the rows of the same height on from this one, as far as they stand in the same part. */
export function renumberFrom(rows: readonly DraftRow[], index: number): readonly DraftRow[] {
  const first = rows[index];
  if (first === undefined) return rows;
  const renumbered = [...rows];
  let before = first;
  for (let at = index + 1; at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined || levels.indexOf(row.level) < levels.indexOf(first.level)) break;
    if (row.level !== first.level) continue;
    before = { ...row, number: followingNumber(before) };
    renumbered[at] = before;
  }
  return renumbered;
}

export function removeRow(rows: readonly DraftRow[], index: number): readonly DraftRow[] {
  return rows.filter((_, at) => at !== index);
}

/** A leftover becomes the last line of a row. */
export function placeIn(rows: readonly DraftRow[], index: number, text: string): readonly DraftRow[] {
  const row = rows[index];
  return row === undefined ? rows : changeRow(rows, index, { text: row.text === '' ? text : `${row.text}\n${text}` });
}

function numberAfter(rows: readonly DraftRow[], index: number, level: DraftRow['level']): string {
  for (let at = index - 1; at >= 0; at -= 1) {
    const row = rows[at];
    if (row === undefined || levels.indexOf(row.level) < levels.indexOf(level)) break;
    if (row.level === level) return followingNumber(row);
  }
  return level === 'point' ? 'a' : '1';
}

function followingNumber({ level, number }: DraftRow): string {
  if (level === 'point') return letters[letters.indexOf(number) + 1] ?? '';
  const count = Number.parseInt(number, 10);
  return Number.isNaN(count) ? '' : String(count + 1);
}
