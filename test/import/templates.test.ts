import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { Form, Noun } from '../../src/import/nouns/form.ts';
import { nouns } from '../../src/import/nouns/nouns.ts';
import { openTable } from '../../src/import/open-table.ts';
import { readTable } from '../../src/import/read-table.ts';
import { textTemplate } from '../../src/import/templates/text-template.ts';
import { guideTitle, workbookTemplate } from '../../src/import/templates/workbook-template.ts';
import { context, zone } from './reading.ts';

const all: readonly Noun<object>[] = Object.values(nouns);
const forms: Form<unknown>[] = all.flatMap((noun) => noun.forms);
const columns = forms.flatMap((form) =>
  Object.values(form.columns).map((column) => [form.title, column.header, column] as const),
);

test.each(all.map((noun) => [noun.name, noun] as const))(
  'the template for %s is read back as an empty table',
  async (_, noun) => {
    const template = await workbookTemplate(noun);

    for (const form of noun.forms) {
      for (const [file, sheet] of [
        [template, form.title],
        [textTemplate(form), undefined],
      ] as const) {
        await using table = await openTable(file, sheet === undefined ? {} : { sheet });
        const reading = await readTable(table, noun, { zone });
        const read = await Array.fromAsync(reading.batches);

        expect({ form: reading.form, ignored: reading.ignored }).toEqual({ form: form.title, ignored: [] });
        expect(read.at(-1)?.counts).toEqual({ read: 0, accepted: 0, rejected: 0, duplicates: 0, noted: 0 });
      }
    }
  },
);

test.each(columns)('in %s the example and the choices of “%s” are what its reader accepts', (_, __, column) => {
  const shown = [column.example, ...(column.choices ?? [])].filter((text) => text !== '');

  for (const text of shown) expect(column.read(text, context)).toMatchObject({ ok: true });
  if (column.isRequired) expect(column.example).not.toBe('');
});

test.each(forms.map((form) => [form.title, form] as const))('in %s no header can mean two columns', (_, form) => {
  const names = Object.values(form.columns).flatMap((column) => [
    ...new Set([column.header, ...column.synonyms].map(folded)),
  ]);

  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('the template keeps zeros in front, offers the coded values and explains each column', async () => {
  const workbook = new exceljs.Workbook();
  // exceljs declares a Buffer of its own that no Buffer is.
  await workbook.xlsx.load((await workbookTemplate(nouns.agreements)).buffer as never);
  const sheet = workbook.getWorksheet('Thỏa thuận');
  const guide = workbook.getWorksheet(guideTitle);

  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet?.getCell('A2').numFmt).toBe('@');
  expect(sheet?.getCell('A2').value).toBe('0200000007');
  expect(sheet?.getCell('E500').dataValidation).toMatchObject({ type: 'list', formulae: ['"2018,17/2/2020"'] });
  expect(guide?.getColumn(2).values).toContain('Mẫu thỏa thuận');
  expect(workbook.worksheets.at(-1)?.name).toBe(guideTitle);
});

function folded(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
}
