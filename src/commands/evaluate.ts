import { readFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { Command } from 'commander';
import { z } from 'zod';
import { understand } from '../dialogue/understanding/understand.ts';
import { type Answered, measure } from './evaluation/figures.ts';
import { printTable } from './evaluation/table.ts';

const question = z.object({
  id: z.string(),
  text: z.string(),
  intent: z.string(),
  category: z.string().nullable(),
  entities: z.record(z.string(), z.unknown()),
  style: z.string().default('standard'),
});

const command = new Command('eval')
  .description('Chấm phần hiểu câu hỏi trên một tệp JSON Lines (mỗi dòng một câu hỏi)')
  .argument('<file>', 'tệp câu hỏi')
  .option('--json', 'dòng cuối cùng là một đối tượng JSON với các con số')
  .option('--misses', 'liệt kê các câu hiểu sai')
  .action(async (file: string, options: { json?: boolean; misses?: boolean }) => {
    const answered = answer(await readFile(file, 'utf8'));
    printTable(answered, options.misses === true);
    if (options.json === true) console.log(JSON.stringify(measure(answered)));
  });

await command.parseAsync(argv);

function answer(lines: string): readonly Answered[] {
  const questions = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => question.parse(JSON.parse(line)));
  // The first calls pay for compiling the code, which no message in a running process does.
  for (const { text } of questions.slice(0, 20)) understand(text);
  return questions.map((expected) => {
    const began = performance.now();
    const understood = understand(expected.text);
    return { expected, understood, milliseconds: performance.now() - began };
  });
}
