/** What is on a page, as rows under headings. Instants become cells that spreadsheets know as times. */
export interface ExportTable {
  name: string;
  headings: readonly string[];
  rows: readonly (readonly ExportCell[])[];
}

export type ExportCell = string | number | Date | null;
