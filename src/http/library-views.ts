import { z } from '@hono/zod-openapi';
import type { AppendixChange } from '../desk/library/changes-since.ts';
import { printAddress } from '../knowledge/address.ts';
import type { AppendixDocument, Article, ArticleBasis } from '../knowledge/document.ts';
import { illustrationNotice } from '../knowledge/notice.ts';
import type { AppendixVersionRow } from '../store/library.ts';
import { iso } from './case-views.ts';

const instant = z.iso.datetime();

const summaryFields = {
  versionId: z.number(),
  code: z.string().openapi({ example: 'PL01' }),
  title: z.string(),
  version: z.string(),
  validFrom: z.string(),
  /** The first day on which it no longer applies. */
  validUntil: z.string().nullable(),
  status: z.enum(['illustration', 'signed']),
  /** Says that the text is a demonstration; null for a signed one. */
  notice: z.string().nullable(),
  ownerUnit: z.string().nullable(),
};

export const versionSchema = z
  .object({
    ...summaryFields,
    proposedBy: z.string(),
    publishedBy: z.string().nullable(),
    publishedAt: instant.nullable(),
    supersedesId: z.number().nullable(),
    sourceName: z.string(),
  })
  .openapi('AppendixVersion');
export type VersionView = z.infer<typeof versionSchema>;

export const appendixSummarySchema = z
  .object({ ...summaryFields, articles: z.array(z.object({ number: z.string(), heading: z.string() })) })
  .openapi('AppendixSummary');
export type AppendixSummaryView = z.infer<typeof appendixSummarySchema>;

const pointSchema = z.object({ number: z.string(), address: z.string(), text: z.string() });

export const appendixSchema = z
  .object({
    ...summaryFields,
    note: z.string().nullable(),
    legalBasis: z.array(z.string()).readonly(),
    preamble: z.string(),
    publishedBy: z.string().nullable(),
    publishedAt: instant.nullable(),
    articles: z.array(
      z.object({
        number: z.string(),
        address: z.string().openapi({ example: 'PL01 Điều 4' }),
        heading: z.string(),
        chapter: z.string().nullable(),
        text: z.string(),
        basis: z.enum(['illustrative', 'law', 'press']).nullable(),
        clauses: z.array(
          z.object({ number: z.string(), address: z.string(), text: z.string(), points: z.array(pointSchema) }),
        ),
      }),
    ),
  })
  .openapi('Appendix');
export type AppendixView = z.infer<typeof appendixSchema>;

const spanSchema = z.object({ text: z.string(), change: z.enum(['same', 'added', 'removed']) });

export const partChangeSchema = z
  .object({
    address: z.string(),
    level: z.enum(['article', 'clause', 'point']),
    kind: z.enum(['added', 'removed', 'changed']),
    spans: z.array(spanSchema).readonly(),
    movedFrom: z.string().nullable(),
  })
  .openapi('AppendixPartChange');
export type PartChangeView = z.infer<typeof partChangeSchema>;

export const appendixChangeSchema = z
  .object({
    code: z.string(),
    title: z.string(),
    before: versionSchema.nullable(),
    after: versionSchema.nullable(),
    changes: z.array(partChangeSchema).readonly(),
  })
  .openapi('AppendixChange');
export type AppendixChangeView = z.infer<typeof appendixChangeSchema>;

export function versionView(row: AppendixVersionRow): VersionView {
  return {
    ...summaryOf(row),
    proposedBy: row.proposedBy,
    publishedBy: row.publishedBy,
    publishedAt: iso(row.publishedAt),
    supersedesId: row.supersedesId,
    sourceName: row.sourceName,
  };
}

export function appendixSummary(row: AppendixVersionRow): AppendixSummaryView {
  return { ...summaryOf(row), articles: row.document.articles.map(({ number, heading }) => ({ number, heading })) };
}

export function appendixView(row: AppendixVersionRow): AppendixView {
  const { document } = row;
  return {
    ...summaryOf(row),
    note: document.note,
    legalBasis: document.legalBasis,
    preamble: document.preamble,
    publishedBy: row.publishedBy,
    publishedAt: iso(row.publishedAt),
    articles: document.articles.map((article) => articleView(document, article)),
  };
}

export function appendixChangeView({ code, title, before, after, changes }: AppendixChange): AppendixChangeView {
  return {
    code,
    title,
    before: before === null ? null : versionView(before),
    after: after === null ? null : versionView(after),
    changes,
  };
}

function articleView({ code, basis }: AppendixDocument, article: Article): AppendixView['articles'][number] {
  const at = { code, article: article.number, clause: null, point: null };
  const bases: readonly ArticleBasis[] = ['illustrative', 'law', 'press'];
  return {
    number: article.number,
    address: printAddress(at),
    heading: article.heading,
    chapter: article.chapter,
    text: article.text,
    basis: bases.find((kind) => basis[kind].includes(article.number)) ?? null,
    clauses: article.clauses.map(({ number, text, points }) => {
      const inside = { ...at, clause: number === '' ? null : number };
      return {
        number,
        address: printAddress(inside),
        text,
        points: points.map((point) => ({ ...point, address: printAddress({ ...inside, point: point.number }) })),
      };
    }),
  };
}

function summaryOf({ id, code, document, validFrom, validUntil }: AppendixVersionRow) {
  const { title, version, status, ownerUnit } = document;
  const notice = illustrationNotice(status, 'vi');
  return { versionId: id, code, title, version, validFrom, validUntil, status, notice, ownerUnit };
}
