import { isAboutConduct } from '../visibility/can-see.ts';
import type { CaseKind } from './words.ts';

/** What the number of a case begins with: vướng mắc, phản ánh, đánh giá, hỏi đáp. */
export const referencePrefixes: Record<CaseKind, string> = {
  issue: 'VM',
  report: 'PA',
  verification: 'DG',
  question: 'HD',
};

const kinds: readonly CaseKind[] = ['issue', 'report', 'verification', 'question'];

/** Those of matters that somebody must not hear of: their numbers come in no order. */
export const hiddenPrefixes = kinds.filter(isAboutConduct).map((kind) => referencePrefixes[kind]);
