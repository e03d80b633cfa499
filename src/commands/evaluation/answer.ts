import { z } from 'zod';
import type { Understanding } from '../../dialogue/understanding/understand.ts';
import type { Answered, Expected } from './figures.ts';

const question = z.object({
  id: z.string(),
  text: z.string(),
  intent: z.string(),
  category: z.string().nullable(),
  entities: z.record(z.string(), z.unknown()),
  style: z.string().default('standard'),
});

/** The questions of a JSON Lines file. Throws on a line of another shape. */
export function questionsIn(lines: string): readonly Expected[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => question.parse(JSON.parse(line)));
}

/** Each question with what was understood and how long that took. */
export function answer(
  questions: readonly Expected[],
  understand: (text: string) => Understanding,
): readonly Answered[] {
  // The first calls pay for compiling the code, which no message in a running process does.
  for (const { text } of questions.slice(0, 40)) understand(text);
  return questions.map((expected) => {
    const began = performance.now();
    const understood = understand(expected.text);
    return { expected, understood, milliseconds: performance.now() - began };
  });
}
