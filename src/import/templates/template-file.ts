import type { NounName } from '../nouns/form.ts';
import { nouns } from '../nouns/nouns.ts';
import { workbookTemplate } from './workbook-template.ts';

/** Whatever can be brought as a list, as an address names it. */
export const templateNames = [
  'enterprises',
  'agreements',
  'associations',
  'declarations',
  'organisation',
] as const satisfies readonly NounName[];

/** The workbook to fill in. */
export function templateFile(name: NounName): Promise<Uint8Array> {
  return workbookTemplate(nouns[name]);
}
