import { z } from '@hono/zod-openapi';
import { compareVersions } from '../knowledge/compare.ts';
import { againstFile } from '../knowledge/import/against-file.ts';
import { doubtsOf } from '../knowledge/import/doubts.ts';
import { rowsOf } from '../knowledge/rows.ts';
import type { AppendixVersionRow } from '../store/library.ts';
import { partChangeSchema } from './library-views.ts';

const leftoverSchema = z.object({
  line: z.number(),
  text: z.string(),
  because: z.enum(['beforeFirstArticle', 'footnote', 'pageMargin', 'afterEnd']),
  leftOutBy: z.string().nullable(),
});

export const rowSchema = z.object({
  level: z.enum(['article', 'clause', 'point']),
  number: z.string().max(8),
  heading: z.string().max(2000),
  chapter: z.string().max(2000).nullable(),
  text: z.string().max(50_000),
});

const doubtSchema = z.object({
  address: z.string(),
  because: z.enum(['repeatedNumber', 'missingNumber', 'noNumber', 'empty', 'wrongOrder']),
  isFatal: z.boolean(),
});

const list = z.array(z.string()).readonly();
const draftDescriptionSchema = z.object({
  title: z.string(),
  version: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  status: z.enum(['illustration', 'signed']),
  ownerUnit: z.string().nullable(),
  topics: list,
  keywords: list,
  note: z.string().nullable(),
  legalBasis: list,
  basis: z.object({ illustrative: list, law: list, press: list }).readonly(),
});

/** What people fill in beside the file: any part of a description, judged as a whole by the verb. */
export const saidDescriptionSchema = draftDescriptionSchema.extend({ code: z.string() }).partial().strict();

export const readingSchema = z
  .object({
    /** What the file says of itself. */
    description: z.record(z.string(), z.unknown()),
    preamble: z.string(),
    rows: z.array(rowSchema).readonly(),
    leftovers: z.array(leftoverSchema).readonly(),
    doubts: z.array(doubtSchema).readonly(),
    warnings: z.array(z.string()).readonly(),
  })
  .openapi('AppendixReading');
export type ReadingView = z.infer<typeof readingSchema>;

const summaryFields = {
  id: z.number(),
  revision: z.number(),
  code: z.string(),
  title: z.string(),
  version: z.string(),
  validFrom: z.string(),
  sourceName: z.string(),
  note: z.string().nullable(),
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  undecided: z.number(),
  fatal: z.number(),
  /** Whether the reader had no hand in it, and so may publish it. */
  isForYou: z.boolean(),
};

export const draftSummarySchema = z.object(summaryFields).openapi('AppendixDraftSummary');
export type DraftSummaryView = z.infer<typeof draftSummarySchema>;

export const draftSchema = z
  .object({
    ...summaryFields,
    description: draftDescriptionSchema,
    preamble: z.string(),
    rows: z.array(rowSchema).readonly(),
    leftovers: z.array(leftoverSchema).readonly(),
    doubts: z.array(doubtSchema).readonly(),
    warnings: z.array(z.string()).readonly(),
    /** Against the version in force the day before it would begin; all of it where there is none. */
    changes: z.array(partChangeSchema).readonly(),
    followsVersion: z.string().nullable(),
    /** The words of the file beside those of the draft: what correcting added and removed. */
    againstFile: z.array(z.object({ words: z.string(), change: z.enum(['added', 'removed']) })).readonly(),
  })
  .openapi('AppendixDraft');
export type DraftView = z.infer<typeof draftSchema>;

export function draftSummary(row: AppendixVersionRow, readerId: number | null): DraftSummaryView {
  const { id, revision, code, document, leftovers } = row;
  const hadHand = row.proposedById === readerId || (readerId !== null && row.correctedByIds.includes(readerId));
  return {
    id,
    revision,
    code,
    title: document.title,
    version: document.version,
    validFrom: row.validFrom,
    sourceName: row.sourceName,
    note: row.note,
    proposedBy: row.proposedBy,
    proposedAt: row.proposedAt.toISOString(),
    undecided: leftovers.filter(({ leftOutBy }) => leftOutBy === null).length,
    fatal: doubtsOf(code, document.articles).filter(({ isFatal }) => isFatal).length,
    isForYou: readerId !== null && !hadHand,
  };
}

export function draftView(
  row: AppendixVersionRow,
  before: AppendixVersionRow | null,
  readerId: number | null,
): DraftView {
  const { code, document, leftovers, warnings } = row;
  const { articles, preamble, code: _, ...description } = document;
  return {
    ...draftSummary(row, readerId),
    description,
    preamble,
    rows: rowsOf(articles),
    leftovers,
    doubts: doubtsOf(code, articles),
    warnings,
    changes: compareVersions(before?.document ?? { code, articles: [] }, document),
    followsVersion: before?.document.version ?? null,
    againstFile: againstFile(row.sourceText, row),
  };
}
