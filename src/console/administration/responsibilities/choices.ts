import type { CategoryCode } from '../../../rules/identity/categories.ts';
import type { ResponsibilityWords } from './words.ts';

type Kind = keyof ResponsibilityWords['kinds'];

export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

/** The kinds of cases as a list offers them. */
export function kindChoices({ kinds }: ResponsibilityWords): Choice<Kind>[] {
  // The words are typed by the kinds, and there is one for each.
  return (Object.keys(kinds) as Kind[]).map((value) => ({ value, label: kinds[value] }));
}

/** The eighteen categories as a list offers them. */
export function categoryChoices({ categories }: ResponsibilityWords): Choice<CategoryCode>[] {
  // As above.
  return (Object.keys(categories) as CategoryCode[]).map((value) => ({ value, label: categories[value] }));
}
