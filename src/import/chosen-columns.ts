import type { ChosenColumns } from '../rules/imports/recognition.ts';
import type { Noun } from './nouns/form.ts';
import { refuseFile } from './refuse-file.ts';

/** The noun as read by the person's choice alone. A column that must be there and was given no header is still missed by name. */
export function withChosenColumns<Row>(noun: Noun<Row>, { form: title, headers }: ChosenColumns): Noun<Row> {
  const form = noun.forms.find((each) => each.title === title);
  if (form === undefined) throw refuseFile(`Bảng ${noun.title} không có mẫu “${title}”.`);
  const columns = Object.entries(form.columns).flatMap(([name, column]) => {
    const header = headers[name];
    if (header !== undefined) return [[name, { ...column, header, synonyms: [] }] as const];
    return column.isRequired ? [[name, { ...column, synonyms: [] }] as const] : [];
  });
  return { ...noun, forms: [{ ...form, columns: Object.fromEntries(columns) }] };
}
