import type { Form } from '../nouns/form.ts';
import { spreadsheetLine, spreadsheetMark } from '../spreadsheet-text.ts';

/** The headers of a form and its example as text that a spreadsheet opens. */
export function textTemplate(form: Form<unknown>): Uint8Array {
  const columns = Object.values(form.columns);
  const lines = [columns.map(({ header }) => header), columns.map(({ example }) => example)];
  return Buffer.concat([spreadsheetMark, ...lines.map(spreadsheetLine)]);
}
