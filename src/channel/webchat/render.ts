import { z } from 'zod';
import type { Outgoing } from '../port.ts';
import { splitText } from '../split-text.ts';
import { choiceValue, longestText } from './delivery.ts';
import { tidy } from './tidy.ts';

export const webPart = z.object({
  text: z.string().min(1),
  choices: z.array(z.array(z.object({ value: z.string(), label: z.string() }))).optional(),
});
export type WebPart = z.infer<typeof webPart>;

/**
 * One part a message, marks of emphasis left in for the page, and one a file, which the page fetches by itself; only a
 * text beyond 20,000 characters makes more. A text of
 * blanks makes none. Throws a RangeError for a button that no platform could carry.
 */
export function render({ text, choices = [], files = [] }: Outgoing): readonly WebPart[] {
  const rows = choices.filter((row) => row.length > 0);
  for (const { value, label } of rows.flat()) {
    if (!choiceValue.safeParse(value).success) throw new RangeError(`“${value}” is not 1 to 64 bytes of ASCII`);
    if (label.trim() === '') throw new RangeError(`The button “${value}” has no label`);
  }

  const tidied = tidy(text);
  const stretches = splitText(tidied, longestText);
  if (rows.length > 0 && stretches.length === 0) throw new RangeError('Buttons need a text to stand under');
  const said = stretches.map(({ from, until }, index) => ({
    text: tidied.slice(from, until),
    ...(rows.length > 0 && index === stretches.length - 1
      ? { choices: rows.map((row) => row.map(({ value, label }) => ({ value, label }))) }
      : {}),
  }));
  return [...said, ...files.map(({ name }) => ({ text: `[${name}]` }))];
}
