import ExcelJS from 'exceljs';
import { type Document, type JsonSchema, type Operation, sampleOf } from '../http/openapi/shapes.ts';
import type { Caller } from './web.ts';

const base = '/api/v1';

/** What the addresses of things are called, where a number will not do. */
export type Named = Readonly<Record<string, readonly string[]>>;

/**
 * What every read of the API answers this caller, by address: with nothing asked for beyond what has to be, and with each
 * value of each choice, unless `choices` is false. A new operation is among them as soon as it is described.
 */
export async function everythingAnswered(
  caller: Caller,
  named: Named,
  { choices = true }: { choices?: boolean } = {},
): Promise<Map<string, string>> {
  const document = (await caller.get(`${base}/openapi.json`)).body as unknown as Document;
  const said = new Map<string, string>();
  for (const address of Object.entries(document.paths).flatMap(([path, { get }]) =>
    get === undefined ? [] : addressesOf(path, get, named, choices),
  ))
    said.set(address, await answerAt(caller, address));
  return said;
}

/** The same for one address: the status and what a person would read in the body. */
export async function answerAt(caller: Caller, address: string): Promise<string> {
  const answer = await caller.raw(address);
  const type = answer.headers.get('content-type') ?? '';
  const body = type.includes('spreadsheet') ? await cellsOf(await answer.arrayBuffer()) : await answer.text();
  return `${answer.status} ${body}`;
}

function addressesOf(path: string, { parameters = [] }: Operation, named: Named, choices: boolean): string[] {
  const inPath = parameters.filter((each) => each.in === 'path');
  const inQuery = parameters.filter((each) => each.in === 'query');
  let paths = [path];
  for (const { name, schema } of inPath) {
    const values = named[name] ?? choicesOf(schema) ?? ['1', '2'];
    paths = paths.flatMap((each) => values.map((value) => each.replace(`{${name}}`, encodeURIComponent(value))));
  }
  const needed: [string, string][] = inQuery
    .filter(({ required }) => required === true)
    .map(({ name, schema }) => [name, named[name]?.[0] ?? sampleOf(schema) ?? 'seal']);
  const queries: [string, string][][] = [
    needed,
    ...inQuery.flatMap(({ name, schema }) =>
      [...(named[`?${name}`] ?? []), ...(choicesOf(schema) ?? [])].map((value): [string, string][] => [
        ...needed.filter(([each]) => each !== name),
        [name, value],
      ]),
    ),
  ];
  // Each choice once: what a choice hides it hides under every address.
  return paths.flatMap((each, place) =>
    (place === 0 && choices ? queries : [needed]).map((query) => `${each}?${new URLSearchParams(query)}`),
  );
}

function choicesOf({ enum: values, type }: JsonSchema): string[] | null {
  if (Array.isArray(values)) return values.map(String);
  return type === 'boolean' ? ['true', 'false'] : null;
}

/** A spreadsheet's cells; the file around them carries the moment at which it was made. */
async function cellsOf(file: ArrayBuffer): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file);
  return JSON.stringify(book.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues()]));
}
