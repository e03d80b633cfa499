import { queryOptions } from '@tanstack/react-query';
import type { ImportDetailView, ImportListView } from '../../../http/import-views.ts';
import { fetchAskingAgain } from '../../account/ask-again.ts';
import { answerOf, v1 } from '../../data/api.ts';
import { problemOf } from '../../data/problem.ts';

export type ImportDetail = ImportDetailView;
export type ImportNoun = ImportDetail['noun'];
export type Counts = NonNullable<ImportDetail['counts']>;
export type Preview = NonNullable<ImportDetail['preview']>;
export type Sample = Preview['added'][number];
export type Recognition = NonNullable<ImportDetail['recognition']>;
export type Columns = NonNullable<ImportDetail['columns']>;
export type ImportList = ImportListView;

// Often enough for a bar that moves; the work itself goes on whether or not anybody looks.
const lookAgainMilliseconds = 700;

export function isAtWork({ state }: Pick<ImportDetail, 'state'>): boolean {
  return state === 'reading' || state === 'importing';
}

export const importsQuery = queryOptions({
  queryKey: ['administration', 'imports'],
  queryFn: () => answerOf(v1.imports.$get()),
});

export function importQuery(id: number) {
  return queryOptions({
    queryKey: ['administration', 'imports', id],
    queryFn: () => answerOf(v1.imports[':id'].$get({ param: { id } })),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isAtWork(data) ? lookAgainMilliseconds : false),
    // Somebody who comes back to the page sees how far it is.
    refetchOnWindowFocus: true,
  });
}

/** Sends the bytes of the file as they are. */
export async function bringFile({ noun, file }: { noun: ImportNoun; file: File }): Promise<ImportDetail> {
  const query = new URLSearchParams({ noun, name: file.name });
  const headers = { 'content-type': 'application/octet-stream' };
  const response = await fetchAskingAgain(`/api/v1/imports?${query}`, { method: 'POST', headers, body: file });
  if (!response.ok) throw await problemOf(response);
  // The route says what it answers with 201.
  return response.json() as Promise<ImportDetail>;
}

export function chooseColumns({ id, columns }: { id: number; columns: Columns | null }): Promise<ImportDetail> {
  return answerOf(v1.imports[':id'].columns.$put({ param: { id }, json: { columns } }));
}

export function startImport(id: number): Promise<ImportDetail> {
  return answerOf(v1.imports[':id'].start.$post({ param: { id } }));
}

export function discardFile(id: number): Promise<ImportDetail> {
  return answerOf(v1.imports[':id'].discarding.$post({ param: { id } }));
}
