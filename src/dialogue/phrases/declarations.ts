import { declarationsEn } from './declarations.en.ts';
import { declarationsVi } from './declarations.vi.ts';

/** What is said about declarations. */
export function declarationsIn(language: 'vi' | 'en'): typeof declarationsVi {
  return language === 'en' ? declarationsEn : declarationsVi;
}
