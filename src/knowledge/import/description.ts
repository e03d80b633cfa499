import { z } from 'zod';
import type { Description } from '../document.ts';
import type { FrontMatter } from './front-matter.ts';

const day = z.iso.date('Ngày viết theo dạng 2026-11-23');
const list = z.array(z.string().min(1).max(500)).max(200);
const numbers = z.array(z.string().regex(/^\d{1,3}\p{Ll}?$/u, 'Số điều viết như 4 hoặc 4a')).max(500);

/** What a description must be. `effectiveTo` is the first day on which the version no longer applies. */
export const descriptionSchema = z
  .object({
    code: z.string().regex(/^PL\d{2}$/u, 'Mã phụ lục viết như PL01'),
    title: z.string().trim().min(1, 'Thiếu tên phụ lục').max(500),
    version: z.string().trim().min(1, 'Thiếu tên phiên bản').max(200),
    effectiveFrom: day,
    effectiveTo: day.nullable().default(null),
    status: z.enum(['illustration', 'signed']),
    ownerUnit: z.string().max(500).nullable().default(null),
    topics: list.default([]),
    keywords: list.default([]),
    note: z.string().max(5000).nullable().default(null),
    legalBasis: list.default([]),
    basis: z
      .object({ illustrative: numbers, law: numbers, press: numbers })
      .default({ illustrative: [], law: [], press: [] }),
  })
  .refine(({ effectiveFrom, effectiveTo }) => effectiveTo === null || effectiveFrom < effectiveTo, {
    path: ['effectiveTo'],
    message: 'Ngày hết hiệu lực phải sau ngày có hiệu lực',
  });

export type DescriptionDraft = Partial<Record<keyof Description, unknown>>;

const keys = {
  code: 'code',
  title: 'title',
  version: 'version',
  effectiveFrom: 'effective_from',
  effectiveTo: 'effective_to',
  status: 'status',
  ownerUnit: 'owner_unit',
  topics: 'topics',
  keywords: 'keywords',
  note: 'note',
  legalBasis: 'legal_basis',
} as const satisfies Partial<Record<keyof Description, string>>;

/** What the block above a text says of the version, yet unjudged. */
export function draftOf(values: FrontMatter): DescriptionDraft {
  const said = Object.entries(keys).flatMap(([key, name]) => (values.has(name) ? [[key, values.get(name)]] : []));
  const articles = (name: string) => {
    const value = values.get(name);
    return typeof value === 'string' ? [value] : (value ?? []);
  };
  const basis = {
    illustrative: articles('illustrative_articles'),
    law: articles('law_based_articles'),
    press: articles('press_based_articles'),
  };
  const draft = Object.fromEntries(said) as DescriptionDraft;
  return { ...draft, ...(Object.values(basis).flat().length > 0 ? { basis } : {}) };
}

/** The description, or every sentence on why it is none. Text is NFC. */
export function judgeDescription(
  draft: DescriptionDraft,
): { description: Description; problems: [] } | { description: null; problems: readonly string[] } {
  const result = descriptionSchema.safeParse(composed(draft));
  if (result.success) return { description: result.data, problems: [] };
  return { description: null, problems: result.error.issues.map((issue) => sentenceOf(issue, draft)) };
}

const names: Record<keyof Description, string> = {
  code: 'mã phụ lục',
  title: 'tên phụ lục',
  version: 'tên phiên bản',
  effectiveFrom: 'ngày có hiệu lực',
  effectiveTo: 'ngày hết hiệu lực',
  status: 'loại văn bản (illustration hoặc signed)',
  ownerUnit: 'đơn vị chủ trì',
  topics: 'chủ đề',
  keywords: 'từ khóa',
  note: 'ghi chú',
  legalBasis: 'căn cứ pháp lý',
  basis: 'căn cứ của từng điều',
};

function sentenceOf({ path, message }: z.core.$ZodIssue, draft: DescriptionDraft): string {
  const [first] = path;
  const [key, name] = Object.entries(names).find(([each]) => each === first) ?? [null, 'thông tin phiên bản'];
  if (key !== null && !Object.entries(draft).some(([each, value]) => each === key && value !== undefined))
    return `Thiếu ${name}.`;
  // The library's own sentences are English.
  return /[À-ỹ]/u.test(message) ? `${message}.` : `Cần xem lại ${name}.`;
}

function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(composed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, composed(inner)]));
}
