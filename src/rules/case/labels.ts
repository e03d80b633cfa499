import { fold } from '../identity/fold.ts';

/** The colours of labels by name. A label always says its name as well: colour alone tells nobody anything. */
export const labelColours = ['grey', 'blue', 'teal', 'green', 'yellow', 'orange', 'red', 'violet'] as const;
export type LabelColour = (typeof labelColours)[number];

export const longestLabelName = 40;

/** More say nothing about a case any more. */
export const mostLabelsOnCase = 10;

/** What of a name makes two labels one to the eye: marks, case and space aside. */
export function labelKey(name: string): string {
  return fold(name).trim().replaceAll(/\s+/gu, ' ');
}
