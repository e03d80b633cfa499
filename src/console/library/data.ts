import { queryOptions } from '@tanstack/react-query';
import type { DraftSummaryView, DraftView, ReadingView } from '../../http/library-draft-views.ts';
import type { AppendixChangeView, AppendixSummaryView, AppendixView, VersionView } from '../../http/library-views.ts';
import { answerOf, v1 } from '../data/api.ts';

export type DraftRow = DraftView['rows'][number];
export type LeftoverFate = 'placed' | 'leftOut' | 'open';

export interface DraftChange {
  revision: number;
  description: Partial<DraftView['description']>;
  preamble: string;
  rows: readonly DraftRow[];
  fates: readonly LeftoverFate[];
}

export interface ChosenFile {
  name: string;
  contentBase64: string;
}

export function appendicesQuery(asOf: string | undefined) {
  return queryOptions({
    queryKey: ['appendices', 'list', asOf ?? 'today'],
    queryFn: (): Promise<AppendixSummaryView[]> => answerOf(v1.appendices.$get({ query: { asOf } })),
  });
}

export function appendixQuery(code: string, at: { asOf?: string | undefined; version?: number | undefined }) {
  const query = { asOf: at.asOf, version: at.version === undefined ? undefined : String(at.version) };
  return queryOptions({
    queryKey: ['appendices', 'text', code, at.asOf ?? 'today', at.version ?? null],
    queryFn: (): Promise<AppendixView> => answerOf(v1.appendices[':code'].$get({ param: { code }, query })),
  });
}

export function versionsQuery(code: string) {
  return queryOptions({
    queryKey: ['appendices', 'versions', code],
    queryFn: (): Promise<VersionView[]> => answerOf(v1.appendices[':code'].versions.$get({ param: { code } })),
  });
}

export function differencesQuery(code: string, from: number, to: number) {
  const query = { from: String(from), to: String(to) };
  return queryOptions({
    queryKey: ['appendices', 'differences', code, from, to],
    queryFn: (): Promise<AppendixChangeView> =>
      answerOf(v1.appendices[':code'].changes.$get({ param: { code }, query })),
  });
}

export function changesSinceQuery(since: string, until: string | undefined) {
  return queryOptions({
    queryKey: ['appendices', 'since', since, until ?? 'today'],
    queryFn: (): Promise<AppendixChangeView[]> => answerOf(v1['appendix-changes'].$get({ query: { since, until } })),
  });
}

export const draftsQuery = queryOptions({
  queryKey: ['appendices', 'drafts'],
  queryFn: (): Promise<DraftSummaryView[]> => answerOf(v1['appendix-drafts'].$get()),
});

export function draftQuery(id: number) {
  return queryOptions({
    queryKey: ['appendices', 'draft', id],
    queryFn: (): Promise<DraftView> => answerOf(v1['appendix-drafts'][':id'].$get({ param: { id: String(id) } })),
  });
}

export function readFile(json: ChosenFile): Promise<ReadingView> {
  return answerOf(v1['appendix-readings'].$post({ json }));
}

export function proposeDraft(file: ChosenFile, description: Record<string, unknown>): Promise<DraftView> {
  return answerOf(v1['appendix-drafts'].$post({ json: { ...file, description } }));
}

export function saveDraft(id: number, { rows, fates, ...change }: DraftChange): Promise<DraftView> {
  const json = { ...change, rows: [...rows], fates: [...fates] };
  return answerOf(v1['appendix-drafts'][':id'].$put({ param: { id: String(id) }, json }));
}

export function publishDraft(id: number, revision: number): Promise<VersionView> {
  return answerOf(v1['appendix-drafts'][':id'].publication.$post({ param: { id: String(id) }, json: { revision } }));
}

export async function withdrawDraft(id: number): Promise<void> {
  await answerOf(v1['appendix-drafts'][':id'].withdrawal.$post({ param: { id: String(id) } }));
}
