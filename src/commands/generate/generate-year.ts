import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Form } from '../../import/nouns/form.ts';
import { nouns } from '../../import/nouns/nouns.ts';
import { agreementRows, associationRows } from './agreements.ts';
import { type Cells, writeCsv } from './csv-file.ts';
import { declarationRows } from './declarations.ts';
import { enterpriseRows, enterprisesOf } from './enterprises.ts';
import { officerRows, officersOf, unitRows } from './people.ts';

export interface YearOptions {
  seed: number;
  size: 'small' | 'full';
  /** Of the file that is being written. */
  onRows: (file: string, count: number, total: number) => void;
}

/** The sources' figures for the department, and a hundredth of them. */
const sizes = {
  full: { enterprises: 17_447, associations: 21, declarations: 1_770_000 },
  small: { enterprises: 175, associations: 3, declarations: 17_700 },
} as const;

/** The files of a generated year in the order in which they are imported. */
export const generatedFiles = [
  { noun: 'organisation', file: 'units.csv' },
  { noun: 'organisation', file: 'officers.csv' },
  { noun: 'enterprises', file: 'enterprises.csv' },
  { noun: 'agreements', file: 'agreements.csv' },
  { noun: 'associations', file: 'associations.csv' },
  { noun: 'declarations', file: 'declarations.csv' },
] as const;

/**
 * Writes one invented year of the department as files to import: units, officers, enterprises, agreements, associations and
 * declarations with their steps. The same seed and size give the same bytes.
 */
export async function generateYear(
  directory: string,
  { seed, size, onRows }: YearOptions,
): Promise<Record<string, number>> {
  const amounts = sizes[size];
  const enterprises = enterprisesOf(seed, amounts.enterprises);
  const officers = officersOf(seed, size);
  await mkdir(directory, { recursive: true });
  const [unitForm, officerForm] = nouns.organisation.forms;
  const written: Record<string, number> = {};

  async function write(file: string, form: Form<unknown> | undefined, rows: Iterable<Cells<string>>, total: number) {
    if (form === undefined) throw new Error(`There is no form for ${file}`);
    written[file] = await writeCsv(join(directory, file), form, rows, (count) => onRows(file, count, total));
  }

  await write('units.csv', unitForm, unitRows(), 0);
  await write('officers.csv', officerForm, officerRows(officers), officers.length);
  await write('enterprises.csv', nouns.enterprises.forms[0], enterpriseRows(seed, enterprises), amounts.enterprises);
  await write('agreements.csv', nouns.agreements.forms[0], agreementRows(seed, enterprises), amounts.enterprises);
  await write(
    'associations.csv',
    nouns.associations.forms[0],
    associationRows(seed, enterprises, amounts.associations),
    amounts.associations,
  );
  await write(
    'declarations.csv',
    nouns.declarations.forms[0],
    declarationRows(seed, amounts.declarations, enterprises, officers),
    amounts.declarations,
  );
  return written;
}
