import exceljs from 'exceljs';
import type { Column, Form, Noun } from '../nouns/form.ts';

/** The sheet that explains the others. It has no headers of any noun, and stands last. */
export const guideTitle = 'Hướng dẫn';

// Enough rows for a choice to be offered wherever somebody is likely to type.
const preparedRows = 1000;
const headerFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } } as const;

/**
 * A workbook to fill in: a sheet for each form of a noun, with its headers, an example and lists to choose from, and a sheet
 * that explains every column. Every cell is text, so that zeros in front stay and dates are read as they were typed.
 */
export async function workbookTemplate(noun: Noun<unknown>): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  for (const form of noun.forms) addSheet(workbook, form);
  addGuide(workbook, noun);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: exceljs.Workbook, form: Form<unknown>): void {
  const columns = Object.values(form.columns);
  const sheet = workbook.addWorksheet(form.title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, example }) => ({
    header: header,
    width: Math.min(40, Math.max(header.length, example.length) + 4),
    style: { numFmt: '@' },
  }));
  styleHeader(sheet.getRow(1), columns);
  const example = sheet.addRow(columns.map((column) => column.example));
  example.font = { italic: true, color: { argb: 'FF7F7F7F' } };
  for (const [at, column] of columns.entries()) offerChoices(sheet, at + 1, column);
}

function styleHeader(row: exceljs.Row, columns: readonly Column<unknown>[]): void {
  row.height = 30;
  for (const [at, column] of columns.entries()) {
    const cell = row.getCell(at + 1);
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = column.isRequired ? headerFill : { ...headerFill, fgColor: { argb: 'FF5B7F9F' } };
    cell.alignment = { vertical: 'middle', wrapText: true };
    cell.note = `${column.isRequired ? 'Bắt buộc. ' : ''}${column.help}`;
  }
}

function offerChoices(
  sheet: exceljs.Worksheet,
  column: number,
  { choices, header, isRequired }: Column<unknown>,
): void {
  if (choices === undefined) return;
  for (let row = 2; row < 2 + preparedRows; row += 1) {
    sheet.getCell(row, column).dataValidation = {
      type: 'list',
      allowBlank: !isRequired,
      formulae: [`"${choices.join(',')}"`],
      showErrorMessage: true,
      // Other ways of writing a value are read as well, so a person may keep theirs.
      errorStyle: 'warning',
      errorTitle: header,
      error: `Nên chọn: ${choices.join(', ')}.`,
    };
  }
}

function addGuide(workbook: exceljs.Workbook, noun: Noun<unknown>): void {
  const sheet = workbook.addWorksheet(guideTitle);
  sheet.columns = [{ width: 20 }, { width: 32 }, { width: 12 }, { width: 70 }, { width: 34 }, { width: 50 }];
  sheet.addRow([`Cách điền bảng ${noun.title}`]).font = { bold: true, size: 14 };
  for (const sentence of sentences) sheet.addRow([sentence]);
  sheet.addRow(['Trang', 'Cột', 'Bắt buộc', 'Giải thích', 'Ví dụ', 'Giá trị nên chọn']).font = { bold: true };
  for (const form of noun.forms) {
    for (const { header, isRequired, help, example, choices = [] } of Object.values(form.columns)) {
      const row = sheet.addRow([form.title, header, isRequired ? 'Có' : '', help, example, choices.join(', ')]);
      row.alignment = { vertical: 'top', wrapText: true };
    }
  }
}

const sentences = [
  'Điền từ dòng 2; dòng ví dụ in nghiêng có thể xóa, nếu để nguyên thì được bỏ qua.',
  'Không cần giữ thứ tự cột và có thể xóa cột không bắt buộc. Cột lạ được bỏ qua.',
  'Nếu tệp có nhiều trang, mỗi trang là một cách ghi; chỉ điền trang cần dùng.',
  'Dòng sai không làm hỏng các dòng khác: sau khi nhập, anh/chị nhận tệp ghi rõ dòng, cột và lý do.',
];
