import { z } from 'zod';
import type { Understanding } from '../../dialogue/understanding/understand.ts';
import type { Answered, Expected } from './figures.ts';
import type { LookedUp } from './look-up.ts';

const question = z.object({
  id: z.string(),
  text: z.string(),
  intent: z.string(),
  category: z.string().nullable(),
  appendix: z.object({ code: z.string(), article: z.union([z.number(), z.string()]) }).nullish(),
  entities: z.record(z.string(), z.unknown()),
  style: z.string().default('standard'),
  part: z.string().optional(),
});

/** The questions of a JSON Lines file. Throws on a line of another shape. */
export function questionsIn(lines: string): readonly Expected[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { appendix, part, ...asked } = question.parse(JSON.parse(line));
      return {
        ...asked,
        part: part ?? null,
        article: appendix == null ? null : `${appendix.code}/${appendix.article}`,
      };
    });
}

/** Each question with what was understood and how long that took. */
export function answer(
  questions: readonly Expected[],
  understand: (text: string) => Understanding,
  lookUp: ((text: string) => LookedUp) | null = null,
): readonly Answered[] {
  // The first calls pay for compiling the code, which no message in a running process does.
  for (const { text } of questions.slice(0, 40)) {
    understand(text);
    lookUp?.(text);
  }
  return questions.map((expected) => {
    const began = performance.now();
    const understood = understand(expected.text);
    const milliseconds = performance.now() - began;
    return { expected, understood, milliseconds, lookedUp: lookUp?.(expected.text) ?? null };
  });
}
