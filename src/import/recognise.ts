import type { ChosenColumns, Recognition } from '../rules/imports/recognition.ts';
import type { Cell } from './cells/cell.ts';
import { wholeText } from './cells/shown.ts';
import { tidy } from './cells/text.ts';
import { withChosenColumns } from './chosen-columns.ts';
import { type Matched, matchHeaders, rowsLooked } from './headers.ts';
import type { Limits } from './limits.ts';
import type { Form, Noun } from './nouns/form.ts';
import { openTable } from './open-table.ts';
import type { Table, TableRow } from './table.ts';

const mostSamples = 3;

/**
 * Reads the first rows of a file and says which column is read from which header. Where a required column is missing, what
 * there is comes back with that column empty; throws a `DeskError` only where no row could be one of headers.
 */
export async function recognise<Row>(
  path: string,
  noun: Noun<Row>,
  { chosen, limits }: { chosen: ChosenColumns | null; limits: Partial<Limits> },
): Promise<Recognition> {
  const table = await openTable(path, { limits });
  try {
    const rows = await firstRows(table);
    const found = match(chosen === null ? noun : withChosenColumns(noun, chosen), rows, table.epoch);
    const form = noun.forms.find(({ title }) => title === found.form.title) ?? found.form;
    const below = rows.filter(({ line }) => line > found.line).slice(0, mostSamples);
    const textAt = (cells: readonly Cell[], at: number) => wholeText(cells[at], table.epoch).trim();
    return {
      readAs: table.readAs(),
      form: form.title,
      headerLine: found.line,
      headers: found.headers.filter((header) => header !== ''),
      columns: Object.entries(form.columns).map(([name, { header: title, isRequired }]) => {
        const at = found.positions.get(name);
        const header = at === undefined ? null : (found.headers[at] ?? null);
        const samples = at === undefined ? [] : below.map(({ cells }) => textAt(cells, at));
        return { name, title, isRequired, header, samples };
      }),
      ignored: found.ignored,
    };
  } finally {
    await table[Symbol.asyncDispose]();
  }
}

async function firstRows(table: Table): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const block of table.blocks()) {
    rows.push(...block);
    if (rows.length >= rowsLooked + mostSamples) break;
  }
  return rows;
}

type Found<Row> = Pick<Matched<Row>, 'form' | 'line' | 'headers' | 'positions' | 'ignored'>;

/** The headers as the import would match them; else as much of them as can be matched; else the widest row, unmatched. */
function match<Row>(noun: Noun<Row>, rows: readonly TableRow[], epoch: 1900 | 1904): Found<Row> {
  try {
    return matchHeaders(noun, rows, epoch);
  } catch (fault) {
    const lenient = { ...noun, forms: noun.forms.map(withoutRequired) };
    try {
      return matchHeaders(lenient, rows, epoch);
    } catch {
      return widest(noun, rows, epoch) ?? refused(fault);
    }
  }
}

function withoutRequired<Row>(form: Form<Row>): Form<Row> {
  const columns = Object.entries(form.columns).map(([name, column]) => [name, { ...column, isRequired: false }]);
  return { ...form, columns: Object.fromEntries(columns) };
}

function widest<Row>({ forms: [form] }: Noun<Row>, rows: readonly TableRow[], epoch: 1900 | 1904): Found<Row> | null {
  const candidates = rows.slice(0, rowsLooked).map(({ line, cells }) => {
    const headers = cells.map((cell) => tidy(wholeText(cell, epoch)));
    return { line, headers, width: headers.filter((header) => header !== '').length };
  });
  const best = candidates.reduce<(typeof candidates)[number] | null>(
    (first, each) => (first === null || each.width > first.width ? each : first),
    null,
  );
  if (best === null || best.width < 2 || form === undefined) return null;
  const ignored = best.headers.filter((header) => header !== '');
  return { form, line: best.line, headers: best.headers, positions: new Map(), ignored };
}

function refused(fault: unknown): never {
  throw fault;
}
