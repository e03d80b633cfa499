import { type CategoryCode, categoryCodes } from '../../../rules/identity/categories.ts';
import { type Intent, intents } from '../intent.ts';

/** What the classifier chooses from: an issue by its category, or any other intent. */
export type Label = CategoryCode | Exclude<Intent, 'raise_issue'>;

export const labels: readonly Label[] = [...categoryCodes, ...intents.filter((intent) => intent !== 'raise_issue')];

/** The intent a label stands for: every category is an issue that is raised. */
export function intentOf(label: Label): Intent {
  return isCategory(label) ? 'raise_issue' : label;
}

export function isCategory(label: Label): label is CategoryCode {
  return Object.hasOwn(places, label);
}

const places: Readonly<Record<string, true>> = Object.fromEntries(categoryCodes.map((code) => [code, true]));
